"""The last look before tables go out: attacked anew as readers will have them, beside all that was published before.

Protection (`masking`) knew the true figures and chose what to hide; this sees only what will be published, and what texts
beside it say. Both must agree, or nothing goes out.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.office.models import Office
from ombuds.statistics import cubesecrets, services
from ombuds.statistics.disclosure import Hidden, LinkedTables, audit
from ombuds.statistics.masking import EXEMPT, RULES
from ombuds.statistics.populations import Populations
from ombuds.statistics.tables import Kind, Table
from ombuds.statistics.telling import Text, Told, tell, tell_secrets

NAMED = 8  # of many figures or sentences, in a message


class Inferable(Refusal):
    """Figures that readers could work out do not go out."""

    template = _("With all that is public, readers could work out hidden figures: %(figures)s.")


class SaidInText(Refusal):
    """A text says what a table hides."""

    template = _(
        "These sentences say a figure that the tables hide: %(sentences)s. Leave the figure out, or say why it must stay."
    )


def inferable(office: Office, public: Sequence[Table]) -> list[str]:
    """Return the hidden figures of these public tables that can be worked out, with every earlier publication beside them."""
    wanted = [table for table in public if table.key not in EXEMPT and table.rows]
    found = Populations(services.counted_as(office, wanted), wanted)
    figures = [part for table in wanted for part in found.figures(table)]
    editions, cubes = services.released_before(office)
    before = [part for edition in editions for part in found.released(edition) if part.cells]
    before += [part for part in cubes if found.agrees(part)]
    verdict = audit(LinkedTables(tuple(figures), released=tuple(before)), RULES, bounds=False)
    return [*(each.name for each in verdict.unsafe), *_shares(wanted)]


def _shares(public: Iterable[Table]) -> list[str]:
    """Return the shares that stand beside a hidden count: with the total they give it away."""
    found = []
    for table in public:
        counts = [i for i, column in enumerate(table.columns) if column.kind is Kind.COUNT]
        shares = [i for i, column in enumerate(table.columns) if column.kind is Kind.SHARE]
        for row in table.rows if counts else ():
            open_ = any(isinstance(row.cells[i], int | float) for i in shares)
            if isinstance(row.cells[counts[0]], Hidden) and open_:
                found.append(f"{pick(table.title)}: {pick(row.labels)} (%)")
    return found


def insist(office: Office, public: Sequence[Table]) -> None:
    """Raises Inferable."""
    if found := inferable(office, public):
        raise Inferable(figures="; ".join(found[:NAMED]))


def told(
    office: Office, year: int, public: Sequence[Table], texts: Iterable[Text], *, only_then: bool = False
) -> list[Told]:
    """Return the sentences of these texts that say a figure which the public tables of a year hide.

    `only_then`: figures without a year of their own are those of that year, and a text about another year does not tell them.
    """
    hiding = [table for table in public if table.key not in EXEMPT and _hides(table)]
    if not hiding:
        return []
    exact = services.exact_tables(office, year, [table.key for table in hiding])
    known = {table.key: table for table in exact}
    return tell(texts, hiding, known, year=year if only_then else None)


def told_of_cubes(office: Office, texts: Iterable[Text]) -> list[Told]:
    """Return the sentences of these texts that say a figure which a released table of the cube hides."""
    return tell_secrets(texts, cubesecrets.secrets(office))


def _hides(table: Table) -> bool:
    return any(isinstance(cell, Hidden) for row in table.rows for cell in row.cells)


def insist_untold(found: Sequence[Told]) -> None:
    """Raises SaidInText."""
    if found:
        raise SaidInText(sentences="; ".join(f"{one.text}: “{one.sentence}”" for one in found[:NAMED]))
