"""Where a name begins and ends in the plain form: with its apostrophe, its last point, its possessive."""

from ombuds.deidentification.engine.persons.tokens import Text


def start_of(text: Text, index: int) -> int:
    """With the apostrophe of 't Jampens."""
    start = text.starts[index]
    elided = text.words[index] in {"t", "s"} and start and text.plain[start - 1] == "'"
    return start - 1 if elided else start


def end_of(text: Text, index: int, role: str = "name") -> int:
    """The end of a name in the plain form, with the point of an initial or the possessive 's or '."""
    end = text.ends[index]
    rest = text.plain[end : end + 2]
    if role == "initial" and rest.startswith("."):
        return end + 1
    if rest == "'s" and not text.plain[end + 2 : end + 3].isalnum():
        return end + 2
    if rest.startswith("'") and text.words[index][-1] in "szx" and not rest[1:].isalnum():
        # Only when no quotation was opened before the name.
        start = text.starts[index]
        return end + 1 if text.plain[start - 1 : start] != "'" else end
    return end
