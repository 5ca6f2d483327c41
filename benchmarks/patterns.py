"""Are like complaints found, grouped and noticed better than by the usual means, on the same data in the same run?

    ./run bench patterns [--only similar,groups,bursts,chain,terms,scale] [--seed 1] [--groups 40] [--a-year 400] [--rows 100000]

The data are invented (`benchmarks/series`): 20 problems in NL, FR and EN among paraphrased filler; queries use wordings that nothing
stored uses. Peers that are not installed are left out and named; scikit-learn, umap-learn, hdbscan, bertopic for Python, and R with the
package surveillance, make the list whole. The wanted ratios stand behind each line; they are those of the project's targets T1 to T10.
"""

import argparse
import datetime as dt
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.series import counts, likeness, making, rivals
from ombuds.patterns.engine import splitting, terms
from ombuds.patterns.engine.chain import PARTS, Chain, Complaint
from ombuds.patterns.engine.encoding import Encoder, Meaning, best, unit
from ombuds.patterns.engine.register import Register
from ombuds.patterns.engine.store import RECORD

A_MONTH = 90  # complaints, where three come a day


def line(name: str, value: float, wanted: str = "", note: str = "") -> None:
    print(f"  {name:<44} {value:8.3f}  {wanted:<10} {note}", flush=True)


def held(made: list[making.Made], folder: str, *, learning: bool = True) -> Chain:
    """The stored complaints, taken in one by one and grouped once."""
    chain = Chain(Path(folder), learning=False)
    for number, m in enumerate(made):
        chain.add(Complaint(number, m.date, m.lang, m.body, m.text))
    if learning:
        chain.regroup(made[-1].date.toordinal())
    return chain


def precision(order: np.ndarray, stored: list[making.Made], asked: list[making.Made]) -> float:
    hits = [
        stored[int(s)].problem == q.problem for q, row in zip(asked, order, strict=True) for s in row[:10]
    ]
    return float(np.mean(hits))


def similar(words: argparse.Namespace) -> None:
    """T1, T2: the ten nearest, wordings never seen; any language, and another language than the question's."""
    stored = list(making.labelled(30, words.seed, 0))
    random.Random(words.seed).shuffle(stored)
    asked = list(making.labelled(10, words.seed + 1, 1))
    with tempfile.TemporaryDirectory() as folder:
        chain = held(stored, folder)
        mine = [[n.id for n in chain.look(q.text, q.lang, top=10)] for q in asked]
        other = []
        for q in asked:
            allowed = np.asarray([m.lang != q.lang for m in stored])
            other.append([n.id for n in chain.look(q.text, q.lang, top=10, allowed=allowed)])
        chain.store.close()
    encoder = Meaning(problems=False)
    plain = np.stack([encoder.encode([m.text])[0] for m in stored])
    questions = np.stack([encoder.encode([m.text])[0] for m in asked])
    scores = questions @ plain.T
    apart = np.asarray([[m.lang == q.lang for m in stored] for q in asked])
    ours = precision(np.asarray(mine), stored, asked)
    encoded = precision(np.argsort(-scores, axis=1), stored, asked)
    lexical = {"BM25": rivals.bm25([(m.text, m.lang) for m in stored], [(m.text, m.lang) for m in asked])}
    found = rivals.tfidf([m.text for m in stored], [m.text for m in asked])
    lexical |= {"TF-IDF, characters": found} if found is not None else {}
    rates = {name: precision(np.argsort(-s, axis=1), stored, asked) for name, s in lexical.items()}
    line("P@10 ours", ours)
    line("P@10 plain encoder", encoded)
    for name, rate in rates.items():
        line(f"P@10 {name}", rate)
    line("T1 ours / plain encoder", ours / encoded, ">= 2.0")
    line("T1 ours / best lexical", ours / max(rates.values()), ">= 5")
    across = precision(np.asarray(other), stored, asked)
    across_plain = precision(np.argsort(-np.where(apart, -2, scores), axis=1), stored, asked)
    line(
        "T2 other language: ours / plain encoder",
        across / across_plain,
        ">= 1.6",
        f"{across:.3f} / {across_plain:.3f}",
    )
    share = np.mean([stored[s].lang != q.lang for q, row in zip(asked, mine, strict=True) for s in row])
    line("T2 share of neighbours in another language", float(share), ">= .55")


