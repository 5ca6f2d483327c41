"""Runs the tau-ARGUS engine on one problem file; a program of its own, started by `engine.py`."""

import sys


def main(problem: str, answer: str, act: str, minutes: str) -> int:
    """Return 0 when the answer is the best there is."""
    from pytauargus import HiTaSCtrl

    if act != "suppress":
        return 2
    return int(HiTaSCtrl().full_jj(in_file_jj=problem, out_file=answer, max_time=int(minutes)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
