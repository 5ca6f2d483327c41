"""Labels that are data: a dictionary from language to text."""

from collections.abc import Mapping

from django.utils.translation import get_language

FALLBACK = ("nl", "fr", "en", "de")


def pick(labels: Mapping[str, str] | str | None, lang: str | None = None) -> str:
    """The text in `lang` (default: the active language), else the first language that has one."""
    if isinstance(labels, str):
        return labels
    if not labels:
        return ""
    wanted = (lang or get_language() or "")[:2]
    for code in (wanted, "en", *FALLBACK):
        if labels.get(code):
            return labels[code]
    return next((text for text in labels.values() if text), "")
