"""`./run demo`: an invented office in full swing. Never imported.

`ombuds demo` plans three years of cases (`plan`, pure: a seed and a day in), puts them into words (`corpus`, `words`,
`hands`, `people`), and writes them with the history that the services would have left (`load_*`, called by `opening`).
Doors: none. Below it stands every other room.
"""
