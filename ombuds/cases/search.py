"""Full-text search over cases: the same stems on SQLite (FTS5) and PostgreSQL (tsvector)."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from ombuds.cases.models import Case, SearchText
from ombuds.lib.text import clean, fold, stems, words

LIMIT = 500  # hits looked at; a search that finds more should be narrowed
MOST_RANKED = 2000  # texts that are weighed against each other; of a word in more texts than that, the newest come first
MOST_CHARACTERS = 200_000  # of one text; the rest of a huge paper is not searched


def index_case(case: Case) -> None:
    """Make the case's own fields findable: reference, subject, names, services, what it is about."""
    people = case.parties.all()
    parts = [case.reference, case.subject]
    for party in people:
        parts += [party.full_name, party.organisation, party.email, party.town]
    for grievance in case.grievances.select_related("body"):
        names = " ".join(grievance.body.names.values()) if grievance.body else ""
        parts += [grievance.summary, grievance.body_as_written, names]
    text = " ".join(part for part in parts if part)
    _write(case, "cases.case", text, plain=fold(text)[:2000])


def index_text(case: Case, source: str, text: str) -> None:
    """Make one text of the case findable. `source` names it, so that a change replaces it."""
    _write(case, source, clean(text)[:MOST_CHARACTERS], plain="")


def _write(case: Case, source: str, text: str, plain: str) -> None:
    values = {"stems": stems(text), "plain": plain}
    SearchText.objects.update_or_create(case=case, source=source, defaults=values)


def find(query: str, limit: int = LIMIT, *, among: QuerySet[Case] | None = None) -> list[int]:
    """Case ids, best first. Whole words by stem (all of them must occur in one text); if none fits, parts of
    words in references, names and subjects. `among` narrows the search itself, so that the limit cuts nothing off
    that the filters would have kept."""
    query = clean(query)[:400]
    wanted = [word[:200] for word in words(query)[:12]]  # PostgreSQL refuses to look for words over 2 kB
    if not wanted:
        return []
    hits = _by_stem(wanted, limit, among)
    return hits or (_by_part(fold(query)[:80], limit, among) if len(fold(query)) >= 3 else [])


def _by_stem(wanted: list[str], limit: int, among: QuerySet[Case] | None) -> list[int]:
    # Each word may match as typed or as any of its stems; all words must match.
    groups = [sorted(set(stems(word).split())) for word in wanted]
    narrow, values = _narrowed(among)
    if connection.vendor == "postgresql":
        terms = " & ".join("(" + " | ".join(f"'{word}'" for word in group) + ")" for group in groups)
        sql = (
            "WITH newest AS MATERIALIZED (SELECT t.id, t.case_id, t.vector FROM cases_searchtext t "  # noqa: S608  # our own words
            f"WHERE t.vector @@ %s::tsquery{narrow} ORDER BY t.id DESC LIMIT %s) "
            "SELECT case_id FROM newest ORDER BY CASE WHEN (SELECT COUNT(*) FROM newest) < %s "
            "THEN ts_rank(vector, %s::tsquery) END DESC, id DESC LIMIT %s"
        )
        return _rows(sql, [terms, *values, MOST_RANKED, MOST_RANKED, terms, limit])
    terms = " AND ".join("(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in groups)
    start = "SELECT t.case_id FROM cases_fts f JOIN cases_searchtext t ON t.id = f.rowid "
    start += f"WHERE cases_fts MATCH %s{narrow} "
    newest = _rows(f"{start}ORDER BY f.rowid DESC LIMIT %s", [terms, *values, MOST_RANKED])
    if len(newest) in (0, MOST_RANKED):
        return list(dict.fromkeys(newest))[:limit]
    return list(
        dict.fromkeys(_rows(f"{start}ORDER BY f.rank, t.case_id DESC LIMIT %s", [terms, *values, limit]))
    )


def _by_part(part: str, limit: int, among: QuerySet[Case] | None) -> list[int]:
    narrow, values = _narrowed(among)
    if connection.vendor == "postgresql":
        escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        sql = f"SELECT t.case_id FROM cases_searchtext t WHERE t.plain LIKE %s{narrow} ORDER BY t.case_id DESC LIMIT %s"  # noqa: S608
        return list(dict.fromkeys(_rows(sql, [f"%{escaped}%", *values, limit])))
    sql = (
        "SELECT t.case_id FROM cases_trigram f JOIN cases_searchtext t ON t.id = f.rowid "  # noqa: S608  # our own words
        f"WHERE cases_trigram MATCH %s{narrow} ORDER BY f.rowid DESC LIMIT %s"
    )
    return list(dict.fromkeys(_rows(sql, ['"' + part.replace('"', '""') + '"', *values, limit])))


def _narrowed(among: QuerySet[Case] | None) -> tuple[str, list[Any]]:
    """The filters as a condition on the row of the text."""
    if among is None:
        return "", []
    try:
        sql, values = among.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:  # filters that exclude each other
        return " AND 1 = 0", []
    return f" AND t.case_id IN ({sql})", list(values)


def _rows(sql: str, values: list[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]
