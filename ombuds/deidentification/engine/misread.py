"""What a scanner reads for a letter: '1' and '0' in the place of l, i and o."""

from functools import lru_cache

from ombuds.deidentification.engine.lexicons.loading import LANGUAGES, words

OCR = str.maketrans("01345689$", "oieasbbgs")
OCR_L = str.maketrans("1", "l")


def read_by_eye(word: str) -> tuple[str, str]:
    """With letters for the figures; a '1' may be an i or an l."""
    return word.translate(OCR), word.translate(OCR_L).translate(OCR)


@lru_cache(maxsize=50_000)
def is_misread_word(word: str) -> bool:
    """'f1oor', 'fol1owing': a word of a language with figures in it, and no name."""
    if word.isalpha() or word.isdigit():
        return False
    return any(read in words(language) for read in read_by_eye(word) for language in LANGUAGES)
