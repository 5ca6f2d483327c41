"""The recovery key: printed once, as words on n sheets of which k bring it back (SLIP-39, the reference library)."""

from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics

from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.keys import Pair, pair_of
from ombuds.integrity.vault.sealing import KEY, new_key

MOST = 16  # sheets, by SLIP-39


def new_sheets(needed: int, sheets: int) -> tuple[Pair, list[str]]:
    """A fresh pair, and its private half in `sheets` rows of words, any `needed` of which bring it back."""
    if not 2 <= needed <= sheets <= MOST:
        raise Refused()
    private = new_key()
    groups = generate_mnemonics(1, [(needed, sheets)], private)
    return pair_of(private), groups[0]


def joined(sheets: Sequence[str]) -> Pair:
    """The pair from enough sheets. Raises Refused for wrong words, too few, or sheets of another key."""
    try:
        private = combine_mnemonics([" ".join(sheet.split()) for sheet in sheets])
    except (MnemonicError, ValueError) as problem:
        raise Refused() from problem
    if len(private) != KEY:
        raise Refused()
    return pair_of(private)
