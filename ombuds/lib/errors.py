"""Refusals: expected ways to say no, each with a sentence for the person who asked."""

from django.utils.functional import Promise


class Refusal(Exception):
    """An act that the rules do not allow now. `sentence` is translated and fit to be shown to its reader.

    Subclasses set `sentence` (a lazy translation, may hold %(name)s placeholders filled by keyword arguments).
    """

    template: str | Promise = ""

    def __init__(self, sentence: str | Promise = "", **values: object) -> None:
        self._sentence = sentence or self.template
        self.values = values
        super().__init__(type(self).__name__)

    @property
    def sentence(self) -> str:
        """The sentence in the language that is active now."""
        text = str(self._sentence)
        return text % self.values if self.values else text

    def __str__(self) -> str:
        return self.sentence
