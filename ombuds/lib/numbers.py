"""Numbers as people write them in their own language."""

from babel.numbers import format_decimal, format_percent

LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "de": "de_BE", "en": "en_GB"}


def written(value: float, language: str, *, decimals: int = 0) -> str:
    """Return 1305 as 1.305 (nl), 1 305 with a narrow space (fr) or 1,305 (en)."""
    pattern = "#,##0" if not decimals else "#,##0." + "0" * decimals
    return format_decimal(round(value, decimals), format=pattern, locale=LOCALES.get(language, "en_GB"))


def percentage(part: float, whole: float, language: str) -> str:
    """Return the share in whole per cent; an empty string when there is nothing to share."""
    return (
        format_percent(part / whole, format="#,##0\u00a0%", locale=LOCALES.get(language, "en_GB"))
        if whole
        else ""
    )
