"""Every reason that the engine gives can be read in the reader's own language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ombuds.deidentification import engine
from ombuds.deidentification.engine import Kind, KnownIdentifiers, Person, find
from ombuds.deidentification.reasons import REASONS
from ombuds.deidentification.terms import GROUP_LABELS, KINDS, SOURCES, group_of

FOLDER = Path(str(engine.__file__)).parent
TEXTS = [
    ("nl", "Beste mevrouw Jansens, mijn zoon Ilias (12 jaar) woont in de Kerkstraat 12 bus 3, 1050 Elsene. Zijn rekening BE68 5390 0754 7034, gsm 0475 12 34 56, mail a.b@c.example, nummerplaat 1-ABC-234, rijksregister 85.07.30-033.28. Hij werkt als verpleger en betaalde 89,10 euro op 3 maart 2024 om 14u30. Met vriendelijke groeten, Karel De Smet"),
    ("fr", "Bonjour, Madame Lefèvre-Diallo est née le 3 mars 1980 à Namur. « Je suis infirmière », dit Fatou. Dossier 2024/KL/00123, R.G. 22/1234/A, TVA BE 0403.170.701. Sa fille a le diabète. Cordialement, J. Peeters"),
    ("en", "Dear Mr Okonkwo, my neighbour Anna called from 192.168.0.12; see https://example.org/jan and @annaj. Passport number EJ123456, card 4111 1111 1111 1111. Yours sincerely, Tom Brown"),
    ("de", "Sehr geehrte Frau Müller, Herr Schmidt wohnt in der Hauptstraße 5, 4700 Eupen. Mit freundlichen Grüßen"),
]  # fmt: skip


def _written() -> Iterator[str]:
    """The reasons that stand in the code of the engine."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            value = None
            if isinstance(node, ast.keyword) and node.arg == "reason":
                value = node.value
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                value = node.value if node.targets[0].id == "REASON" else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def test_the_reasons_in_the_code_are_marked_for_translation() -> None:
    kept = ("stays", "stay ")  # of what must stay: no reader is asked about it
    wanted = {reason for reason in _written() if not any(word in reason for word in kept)}

    assert len(wanted) > 20
    assert sorted(wanted - set(REASONS)) == []


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_the_reasons_given_for_real_texts_are_among_them(language: str, text: str) -> None:
    known = KnownIdentifiers(people=(Person("Karel", "De Smet", "complainant"),))
    given = {span.reason for span in find(text, language, known) if span.reason}

    assert given
    assert sorted(given - set(REASONS)) == []


def test_every_kind_and_source_has_words_and_a_look() -> None:
    assert set(KINDS) == set(Kind)
    assert {group_of(kind) for kind in Kind} == set(GROUP_LABELS)
    assert {span.source for language, text in TEXTS for span in find(text, language)} <= set(SOURCES)
