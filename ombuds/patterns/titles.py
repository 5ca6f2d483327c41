"""The key words of a pattern, from the telling sentences of members that the reader may see; compared with other complaints they may see."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import get_language

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.patterns.engine.terms import Vocabulary, key_terms
from ombuds.patterns.models import Member, Pattern, Signal
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
        sentences = []
        rows = self._members().filter(pk__in=members.order_by().values("pk"))
        for member in rows.order_by("-received_on")[:EXEMPLARS]:
            language = language_of(member.case)
            sentences += [(text, language, weight) for text, weight in telling(member.case, member.telling)]
        return spread(key_terms(sentences, self.vocabulary, 40), count)

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
        """The commonest subject, in the reader's language where that is about as common; the key words when subjects differ."""
        rows = self._members().filter(pk__in=members.order_by().values("pk")).order_by("-received_on")
        told = rows.values_list("case__subject", "case__language")[:USUAL]
        subjects = Counter(subject for subject, _language in told if subject)
        if subjects:
            subject, count = subjects.most_common(1)[0]
            own = Counter(text for text, language in told if text and language == (get_language() or "")[:2])
            if own and own.most_common(1)[0][1] * 3 >= count:
                subject = own.most_common(1)[0][0]
            if count >= min(3, max(2, len(told) // 2)) and count * 5 >= subjects.total():
                return subject
        return ", ".join(self.words(members, WORDS))

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
