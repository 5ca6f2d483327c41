"""Cases counted by one property: channel, language, kind, service, level, theme, assessment, result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.admissibility.terms import CompetenceVerdict, GroundVerdict, Verdict
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.cases.terms import Assessment, Channel, Language, Result
from ombuds.cases.terms import Kind as CaseKind
from ombuds.investigations.terms import Verdict as Finding
from ombuds.office.models import Ground, Norm, Office
from ombuds.statistics import labels, mapping, periods
from ombuds.statistics.counters import Counter
from ombuds.statistics.figures import frame, scope
from ombuds.statistics.models import Reclassification
from ombuds.statistics.tables import Table

BLANK = "-"
Reclassified = Reclassification.Dimension


Names = Callable[[Office, list[str]], Mapping[str, labels.Labels]]


@dataclass(frozen=True, slots=True)
class Dimension:
    """`path` leads from a case to the property, `where` says which of several rows on that path count."""

    path: str
    head: Promise | str
    names: Names
    many: bool = False  # a case can have several
    only_given: bool = (
        False  # cases without the property are outside the counter, instead of in a row of their own
    )
    ranked: bool = False  # most frequent first, instead of the order of the vocabulary
    where: Mapping[str, Any] = field(default_factory=dict)
    without: Promise | str = labels.UNKNOWN  # what the row of cases without the property is called
    mapped: str = ""  # old ones of this kind count as what they became
    counts: str = "pk"  # what is counted: cases, or rows on the path


def _choices(kind: type[models.TextChoices]) -> Names:
    return lambda office, keys: labels.of_choices(kind)


def _terms(*vocabularies: str) -> Names:
    return lambda office, keys: labels.of_terms(office, *vocabularies)


def _bodies(office: Office, keys: list[str]) -> Mapping[str, labels.Labels]:
    return {str(pk): names for pk, names in labels.of_bodies(int(key) for key in keys).items()}


def _norms(office: Office, keys: list[str]) -> Mapping[str, labels.Labels]:
    rows = Norm.objects.filter(office=office, code__in=keys).order_by("order", "valid_from")
    return {code: dict(names) for code, names in rows.values_list("code", "labels")}


def _grounds(office: Office, keys: list[str]) -> Mapping[str, labels.Labels]:
    rows = Ground.objects.filter(office=office, code__in=keys).order_by("order", "valid_from")
    return {code: dict(names) for code, names in rows.values_list("code", "labels")}


FINAL = "final"
DIMENSIONS: dict[str, Dimension] = {
    "received_by_kind": Dimension("kind", _("Kind"), _choices(CaseKind)),
    "received_by_channel": Dimension("channel", _("Channel"), _choices(Channel), ranked=True),
    "received_by_language": Dimension("language", _("Language"), _choices(Language), ranked=True),
    "competence": Dimension(
        "competencedecisions__verdict",
        _("Decision"),
        _choices(CompetenceVerdict),
        many=True,
        where={"competencedecisions__status": FINAL},
        without=_("Not decided yet"),
    ),
    "admissibility": Dimension(
        "admissibilitydecisions__verdict",
        _("Decision"),
        _choices(Verdict),
        many=True,
        where={"admissibilitydecisions__status": FINAL},
        without=_("Not decided yet, or not needed"),
    ),
    "admissibility_by_ground": Dimension(
        "admissibilitydecisions__uses__ground__code",
        _("Ground"),
        _grounds,
        many=True,
        only_given=True,
        ranked=True,
        where={
            "admissibilitydecisions__status": FINAL,
            "admissibilitydecisions__verdict": Verdict.REFUSED,
            "admissibilitydecisions__uses__verdict": GroundVerdict.USED,
        },
    ),
    "assessment": Dimension("assessment", _("Assessment"), _choices(Assessment), only_given=True),
    "result": Dimension("result", _("Result"), _choices(Result), only_given=True),
    "norms_breached": Dimension(
        "grievances__findings__norm__code",
        _("Norm"),
        _norms,
        many=True,
        only_given=True,
        ranked=True,
        where={
            "grievances__findings__verdict": Finding.BREACHED,
            "grievances__findings__replaced_at__isnull": True,
        },
    ),
    "norm_mentions": Dimension(
        "grievances__findings__norm__code",
        _("Norm"),
        _norms,
        many=True,
        only_given=True,
        ranked=True,
        where={
            "grievances__findings__verdict": Finding.BREACHED,
            "grievances__findings__replaced_at__isnull": True,
        },
        counts="grievances__findings",
    ),
    "per_body": Dimension(
        "grievances__body_id", _("Service"), _bodies, many=True, ranked=True, mapped=Reclassified.BODY
    ),
    "per_policy_domain": Dimension(
        "grievances__body__policy_domain", _("Policy domain"), _terms("policy_domain"), many=True, ranked=True
    ),
    "per_authority_level": Dimension(
        "grievances__body__level",
        _("Level of authority"),
        _terms("level", "authority_level"),
        many=True,
        ranked=True,
    ),
    "per_local_board": Dimension(
        "grievances__body_id",
        _("Local board"),
        _bodies,
        many=True,
        only_given=True,
        ranked=True,
        mapped=Reclassified.BODY,
        where={
            "grievances__body__kind__in": (
                Body.Kind.MUNICIPALITY,
                Body.Kind.WELFARE,
                Body.Kind.INTERMUNICIPAL,
            )
        },
    ),
    "per_theme": Dimension("theme", _("Theme"), _terms("theme"), ranked=True, mapped=Reclassified.THEME),
}


def table(counter: Counter, office: Office, years: list[int]) -> Table:
    """Return the table of one of DIMENSIONS."""
    dimension = DIMENSIONS[counter.code]
    everything = scope.cases(office, counter.scope)
    given = everything.filter(**dimension.where) if dimension.where else everything
    given = given.exclude(_blank(dimension.path)) if dimension.only_given and not dimension.where else given
    new = mapping.by_old(office).get(dimension.mapped, {}) if dimension.mapped else {}
    counts = _counts(given, counter, dimension, years, new)
    totals = (
        _totals(given, counter, years, distinct=dimension.many, counts=dimension.counts)
        if dimension.only_given
        else _totals(everything, counter, years)
    )
    if dimension.where and not dimension.only_given:
        decided = _totals(given, counter, years, distinct=True)
        counts[BLANK] = {each: totals[each] - decided[each] for each in totals}
    return frame.build(
        counter,
        years,
        _lines(dimension, office, counts, years[0]),
        head=labels.everywhere(dimension.head),
        totals=totals,
        adds_up=not dimension.many or dimension.counts != "pk",
        notes=mapping.notes(office, dimension.mapped) if new else (),
    )


def _lines(
    dimension: Dimension, office: Office, counts: dict[str, dict[int, int]], year: int
) -> list[tuple[str, labels.Labels, dict[int, int]]]:
    """Return the lines in their order, those without the property last."""
    names = dimension.names(office, [key for key in counts if key != BLANK])
    keys = [key for key in names if key in counts] + sorted(
        key for key in counts if key not in names and key != BLANK
    )
    if dimension.ranked:
        keys.sort(key=lambda key: -counts[key].get(year, 0))
    lines = [(key, names.get(key) or dict.fromkeys(labels.LANGUAGES, key), counts[key]) for key in keys]
    if BLANK in counts:
        lines.append((BLANK, labels.everywhere(dimension.without), counts[BLANK]))
    return lines


def cases(counter: Counter, office: Office, year: int, key: str) -> QuerySet[Case]:
    """Return the cases behind one cell of such a table."""
    dimension = DIMENSIONS[counter.code]
    found = scope.cases(office, counter.scope).filter(
        periods.within(scope.DATE_FIELDS[counter.date_rule], year)
    )
    given = found.filter(**dimension.where) if dimension.where else found
    if key == BLANK:
        return (
            found.exclude(pk__in=given.values("pk"))
            if dimension.where
            else found.filter(_blank(dimension.path))
        )
    if key:
        if not _fits(dimension, key):
            return found.none()
        old = mapping.by_old(office).get(dimension.mapped, {}) if dimension.mapped else {}
        keys = [key, *(each for each, new in old.items() if new == key)]
        return found.filter(**dimension.where, **{f"{dimension.path}__in": keys}).distinct()
    if dimension.only_given:
        given = given if dimension.where else given.exclude(_blank(dimension.path))
        return given.distinct()
    return found


def _fits(dimension: Dimension, key: str) -> bool:
    # A key comes from an address; text where the column holds a number would be an error of the database.
    return not dimension.path.endswith("_id") or (key.isascii() and key.isdigit() and len(key) < 10)


def _kind(dimension: Dimension) -> models.Field[Any, Any]:
    return models.BigIntegerField() if dimension.path.endswith("_id") else models.CharField()


def _typed(dimension: Dimension, key: str) -> int | str:
    return int(key) if dimension.path.endswith("_id") else key


def _blank(path: str) -> Q:
    empty = Q(**{f"{path}__isnull": True})
    return empty if path.endswith("_id") else empty | Q(**{path: ""})


def _counts(
    found: QuerySet[Case], counter: Counter, dimension: Dimension, years: list[int], new: Mapping[str, str]
) -> dict[str, dict[int, int]]:
    """Return key → year → number of cases, in one query."""
    moment = scope.DATE_FIELDS[counter.date_rule]
    if new:
        # Counted by the database under the new name, so that a case with both counts once.
        whens = [
            models.When(**{dimension.path: old}, then=models.Value(_typed(dimension, end)))
            for old, end in new.items()
        ]
        found = found.annotate(
            mapped=models.Case(*whens, default=models.F(dimension.path), output_field=_kind(dimension))
        )
    rows = (
        found.filter(periods.during(moment, years))
        .annotate(in_year=periods.year_of(moment, years))
        .values_list("mapped" if new else dimension.path, "in_year")
        .annotate(number=Count(dimension.counts, distinct=dimension.many))
    )
    counts: dict[str, dict[int, int]] = {}
    for value, each, number in rows:
        line = counts.setdefault(BLANK if value in (None, "") else str(value), dict.fromkeys(years, 0))
        line[each] += number
    return counts


def _totals(
    found: QuerySet[Case], counter: Counter, years: list[int], *, distinct: bool = False, counts: str = "pk"
) -> dict[int, int]:
    moment = scope.DATE_FIELDS[counter.date_rule]
    rows = (
        found.filter(periods.during(moment, years))
        .annotate(in_year=periods.year_of(moment, years))
        .values_list("in_year")
        .annotate(number=Count(counts, distinct=distinct))
    )
    return dict.fromkeys(years, 0) | dict(rows)
