"""What the suite needs of the machine beside Python: installed when it may be, named when it may not."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from glob import glob
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """Something of the operating system, how to see that it is there, and Debian's packages for it."""

    what: str
    is_there: Callable[[], bool]
    packages: tuple[str, ...]


def postgresql_programs() -> Path | None:
    """The folder of initdb and pg_ctl: the newest version on this machine."""
    found = sorted(glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
    if found:
        return Path(found[-1]).parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def chromium_of_the_system() -> str | None:
    """Chromium of the system; best the one without windows, which has less to do for the same pages."""
    found = map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))
    return next(filter(None, found), None)


def _has_languages() -> bool:
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True)
    return {"nld", "fra"} <= set(listed.stdout.split())


def _program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


NEEDS = [
    Need("a browser (Chromium)", lambda: chromium_of_the_system() is not None, ("chromium-headless-shell",)),
    Need("PostgreSQL", lambda: postgresql_programs() is not None, ("postgresql",)),
    Need("pdftotext", _program("pdftotext"), ("poppler-utils",)),
    Need("Java, for the PDF validator", _program("java"), ("default-jre-headless",)),
    Need(
        "JAXB, for the PDF validator",
        lambda: Path("/usr/share/java/jaxb-runtime.jar").exists(),
        ("libjaxb-java",),
    ),
    Need(
        "OCR in Dutch and French", _has_languages, ("tesseract-ocr", "tesseract-ocr-nld", "tesseract-ocr-fra")
    ),
    Need("gettext", _program("xgettext"), ("gettext",)),
]


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdin": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    patient = ["-o", "DPkg::Lock::Timeout=120"]  # somebody else may be installing something
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *patient, *packages]
    subprocess.run(command, stdout=subprocess.DEVNULL, **quiet)  # type: ignore[call-overload]


def provide() -> list[str]:
    """Install what is missing when we may. Returns what is missing still, in words."""
    missing = [need for need in NEEDS if not need.is_there()]
    if missing and _may_install():
        packages = [package for need in missing for package in need.packages]
        print(f"Installing {', '.join(packages)}…", flush=True)
        _install(packages)
        missing = [need for need in missing if not need.is_there()]
    return [f"{need.what} (Debian: {' '.join(need.packages)})" for need in missing]
