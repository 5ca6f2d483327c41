"""The profile of an office as data: norms, grounds, time limits, words, retention, letters, closing days, report outline.

Doors: `models` (the rows), `services` (what holds on a day), `letters` (filling a letter), `loading` (a folder into the
database), `correcting` (staff change a row, with history). A profile is a folder below `profiles/`; `folder` reads it and
`checking` says what is wrong in it. Next: authorities.
"""
