"""Full-text index over SearchText: FTS5 (stems, and trigrams of the short texts) or tsvector and pg_trgm."""

from django.db import migrations

COLUMNS = "stems, plain"
SQLITE = [
    """CREATE VIRTUAL TABLE cases_fts USING fts5(stems, content='cases_searchtext', content_rowid='id',
       tokenize='unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE cases_trigram USING fts5(plain, content='cases_searchtext', content_rowid='id',
       tokenize='trigram')""",
    """CREATE TRIGGER cases_searchtext_added AFTER INSERT ON cases_searchtext BEGIN
       INSERT INTO cases_fts(rowid, stems) VALUES (new.id, new.stems);
       INSERT INTO cases_trigram(rowid, plain) VALUES (new.id, new.plain); END""",
    """CREATE TRIGGER cases_searchtext_removed AFTER DELETE ON cases_searchtext BEGIN
       INSERT INTO cases_fts(cases_fts, rowid, stems) VALUES ('delete', old.id, old.stems);
       INSERT INTO cases_trigram(cases_trigram, rowid, plain) VALUES ('delete', old.id, old.plain); END""",
    """CREATE TRIGGER cases_searchtext_changed AFTER UPDATE ON cases_searchtext BEGIN
       INSERT INTO cases_fts(cases_fts, rowid, stems) VALUES ('delete', old.id, old.stems);
       INSERT INTO cases_trigram(cases_trigram, rowid, plain) VALUES ('delete', old.id, old.plain);
       INSERT INTO cases_fts(rowid, stems) VALUES (new.id, new.stems);
       INSERT INTO cases_trigram(rowid, plain) VALUES (new.id, new.plain); END""",
]
POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    """ALTER TABLE cases_searchtext ADD COLUMN vector tsvector
       GENERATED ALWAYS AS (to_tsvector('simple', stems)) STORED""",
    "CREATE INDEX cases_searchtext_vector ON cases_searchtext USING gin (vector)",
    "CREATE INDEX cases_searchtext_plain ON cases_searchtext USING gin (plain gin_trgm_ops)",
]


def forwards(apps, schema_editor):
    for statement in (
        POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    ):
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE cases_searchtext DROP COLUMN vector")
        schema_editor.execute("DROP INDEX cases_searchtext_plain")
    else:
        for name in ("added", "removed", "changed"):
            schema_editor.execute(f"DROP TRIGGER cases_searchtext_{name}")
        schema_editor.execute("DROP TABLE cases_fts")
        schema_editor.execute("DROP TABLE cases_trigram")


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
