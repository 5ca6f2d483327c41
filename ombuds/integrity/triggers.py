"""The record of acts is only added to: the database itself refuses to change or delete a row."""

from typing import Any

TABLE = "integrity_entry"
SQLITE = [
    f"CREATE TRIGGER {TABLE}_no_{act.lower()} BEFORE {act} ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the record of acts is only added to'); END"
    for act in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the record of acts is only added to'; END $$",
    f"CREATE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()",
    f"CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()",
]


def install(connection: Any) -> None:
    """Put them into this database."""
    with connection.cursor() as cursor:
        for sql in POSTGRESQL if connection.vendor == "postgresql" else SQLITE:
            cursor.execute(sql)


def remove(connection: Any) -> None:
    """For going back to an earlier version."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP FUNCTION {TABLE}_refuse() CASCADE")
        else:
            for act in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER {TABLE}_no_{act}")
