"""One step less telling: a sentence's own words → what happened, plainly → of which kind it was → nothing. Titles and summaries never go empty."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ombuds.deidentification.intruder.plain import Sentence
from ombuds.deidentification.intruder.rewriting import (
    Share,
    level,
    said_anew,
    said_broadly,
    said_more_plainly,
)

TITLE = {
    "nl": "Een verhaal uit onze praktijk",
    "fr": "Une histoire de notre pratique",
    "en": "A story from our practice",
    "de": "Eine Geschichte aus unserer Praxis",
}
SUMMARY = {
    "nl": "De ombudsdienst onderzocht een klacht.",
    "fr": "L'ombudsman a examiné une plainte.",
    "en": "The ombudsman looked into a complaint.",
    "de": "Die Ombudsstelle prüfte eine Beschwerde.",
}
# What stands for a part that has to say something.
INSTEAD = {"title": TITLE, "summary": SUMMARY}
Step = tuple[str, str]  # "rewrite" or "drop", and the new words


@dataclass
class Saying:
    """What was offered or told already, so that nothing is told twice. `says`: whether the part with this name holds this sentence."""

    says: Callable[[str, str], bool]
    told: set[tuple[str, str]] = field(default_factory=set)
    broad: set[tuple[str, str]] = field(default_factory=set)

    def less(self, sentence: Sentence, whole: str, language: str, share: Share | None = None) -> Step | None:
        """The next step for this sentence of the part `whole`; None when nothing less can be said."""
        name = sentence.where.rpartition("/")[2].lower()
        instead = INSTEAD.get(name, {}).get(language, "")
        if name == "title":
            return ("rewrite", instead) if whole.strip() != instead else None
        step = self._step(sentence, language, share)
        if step[0] == "drop" and instead and whole.strip() == sentence.text.strip():
            return ("rewrite", instead) if whole.strip() != instead else None
        return step

    def _step(self, sentence: Sentence, language: str, share: Share | None) -> Step:
        where, at = sentence.where, level(sentence.text)
        if at == 0:
            used = frozenset(event for place, event in self.told if place == where)
            while (anew := said_anew(sentence.text, language, used=used, share=share)) is not None:
                if not self.says(where, anew[0]):
                    self.told.add((where, anew[1]))
                    return "rewrite", anew[0]
                used |= {anew[1]}
        plainer = said_more_plainly(sentence.text, language)
        if plainer is not None and not self.says(where, plainer):
            return "rewrite", plainer
        if at < 2:
            broad = said_broadly(sentence.text, language)
            if broad is not None and (where, broad) not in self.broad and not self.says(where, broad):
                self.broad.add((where, broad))
                return "rewrite", broad
        return "drop", ""
