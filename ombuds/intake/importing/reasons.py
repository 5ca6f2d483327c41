"""Why a row was refused: codes in the database, sentences in the reader's language."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

SENTENCES = {
    "unreadable": gettext_noop("This line cannot be read: %(detail)s."),
    "too_long": gettext_noop("This row is larger than %(limit)s MB."),
    "too_many_columns": gettext_noop("The row has more columns than the heading: %(count)s too many."),
    "too_few_columns": gettext_noop("The row has fewer columns than the heading: %(count)s are missing."),
    "missing": gettext_noop("“%(column)s” is empty, and %(field)s needs it."),
    "date": gettext_noop("“%(value)s” in “%(column)s” is not a date of the kind that the mapping names."),
    "future": gettext_noop("“%(value)s” in “%(column)s” lies in the future."),
    "order": gettext_noop("It was closed on %(closed)s, before it was received on %(received)s."),
    "value": gettext_noop("The mapping does not know “%(value)s” in “%(column)s” as %(field)s."),
    "nothing": gettext_noop("The row holds no text about what happened."),
    "too_wide": gettext_noop("“%(value)s” in “%(column)s” is longer than %(limit)s characters."),
}


def sentence(code: str, values: dict[str, Any]) -> str:
    """The sentence for a reason. A code of an older version is shown as it is."""
    template = SENTENCES.get(code)
    return _(template) % values if template else code
