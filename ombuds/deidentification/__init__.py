"""Finds what identifies a person in texts and files, and replaces it; the gate gives the only `DeidentifiedText`.

Doors: `engine` (pure), `gate`, `files`, `models` and `services` (the office's lexicon), `terms`. Next room: `cases`.
"""
