"""All files of a kit, by name: three languages of each."""

import datetime as dt
from collections.abc import Iterator

from ombuds.publicsite.kit.paper import PAPERS, document
from ombuds.publicsite.kit.words import Kit


def files(kit: Kit, *, dated: dt.date) -> Iterator[tuple[str, bytes]]:
    """(name, content): mention-nl.txt, snippet-nl.html, leaflet-nl.pdf, poster-nl.pdf and so on, one at a time."""
    for words in kit.wordings:
        basis = kit.legal_bases.get(words.language, "")
        yield (
            f"mention-{words.language}.txt",
            "\n\n".join(filter(None, (words.mention, basis))).encode() + b"\n",
        )
        yield f"snippet-{words.language}.html", words.snippet.encode()
        for paper in PAPERS:
            yield f"{paper}-{words.language}.pdf", document(kit, words.language, paper, dated=dated)
