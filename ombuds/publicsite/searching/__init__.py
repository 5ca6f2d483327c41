"""Search over what is published, in NL, FR and EN. The index is plain rows: the same on SQLite and PostgreSQL.

`indexing.refresh(office)` brings it up to date; `finding.find(office, words, …)` asks it. Stems come from `lib.text`.
"""
