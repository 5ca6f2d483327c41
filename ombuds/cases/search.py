"""Full-text search over cases: the same stems on SQLite (FTS5) and PostgreSQL (tsvector)."""

from django.db import connection

from ombuds.cases.models import Case, SearchText
from ombuds.lib.text import clean, fold, stems, words

LIMIT = 500  # hits looked at; a search that finds more should be narrowed
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


def find(query: str, limit: int = LIMIT) -> list[int]:
    """Case ids, best first. Whole words by stem (all of them must occur in one text); if none fits, parts of
    words in references, names and subjects."""
    wanted = words(query)[:12]
    if not wanted:
        return []
    hits = _by_stem(wanted, limit)
    return hits or (_by_part(fold(query)[:80], limit) if len(fold(query)) >= 3 else [])


def _by_stem(wanted: list[str], limit: int) -> list[int]:
    # Each word may match as typed or as any of its stems; all words must match.
    groups = [sorted(set(stems(word).split())) for word in wanted]
    if connection.vendor == "postgresql":
        sql = (
            "SELECT case_id FROM cases_searchtext WHERE vector @@ %s::tsquery "
            "ORDER BY ts_rank(vector, %s::tsquery) DESC, case_id DESC LIMIT %s"
        )
        terms = " & ".join("(" + " | ".join(f"'{word}'" for word in group) + ")" for group in groups)
        return _rows(sql, [terms, terms, limit])
    sql = (
        "SELECT t.case_id FROM cases_fts f JOIN cases_searchtext t ON t.id = f.rowid "
        "WHERE cases_fts MATCH %s ORDER BY f.rank, t.case_id DESC LIMIT %s"
    )
    return _rows(
        sql,
        [
            " AND ".join("(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in groups),
            limit,
        ],
    )


def _by_part(part: str, limit: int) -> list[int]:
    if connection.vendor == "postgresql":
        escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        sql = "SELECT case_id FROM cases_searchtext WHERE plain LIKE %s ORDER BY case_id DESC LIMIT %s"
        return _rows(sql, [f"%{escaped}%", limit])
    sql = (
        "SELECT t.case_id FROM cases_trigram f JOIN cases_searchtext t ON t.id = f.rowid "
        "WHERE cases_trigram MATCH %s ORDER BY t.case_id DESC LIMIT %s"
    )
    return _rows(sql, ['"' + part.replace('"', '""') + '"', limit])


def _rows(sql: str, values: list[str | int]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(dict.fromkeys(row[0] for row in cursor.fetchall()))
