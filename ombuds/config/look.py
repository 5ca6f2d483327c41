"""Fetches the style sheet and the typeface from npm and copies the few files that pages use to static/vendor/.

Run by `./run` at set-up: `python -m ombuds.config.look [--dev]`. Nothing of Node is needed on a running server.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENDOR = ROOT / "ombuds" / "static" / "vendor"
MODULES = ROOT / "node_modules"
STAMP = VENDOR / ".stamp"
TYPEFACE = MODULES / "@fontsource-variable" / "source-sans-3"
DESIGN = MODULES / "@digdir" / "designsystemet-css"


class NoLook(Exception):
    """The look could not be fetched; the message says what to do."""


def _wanted(*, dev: bool) -> str:
    """Changes when the pins, this program or what it is asked for change."""
    content = (ROOT / "package-lock.json").read_bytes() + Path(__file__).read_bytes()
    return f"{hashlib.sha256(content).hexdigest()} {'dev' if dev else 'run'}"


def _npm() -> list[str]:
    """npm of this machine, or else the one in a Python wheel, put beside this Python."""
    npm = shutil.which("npm")
    if npm:
        return [npm]
    own = Path(sys.executable).parent / "npm"
    if not own.exists():
        pins = ROOT / "requirements-node.txt"
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "-r",
            str(pins),
        ]
        if subprocess.run(command).returncode:
            raise NoLook(
                "There is no npm on this machine, and none could be installed. Install npm and try again."
            )
    return [str(own)]


def _fetch(*, dev: bool) -> None:
    command = [
        *_npm(),
        "ci",
        "--no-fund",
        "--no-audit",
        *([] if dev else ["--omit=dev"]),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise NoLook(
            f"The style sheet and the typeface could not be fetched from npm:\n{done.stderr.strip()[-2000:]}"
        )


def _copy() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    design, typeface = VENDOR / "designsystemet", VENDOR / "source-sans-3"
    (typeface / "files").mkdir(parents=True)
    design.mkdir()
    shutil.copy(DESIGN / "dist" / "src" / "index.css", design)
    shutil.copy(DESIGN / "LICENSE", design)
    shutil.copy(TYPEFACE / "index.css", typeface)
    shutil.copy(TYPEFACE / "LICENSE", typeface)
    for file in (TYPEFACE / "files").glob("*-wght-normal.woff2"):
        shutil.copy(file, typeface / "files")


def build(*, dev: bool = False) -> bool:
    """Fetch and copy, unless it is all there. True if something was done."""
    wanted = _wanted(dev=dev)
    have = STAMP.read_text().strip() if STAMP.exists() else ""
    if have in (wanted, wanted.replace(" run", " dev")) and (not dev or (MODULES / "axe-core").exists()):
        return False
    _fetch(dev=dev)
    _copy()
    STAMP.write_text(wanted)
    return True


def main() -> None:
    try:
        build(dev="--dev" in sys.argv[1:])
    except NoLook as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
