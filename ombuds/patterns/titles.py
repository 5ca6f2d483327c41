"""The title and the key words of a pattern, from members that the reader may see; compared with other complaints they may see."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import get_language

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.patterns.engine.terms import Vocabulary, key_terms
from ombuds.patterns.models import Member, Pattern, Signal
from ombuds.patterns.phrasing import TRIED, Words, phrase, tells, weigh
from ombuds.patterns.reading import language_of, telling, text_of
from ombuds.patterns.terms import SignalKind

EXEMPLARS = 40
BACKGROUND = 300
WORDS = 5
USUAL = 200  # members whose subjects are compared


class Titles:
    """For one reader. Loads the background once."""

    def __init__(self, user: User) -> None:
        self._open = Case.objects.visible_to(user).values("pk")
        self.vocabulary = Vocabulary()
        for member in self._members().order_by("-received_on")[:BACKGROUND]:
            self.vocabulary.learn(text_of(member.case), language_of(member.case))

    def of(self, pattern: Pattern, count: int = WORDS) -> list[str]:
        """Key words; the languages take turns, the commonest first."""
        return self.words(Member.objects.filter(pattern=pattern), count)

    def words(self, members: QuerySet[Member], count: int) -> list[str]:
        """The same of any members; of those, only what the reader may see."""
        return spread(key_terms(self._sentences(members), self.vocabulary, 40), count)

    def _sentences(self, members: QuerySet[Member]) -> list[tuple[str, str, float]]:
        """(sentence, language, weight): what the latest of them say themselves."""
        sentences = []
        rows = self._members().filter(pk__in=members.order_by().values("pk"))
        for member in rows.order_by("-received_on")[:EXEMPLARS]:
            language = language_of(member.case)
            sentences += [(text, language, weight) for text, weight in telling(member.case, member.telling)]
        return sentences

    def give(self, patterns: Iterable[Pattern]) -> list[Pattern]:
        """The patterns with `shown`: the title of a person, else the key words."""
        found = list(patterns)
        for pattern in found:
            pattern.shown = pattern.title or self.proposed(pattern)  # type: ignore[attr-defined]
        return found

    def proposed(self, pattern: Pattern) -> str:
        """The subject that most of its cases have, written by staff without names; else the key words."""
        return self.of_members(Member.objects.filter(pattern=pattern)) or f"P{pattern.number}"

    def of_signal(self, signal: Signal) -> str:
        """A pattern's title by a person; else made from the cases that stood out, which may be the lesser part of their pattern."""
        if signal.pattern is not None and (signal.pattern.title or signal.kind != SignalKind.NEAR):
            return signal.pattern.title or self.proposed(signal.pattern)
        return self.of_members(Member.objects.filter(case__signal_links__signal=signal))

    def of_members(self, members: QuerySet[Member]) -> str:
        """The subject that most have, when it tells of the problem; else their most telling sentence; key words where neither is."""
        sentences = self._sentences(members)
        terms = key_terms(sentences, self.vocabulary, 40)
        words = weigh(terms)
        subject = self._subject(members, words)
        if subject:
            return subject
        languages = Counter(language for _, language, _ in sentences)
        first = (get_language() or "")[:2]
        if languages and languages[first] * 3 < languages.total():
            first = languages.most_common(1)[0][0]
        every = [(text, language) for text, language, _ in sentences]
        own = [one for one in every if one[1] == first]
        said = phrase(own, words) or phrase(every, words) or phrase(own, words, 1) or phrase(every, words, 1)
        if said or terms:
            return said or ", ".join(spread(terms, WORDS))
        # Too few to have words in common: what weighs most in one of them.
        heaviest = sorted(sentences, key=lambda one: -one[2])
        return next(filter(None, (phrase([(text, own)], {}, 0) for text, own, _ in heaviest[:TRIED])), "")

    def _subject(self, members: QuerySet[Member], words: Words) -> str:
        """In the reader's language where that is about as common. “Complaint by web form” says nothing and is passed over."""
        rows = self._members().filter(pk__in=members.order_by().values("pk")).order_by("-received_on")
        told = rows.values_list("case__subject", "case__language")[:USUAL]
        subjects = Counter((text, language) for text, language in told if tells(text, language, words) > 1)
        if not subjects:
            return ""
        (subject, _), count = subjects.most_common(1)[0]
        own = [one for one in subjects.most_common() if one[0][1] == (get_language() or "")[:2]]
        if own and own[0][1] * 3 >= count:
            subject = own[0][0][0]
        usual = count >= min(3, max(2, len(told) // 2)) and count * 5 >= len(told)
        return subject if usual else ""

    def _members(self) -> QuerySet[Member]:
        rows = Member.objects.filter(case__in=self._open).select_related("case")
        return rows.prefetch_related("case__submissions", "case__grievances")


def spread(terms: list[tuple[str, str, float]], count: int) -> list[str]:
    """The best words, taken from the languages in the ratio of their weight."""
    total: dict[str, float] = {}
    for _, language, weight in terms:
        total[language] = total.get(language, 0.0) + weight
    given = dict.fromkeys(total, 0)
    left = {language: [word for word, own, _ in terms if own == language] for language in total}
    found: list[str] = []
    while len(found) < count and any(left.values()):
        language = max(
            (lang for lang in left if left[lang]), key=lambda lang: total[lang] / (given[lang] + 1)
        )
        given[language] += 1
        word = left[language].pop(0)
        if word not in found:
            found.append(word)
    return found
