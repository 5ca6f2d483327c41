"""Where the words of a hand stand: ours beside this file, those of others in a folder that the environment names.

OMBUDS_LETTERS=FOLDER has `nl_x.toml` (keys as in data/nl.toml, those left out are ours), `names_x/ORIGIN.txt` and `templates/nl/x.txt`,
and so on for each language: sentences that nobody here has seen, for a judge of their own. A file of templates may have whole documents ("## doc") beside or instead of sentences.
"""

import os
from pathlib import Path

HOUSE = Path(__file__).parent
HANDS = {"Z": "_z", "X": "_x"}  # by style; all other styles are of the first hand
OWN = "_x"


def words(hand: str) -> Path:
    """The folder of word and name lists. KeyError when the folder of a hand outside this house is not named."""
    return Path(os.environ["OMBUDS_LETTERS"]) if hand == OWN else HOUSE / "data"


def sentences(style: str) -> Path:
    """The folder with one folder of templates for each language."""
    return words(OWN) / "templates" if HANDS.get(style) == OWN else HOUSE / "templates"
