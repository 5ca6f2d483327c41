"""A season in the sealed channel, by people at a distance: they know the pages of a running server and nothing else."""

import http.client
import io
import json
import random
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from docx import Document
from PIL import Image

LINE = "----a-line-between-the-parts"
PASSPHRASE = "zeven verzonnen woorden van niemand"
TRACES = {
    "User-Agent": "Peculiar/9.7 (Verraderlijk)",
    "X-Forwarded-For": "203.0.113.77",
    "X-Real-Ip": "203.0.113.78",
    "Referer": "https://intranet.verraderlijk.example/zwart",
}


@dataclass
class Browser:
    """Keeps cookies and the token of the last form. Tells its host all that a browser and a proxy may tell."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    page: str = ""

    def get(self, path: str) -> str:
        return self._ask("GET", path)

    def post(self, path: str, papers: dict[str, bytes] | None = None, **fields: str) -> str:
        for name in ("csrfmiddlewaretoken", "ticket"):
            found = re.search(rf'name="{name}" value="([^"]+)"', self.page)
            fields |= {name: found[1]} if found else {}
        if papers is None:
            return self._ask("POST", path, urlencode(fields).encode(), "application/x-www-form-urlencoded")
        return self._ask("POST", path, _parts(fields, papers), f"multipart/form-data; boundary={LINE}")

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> str:
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        sent = {**TRACES, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        wire.request(method, path, body=body or None, headers=sent | ({"Content-Type": kind} if kind else {}))
        answer = wire.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        self.page = answer.read().decode("utf-8", "replace")
        wire.close()
        if answer.status in (302, 303):
            return self._ask("GET", urlsplit(answer.headers["Location"]).path)
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {self.page[:500]}")
        return self.page


def _parts(fields: dict[str, str], papers: dict[str, bytes]) -> bytes:
    rows = [
        f'--{LINE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, content in papers.items():
        head = f'--{LINE}\r\nContent-Disposition: form-data; name="papers"; filename="{name}"\r\n'
        rows.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(rows) + f"--{LINE}--\r\n".encode()


@dataclass
class Season:
    """What was planted, and where."""

    port: int
    planted: list[str] = field(default_factory=list)
    windows: list[bytes] = field(default_factory=list)  # bytes of the files as they were sent
    codes: list[str] = field(default_factory=list)
    rng: random.Random = field(default_factory=lambda: random.Random(6))

    def plant(self, text: str) -> str:
        self.planted.append(text)
        return text

    def word(self) -> str:
        """A name that nothing else is called; some with accents, which encodings write differently."""
        made = "".join(self.rng.choice("bdfgklmnprstvz") + self.rng.choice("aeiouéèë") for _ in range(5))
        return made.capitalize()

    def words(self, number: int) -> str:
        return " ".join(self.word() for _ in range(number))

    def evidence(self, number: int) -> tuple[str, bytes]:
        """Name and content of a file of one of four kinds; its words are planted, packed or not."""
        kind = ("txt", "docx", "pdf", "jpg")[number % 4]
        words = self.plant(f"Factuur {self.words(2)}")
        content = {"txt": _text, "docx": _word_file, "pdf": _pdf, "jpg": _picture}[kind](words)
        self.windows += [content[at : at + 24] for at in (len(content) // 3, len(content) // 2)]
        return self.plant(f"{self.word()}.{kind}".lower()), content

    def report(self, number: int) -> str:
        """From the form to the receipt; the code."""
        reporter = Browser(self.port)
        reporter.get("/integrity/report/")
        carried = {
            "version": 0,
            "check": {"body": "region", "reporter": "staff"},
            "answers": {
                "subject": ["money"],
                "story": self.plant(f"{self.words(2)} betaalde {self.word()}"),
                "body": self.plant(f"Dienst {self.words(2)}"),
                "persons": self.plant(self.words(2)),
                "channel": "no",
                "reprisal": "no",
            },
            "you": {
                "choice": ("handler", "named")[number % 2],
                "name": self.plant(self.words(2)),
                "contact": self.plant(f"{self.word()}@{self.word()}.example".lower()),
            },
        }
        name, content = self.evidence(number)
        page = reporter.post(
            "/integrity/report/", {name: content}, carried=json.dumps(carried), at="send", go="next"
        )
        found = re.search(r"\d{4} \d{4} \d{4} \d{4}", page)
        if not found:
            raise RuntimeError(page[:2000])
        self.codes.append(found[0])
        self.planted += [found[0], found[0].replace(" ", ""), reporter.cookies["integrity"]]
        if number % 2:  # the other half never says that the code is written down
            reporter.post("/integrity/mine/receipt/")
        return found[0]

    def comes_back(self, number: int) -> None:
        """With the code: a message and one more file."""
        reporter = Browser(self.port)
        reporter.get("/integrity/back/")
        reporter.post("/integrity/back/", code=self.codes[number])
        name, content = self.evidence(number + 1)
        reporter.post("/integrity/mine/", {name: content}, text=self.plant(f"Vraag {self.words(2)}"))
        if self.planted[-1] not in reporter.page:
            raise RuntimeError(reporter.page[:2000])
        self.planted.append(reporter.cookies["integrity"])

    def handles(self, login: str) -> None:
        """The newest three are opened, answered and asked about."""
        desk = Browser(self.port)
        desk.get("/integrity/desk/door/")
        desk.post("/integrity/desk/door/", login=login, passphrase=PASSPHRASE)
        self.planted += [PASSPHRASE, desk.cookies["integrity"]]
        keys = list(dict.fromkeys(re.findall(r"/integrity/desk/([0-9a-f-]{36})/", desk.page)))
        for key in keys[:3]:
            desk.get(f"/integrity/desk/{key}/declare/")
            desk.post(
                f"/integrity/desk/{key}/declare/",
                declared="on",
                text=self.plant(f"Geen band {self.words(2)}"),
            )
            for act in ("answer", "note", "acknowledge"):
                words = self.plant(f"{self.words(2)} {act}")
                desk.post(f"/integrity/desk/{key}/act/{act}/", text=words)
                if words not in desk.page:
                    raise RuntimeError(desk.page[:2000])

    def joins(self, login: str, code: str) -> None:
        handler = Browser(self.port)
        handler.get("/integrity/desk/join/")
        handler.post("/integrity/desk/join/", login=login, code=code, passphrase=PASSPHRASE, again=PASSPHRASE)


def _text(words: str) -> bytes:
    return (words + "\n").encode() * 40


def _word_file(words: str) -> bytes:
    paper, out = Document(), io.BytesIO()
    paper.core_properties.author = words
    paper.add_paragraph(words)
    paper.save(out)
    return out.getvalue()


def _pdf(words: str) -> bytes:
    stream = zlib.compress(f"BT /F1 12 Tf ({words}) Tj ET ".encode("latin-1", "replace") * 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    head += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj "
    head += f"4 0 obj<</Length {len(stream)}/Filter/FlateDecode>>stream\n".encode() + stream
    return head + b"\nendstream endobj trailer<</Root 1 0 R>>\n%%EOF\n"


def _picture(words: str) -> bytes:
    image, out = Image.effect_noise((60, 60), 50).convert("RGB"), io.BytesIO()
    exif = image.getexif()
    exif[0x010E] = words  # ImageDescription
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def zipped(content: dict[str, Any]) -> bytes:
    """An archive, for the search to prove itself on."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)
    return out.getvalue()
