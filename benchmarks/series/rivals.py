"""What else finds like texts and groups them. Each is None when its package is not installed."""

import math
from collections import Counter
from typing import Any

import numpy as np
import numpy.typing as npt

from ombuds.lib.text import stem, words

Scores = npt.NDArray[np.float32]


def bm25(stored: list[tuple[str, str]], asked: list[tuple[str, str]]) -> Scores:
    """(asked, stored) scores over stems; texts are (text, language)."""
    docs = [Counter(stem(w, lang) for w in words(text)) for text, lang in stored]
    holding = Counter(word for doc in docs for word in doc)
    mean = sum(doc.total() for doc in docs) / len(docs)
    out = np.zeros((len(asked), len(docs)), np.float32)
    for row, (text, lang) in enumerate(asked):
        for word in {stem(w, lang) for w in words(text)} & holding.keys():
            rare = math.log(1 + (len(docs) - holding[word] + 0.5) / (holding[word] + 0.5))
            for place, doc in enumerate(docs):
                count = doc.get(word, 0)
                if count:
                    out[row, place] += rare * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * doc.total() / mean))
    return out


def tfidf(stored: list[str], asked: list[str]) -> Scores | None:
    """Character 3-5-grams within words, cosine."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        return None
    made = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    there = made.fit_transform(stored)
    return np.asarray((made.transform(asked) @ there.T).todense(), np.float32)


def hdbscan(vectors: Scores) -> list[int] | None:
    try:
        from sklearn.cluster import HDBSCAN
    except ImportError:
        return None
    return [int(label) for label in HDBSCAN(min_cluster_size=10).fit_predict(vectors)]


def bertopic(texts: list[str], vectors: Scores | None) -> list[int] | None:
    """As it comes: UMAP and HDBSCAN. With vectors of the plain encoder; without them, TF-IDF reduced by SVD, its light default."""
    try:
        from bertopic import BERTopic
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
    except ImportError:
        return None
    light: Any = make_pipeline(TfidfVectorizer(), TruncatedSVD(100))
    model = BERTopic(embedding_model=light, calculate_probabilities=False, verbose=False)
    labels, _ = model.fit_transform(texts, vectors)
    return [int(label) for label in labels]


def ari(truth: list[str], labels: list[int]) -> float:
    """Adjusted Rand index."""
    _, a = np.unique(np.asarray(truth), return_inverse=True)
    _, b = np.unique(np.asarray(labels), return_inverse=True)
    table = np.zeros((a.max() + 1, b.max() + 1))
    np.add.at(table, (a, b), 1)

    def pairs(x: npt.NDArray[np.float64]) -> float:
        return float((x * (x - 1) / 2).sum())

    both, one, other = pairs(table), pairs(table.sum(1)), pairs(table.sum(0))
    whole = len(truth) * (len(truth) - 1) / 2
    return (both - one * other / whole) / ((one + other) / 2 - one * other / whole)


def v_measure(truth: list[str], labels: list[int]) -> float:
    """Harmonic mean of homogeneity and completeness; 0 when the labels tell nothing of the truth."""
    _, a = np.unique(np.asarray(truth), return_inverse=True)
    _, b = np.unique(np.asarray(labels), return_inverse=True)
    table = np.zeros((a.max() + 1, b.max() + 1))
    np.add.at(table, (a, b), 1 / len(truth))

    def entropy(x: npt.NDArray[np.float64]) -> float:
        return -float((x[x > 0] * np.log(x[x > 0])).sum())

    one, other = entropy(table.sum(1)), entropy(table.sum(0))
    shared = one + other - entropy(table.ravel())
    return 2 * shared / (one + other) if one + other else 1.0
