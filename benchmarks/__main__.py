"""`./run bench` runs every benchmark in turn; `./run bench scale --cases 20000` runs one, with words of its own."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))


def main() -> int:
    words = sys.argv[1:]
    if words and words[0] in ("-h", "--help"):
        sys.stdout.write(f"usage: ./run bench [{' | '.join(NAMES)}] [words of that benchmark …]\n")
        return 0
    if words and words[0] not in NAMES:
        sys.stderr.write(f"There is no benchmark “{words[0]}”. There are: {', '.join(NAMES)}.\n")
        return 2
    chosen, rest = (words[:1], words[1:]) if words else (NAMES, [])
    worst = 0
    for name in chosen:
        done = subprocess.run([sys.executable, str(HERE / f"{name}.py"), *rest], cwd=HERE.parent, check=False)
        worst = max(worst, done.returncode)
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