def groups(words: argparse.Namespace) -> None:
    """T4: all complaints grouped; BERTopic and HDBSCAN as they come."""
    made = list(making.labelled(55, words.seed))
    random.Random(words.seed).shuffle(made)
    truth = [m.problem for m in made]
    with tempfile.TemporaryDirectory() as folder:
        chain = held(made, folder)
        whole = [chain.groups.label(row) for row in range(len(made))]
        chain.store.close()
    with tempfile.TemporaryDirectory() as folder:
        chain = Chain(Path(folder))
        before: list[int] = []
        for number, m in enumerate(made):
            chain.add(Complaint(number, m.date + dt.timedelta(number // 3), m.lang, m.body, m.text))
            if number == len(made) - A_MONTH:
                before = [chain.groups.label(row) for row in range(number)]
        stepwise = [chain.groups.label(row) for row in range(len(made))]
        chain.regroup((made[-1].date + dt.timedelta(len(made) // 3 + 30)).toordinal())
        later = [chain.groups.label(row) for row in range(len(made))]
        chain.store.close()
    sizes = Counter(whole)
    ours, steps = rivals.ari(truth, whole), rivals.ari(truth, stepwise)
    line("ARI ours, at once", ours, "", f"{len(sizes)} groups of {len(set(truth))}")
    line("ARI ours, one by one", steps)
    line("T4 one by one - at once", steps - ours, ">= -.03")
    line("T4 pairs that a month leaves as they were", _stable(stepwise, later), ">= .95")
    line("   complaints that keep their number", float(np.mean(np.asarray(stepwise) == np.asarray(later))))
    note = f"{A_MONTH} came, a twelfth of all"
    line("   pairs that the month before it left", _stable(before, stepwise[: len(before)]), "", note)
    line("T2 V(language) of the groups", rivals.v_measure([m.lang for m in made], whole), "<= .01")
    line("T4 coverage (groups of 3 and more)", sum(n for n in sizes.values() if n > 2) / len(made), ">= .95")
    encoder = Meaning(problems=False)
    plain = np.stack([encoder.encode([m.text])[0] for m in made])
    texts = [m.text for m in made]
    peers = {
        "HDBSCAN on the plain encoder": rivals.hdbscan(plain),
        "BERTopic, light": rivals.bertopic(texts, None),
        "BERTopic on the plain encoder": rivals.bertopic(texts, plain),
    }
    for name, labels in peers.items():
        if labels is None:
            print(f"  {name}: not installed")
        else:
            rate = rivals.ari(truth, labels)
            line(f"ARI {name}", rate, "", f"ratio {ours / max(rate, 0.01):.1f} (T4: >= 4 for BERTopic)")


def _stable(before: list[int], after: list[int]) -> float:
    """Of the pairs that were together, the share that still is."""
    one, two = np.asarray(before), np.asarray(after)
    together = (one[:, None] == one) & ~np.eye(len(one), dtype=bool)
    return float(((two[:, None] == two) & together).sum() / max(1, together.sum()))


def bursts(words: argparse.Namespace) -> None:
    """T5, T6: series of counts; our level is set by our own means, those of the others with the truth in hand."""
    rate = 0.10
    for name, growth in (("steady office", 1.0), ("office that grows x1.4 a year", 1.4)):
        made = counts.simulate(words.groups, words.seed, growth=growth)
        print(
            f"  {name}: {words.groups} simulated groups, three years, {rate} false episodes a group-year wanted"
        )
        peers = {"the same windows, truth known (a ceiling)": counts.oracle(made, words.seed, growth=growth)}
        _detected(made, rate, peers)
    for which in counts.REAL:
        _real(which, rate, words)


def _real(which: str, rate: float, words: argparse.Namespace) -> None:
    """T6 on counts that nobody invented, in four thinnings; bursts are added to one series at a time."""
    realised, found, tried = [], [], []
    for seed in range(words.seed, words.seed + 4):
        plain = counts.real(which, seed)
        if plain is None:
            print(f"  {which}: R with the package surveillance is not installed")
            return
        tried.append(plain)
        scores, level = counts.ours(plain, rate)
        realised.append(counts.judged(scores, plain, level).false / rate)
        found.append(counts.found_of_one(plain, level, rate, seed, each=2)[0])
    print(f"  {which}: real counts, thinned four times so that the whole grows x1.4 a year")
    each = " ".join(f"{one:.2f}" for one in realised)
    line("  T6 realised / set false alarms, our level", float(np.mean(realised)), ".7 - 1.5", each)
    line("  T6 found of bursts added to one series", float(np.mean(found)), ">= .60")
    for peer, detect in (("Farrington flexible", counts.farrington), ("CUSUM", counts.cusum)):
        simulated = counts.simulate(words.groups, words.seed)
        other, seen = detect(simulated), detect(tried[-1])
        if seen is not None and other is not None:
            carried = counts.level_for(other, simulated, rate)
            line(f"  {peer}, its level carried over", counts.judged(seen, tried[-1], carried).false / rate)


def _detected(made: counts.Simulated, rate: float, more: dict[str, list[dict[int, float]]]) -> None:
    started = time.process_time()
    scores, level = counts.ours(made, rate)
    spent = (time.process_time() - started) / len(made.counts) / (52 * made.years)
    own = counts.judged(scores, made, level)
    note = f"found {own.found:.3f}; delay {own.delay:.0f} weeks; {1000 * spent:.2f} ms a test"
    line("  T6 realised / set false alarms, our level", own.false / rate, ".7 - 1.5", note)
    at = counts.judged(scores, made, counts.level_for(scores, made, rate))
    line("  found by ours at that rate", at.found, "", f"{at.weeks:.2f} weeks of false alarm a group-year")
    peers = {
        "Farrington flexible": counts.farrington(made),
        "CUSUM": counts.cusum(made),
        "EARS C1": counts.ears(made),
        **more,
    }
    for peer, seen in peers.items():
        if seen is None:
            print(f"    {peer}: R with the package surveillance is not installed")
            continue
        theirs = counts.judged(seen, made, counts.level_for(seen, made, rate))
        wanted = {"Farrington flexible": ">= 1.4", "CUSUM": ">= 1.3"}.get(peer, "")
        note = f"{at.found:.3f} / {theirs.found:.3f}; it is on for {theirs.weeks:.2f} false weeks; alarm on at all {at.sounding:.3f} / {theirs.sounding:.3f}"
        line(f"  T5 ours / {peer}", at.found / max(theirs.found, 0.001), wanted, note)


def chain(words: argparse.Namespace) -> None:
    """T7: text in, signals out, beside the same alarms on true labels, our chain on whole texts, and their neighbours only; seeds from 21 on."""
    whole = "whole texts, neighbours only"
    told: dict[str, list[Heard]] = {"ours": [], "perfect labels": [], "our chain, whole texts": [], whole: []}
    for seed in range(words.seed + 20, words.seed + 20 + words.seeds):
        made, planted = making.stream(seed, a_year=words.a_year, years=4)
        encoder, plain = Remembering(best()), Remembering(Meaning(problems=False))
        truth = {p: n + 1 for n, p in enumerate(making.blocks("problems"))}
        labels = {n: truth[m.problem] for n, m in enumerate(made)}
        for name in told:
            with tempfile.TemporaryDirectory() as folder:
                if name == "ours":
                    one = Chain(Path(folder), encoder=encoder)
                elif name == "our chain, whole texts":
                    one = Chain(Path(folder), encoder=Whole(plain))
                elif name == whole:
                    one = Neighbours(Path(folder), Whole(plain))
                else:
                    one = Perfect(Path(folder), encoder, labels)
                told[name].append(_heard(one, made, planted))
    rates = {}
    for name, heard in told.items():
        bursts, new = sum(h.bursts for h in heard), sum(h.new for h in heard)
        rates[name] = sum(len(h.delays) for h in heard) / bursts
        unseen = sum(h.new_found for h in heard) / max(1, new)
        false = sum(h.false for h in heard) / sum(h.years for h in heard)
        delay = np.median([d for h in heard for d in h.delays])
        note = f"new {unseen:.2f} of {new}; {delay:.0f} days; {false:.1f} false a year; campaigns {sum(h.named for h in heard)} of {len(heard)}"
        line(f"bursts found of {bursts}, {name}", rates[name], "", note)
        if name == "ours":
            line("T6 realised / set false alarms of the chain", false / Chain.budget, ".7 - 1.5")
    line("T7 ours / perfect labels", rates["ours"] / max(rates["perfect labels"], 0.01), ">= .93")
    line("T7 ours / whole texts, neighbours only", rates["ours"] / max(rates[whole], 0.01), ">= 1.8")


class Remembering:
    """Encodes a sentence once for all chains of a run."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.near, self.leading = encoder.name, encoder.near, encoder.leading
        self._encoder = encoder
        self._known: dict[str, np.ndarray] = {}

    def encode(self, sentences: Sequence[str], language: str = "") -> np.ndarray:
        fresh = [one for one in dict.fromkeys(sentences) if one not in self._known]
        if fresh:
            made = self._encoder.encode(fresh, language)
            self._known.update(zip(fresh, made.astype(np.float16), strict=True))
        rows = [self._known[one] for one in sentences]
        return np.asarray(rows, np.float32) if rows else np.zeros((0, 512), np.float32)


class Whole:
    """A complaint as one vector of its whole text."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.near, self.leading = encoder.name, encoder.near, encoder.leading
        self._encoder = encoder

    def encode(self, sentences: Sequence[str], language: str = "") -> np.ndarray:
        return self._encoder.encode([" ".join(sentences)], language)


class Bare(Register):
    """Takes nothing away from a vector."""

    def centred(self, raw: np.ndarray, language: str) -> np.ndarray:
        return unit(raw)


class Neighbours(Chain):
    """Alarms on what is near a complaint and nothing else: no groups, no weights, no centres of languages."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        super().__init__(folder, encoder=encoder)
        self.budget /= PARTS["near"]  # all of it is for the one kind
        self.register = Bare(encoder.near)
        self.groups.assign = lambda row, near, radius: 0  # type: ignore[method-assign]

    def _group_again(self, *, fresh: bool) -> None:
        return None


class Perfect(Chain):
    """Knows the true problem of each complaint: what the alarms could reach at best."""

    def __init__(self, folder: Path, encoder: Encoder, truth: dict[int, int]) -> None:
        super().__init__(folder, encoder=encoder)
        self.truth = truth
        self.groups.assign = self._assign  # type: ignore[method-assign]

    def _assign(self, row: int, near: object, radius: float) -> int:
        self.groups.pin(row, self.truth[row])
        return self.truth[row]

    def _group_again(self, *, fresh: bool) -> None:
        return None


@dataclass
class Heard:
    """What one stream set off. `false` alarms from the first half-year on, when they begin."""

    bursts: int
    new: int
    years: float
    delays: list[int] = field(default_factory=list)
    new_found: int = 0
    false: int = 0
    named: int = 0


def _heard(chain: Chain, made: list[making.Made], planted: list[making.Planted]) -> Heard:
    years = (made[-1].date - made[0].date).days / 365.25 - 0.5
    told = Heard(len(planted), sum(p.is_new for p in planted), years)
    found: set[str] = set()
    for number, m in enumerate(made):
        arrival = chain.add(Complaint(number, m.date, m.lang, m.body, m.text))
        for alarm in arrival.alarms:
            if alarm.kind == "campaign":
                told.named += bool(m.campaign)
                continue
            about = Counter(made[row].problem for row in alarm.rows)
            right = [
                p
                for p in planted
                if p.first <= m.date <= p.last + dt.timedelta(28) and about[p.problem] * 3 >= len(alarm.rows)
            ]
            told.false += not right
            for p in right:
                if p.problem not in found:
                    found.add(p.problem)
                    told.delays.append((m.date - p.first).days)
                    told.new_found += p.is_new
    chain.store.close()
    return told


def key(words: argparse.Namespace) -> None:
    """T10: of eight key words of a problem in one language, the share that stand in its wordings; and do they alone tell which it is?"""
    encoder = Meaning(problems=False)
    for language in making.LANGUAGES:
        made = [m for m in making.labelled(90, words.seed, 0) if m.lang == language]
        told = _key_words(made, language)
        wordings = {problem: making.wordings(problem, language, None) for problem in told}
        rates = [
            sum(word in own for word in found) / max(1, len(found))
            for problem, found in told.items()
            for own in [{w for text in wordings[problem] for w in terms.stems(text, language).values()}]
        ]
        line(f"T10 precision of key words, {language}", float(np.mean(rates)), ">= .92")
        unseen = [encoder.encode(making.wordings(problem, language, 1)).mean(0) for problem in told]
        middles = unit(np.stack(unseen))
        said = encoder.encode([", ".join(found) for found in told.values()])
        right = np.argmax(unit(said - said.mean(0)) @ unit(middles - middles.mean(0)).T, axis=1)
        rate = float((right == np.arange(len(told))).mean())
        line(f"T10 identification by them alone, {language}", rate, ">= .70", f"of {len(told)} problems")


def _key_words(made: list[making.Made], language: str) -> dict[str, list[str]]:
    """Problem → its key words, from the telling sentences of its complaints."""
    vocabulary = terms.Vocabulary()
    for m in made:
        vocabulary.learn(m.text, language)
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        chain = held(made, folder, learning=False)
        for problem in making.blocks("problems"):
            rows = [row for row, m in enumerate(made) if m.problem == problem]
            said = [
                (s, language, float(w))
                for row in rows
                for s, w in zip(splitting.sentences(made[row].text), chain.weights(row), strict=False)
            ]
            found[problem] = chain.key_words(terms.key_terms(said, vocabulary, 40), rows)
        chain.store.close()
    return found


def scale(words: argparse.Namespace) -> None:
    """T8: one complaint among many; vectors are real ones mixed in pairs with noise."""
    rng = np.random.default_rng(words.seed)
    encoder = best()
    said = [(s, m.lang) for m in making.labelled(10, 3) for s in splitting.sentences(m.text)]
    raw = encoder.encode([sentence for sentence, _ in said])
    some = likeness.centred(raw, [language for _, language in said])
    with tempfile.TemporaryDirectory() as folder:
        _stored_apart(Path(folder), words.rows, raw, some)
        started, spent = time.perf_counter(), time.process_time()
        chain = Chain(Path(folder), learning=False)
        note = f"{time.process_time() - spent:.1f} s of CPU"
        line(f"restart with {words.rows} stored, seconds", time.perf_counter() - started, "< 5", note)
        line("recall@10 of 50 questions", chain.index.recall(rng.integers(0, words.rows, 50)), ">= .998")
        chain.save()
        chain.store.close()
        started = time.perf_counter()
        chain = Chain(Path(folder), learning=False)
        line("   once the signs are on disk, seconds", time.perf_counter() - started, "< 5")
        chain.levels = {"near": 3.0, "pattern": 3.0}
        for name, repeat in (("330", 1), ("1,600", 5)):
            looks, adds = [], []
            asked = [m for m in making.labelled(6, 77) if m.lang == "nl"]
            for number, m in enumerate(asked[:40]):
                text = " ".join(other.text[:320] for other in asked[number : number + repeat])
                looks.append(_ms(lambda text=text, m=m: _afresh(encoder, lambda: chain.look(text, m.lang))))
                one = Complaint(10**9 + number, _last_day(chain), m.lang, "body-1", f"Zo {text}")
                adds.append(_ms(lambda one=one: _afresh(encoder, lambda: chain.add(one))))
            wanted = "<= 35" if repeat == 1 else "<= 60"
            line(f"T8 looked up, {name} characters, p95 ms CPU", float(np.percentile(looks, 95)), wanted)
            line(f"   taken in with its alarms, {name}, p95 ms CPU", float(np.percentile(adds, 95)), "< 100")
        pages = f"{_resident('RssAnon'):.0f} without pages of the files"
        line("resident memory, MB", _resident("VmRSS"), "<= 600", pages)
        _searches(chain, some)
        chain.store.close()


def _stored_apart(folder: Path, rows: int, raw: np.ndarray, some: np.ndarray) -> None:
    """In a program of its own, so that what it used is not counted as memory of the one that answers."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        spent = apart.submit(_stored, folder, rows, raw, some).result()
    line(f"{rows} vectors written, seconds of CPU", spent)


def _stored(folder: Path, rows: int, raw: np.ndarray, some: np.ndarray) -> float:
    """Ten years of complaints in two thousand patterns; seconds of CPU. `some` are the raw vectors without what a language has in common."""
    rng, started = np.random.default_rng(1), time.process_time()
    chain = Chain(folder, learning=False)
    for start in range(0, rows, 5000):
        count = min(5000, rows - start)
        one, other = some[rng.integers(0, len(some), count)], some[rng.integers(0, len(some), count)]
        made = unit(one + other + 0.6 * rng.normal(size=one.shape).astype(np.float32) / 22)
        for number, vector in enumerate(made):
            record = np.zeros((), RECORD)
            day = 737000 + 3650 * (start + number) // rows
            record["id"], record["day"], record["language"] = start + number, day, b"nl"
            chain.store.append(record, vector[None], vector)
    for _ in range(800):
        chain.register.learn(raw[rng.integers(0, len(raw), 7)], "nl")
    chain.groups.restore(rng.integers(1, 2000, rows).astype(np.int32), 2000)
    chain.save()
    chain.store.close()
    return time.process_time() - started


def _last_day(chain: Chain) -> dt.date:
    return dt.date.fromordinal(int(chain.store.records["day"][-1]))


def _afresh(encoder: Any, act: Callable[[], object]) -> None:
    """Nothing remembered of the words that were just read."""
    encoder.__dict__.get("_remembered", {}).clear()
    act()


def _ms(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return 1000 * (time.process_time() - before)


def _searches(chain: Chain, some: np.ndarray) -> None:
    """The search alone beside the product of the question with every vector in single precision, reckoned from 50,000 of them."""
    part = chain.store.vectors(slice(0, min(50_000, len(chain.store))))
    exact = [
        _ms(lambda q=q: np.argpartition(-(part @ q), 10)[:10]) * len(chain.store) / len(part)
        for q in some[:20]
    ]
    fast = [_ms(lambda q=q: chain.index.search(q, 10)) for q in some[:20]]
    ratio = float(np.median(exact) / np.median(fast))
    line("T8 exact search / ours", ratio, ">= 25", f"{np.median(exact):.0f} / {np.median(fast):.1f} ms")


def _resident(what: str) -> float:
    """Of /proc/self/status, in MB; not a number where there is none."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return float("nan")
    return next((int(row.split()[1]) / 1024 for row in lines if row.startswith(what)), float("nan"))


ASKED: dict[str, Callable[[argparse.Namespace], None]] = {
    "similar": similar, "groups": groups, "bursts": bursts, "chain": chain, "terms": key, "scale": scale,
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default=",".join(ASKED))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--groups", type=int, default=40, help="series of the simulated counts")
    parser.add_argument("--a-year", type=int, default=400, help="complaints a year of the stream")
    parser.add_argument("--seeds", type=int, default=3, help="streams that T7 is asked of")
    parser.add_argument("--rows", type=int, default=100_000, help="complaints stored for the speed test")
    words = parser.parse_args()
    for name in words.only.split(","):
        if name not in ASKED:
            parser.error(f"there is no part {name}; there are {', '.join(ASKED)}")
        print(f"{name}: {(ASKED[name].__doc__ or '').strip()}")
        ASKED[name](words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
