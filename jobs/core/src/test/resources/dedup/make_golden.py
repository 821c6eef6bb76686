"""Shingles of texts by scikit-learn, and Jaccard similarities of all pairs.

python make_golden.py > shingles.json
"""
import json
import unicodedata

from sklearn.feature_extraction.text import CountVectorizer

TEXTS = [
    "arnie morton's of chicago 435 s. la cienega blv. 310/246-1501",
    "Arnie Morton's of Chicago, 435 s. la cienega blvd. 310-246-1501",
    "art's delicatessen 12224 ventura blvd.",
    "a",
    "ab cd",
    "  ",
    "--- !?",
    "ÄRGER Straße 12 naïve cafe\u0301",
    "ärger STRASSE 12 naive café",
    "東京都 \U0001d4d0\U0001d4d1 x_y",
    "aaaaaa aaaa",
]


def normal(text):
    kept = [c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text.lower()]
    return "".join(kept)


def analyzer(kind, n):
    if kind == "words":
        return lambda text: set(normal(text).split())
    # The blanks at the ends of char_wb come from its split on white space, not from the text.
    made = CountVectorizer(analyzer="char_wb", ngram_range=(n, n), lowercase=False)
    analyze = made.build_analyzer()
    return lambda text: set(analyze(normal(text)))


def case(kind, n):
    sets = [analyzer(kind, n)(text) for text in TEXTS]
    pairs = [[len(a & b) / len(a | b) if a & b else 0.0 for b in sets] for a in sets]
    return {"shingles": kind, "size": n, "sizes": [len(s) for s in sets], "jaccard": pairs}


print(
    json.dumps(
        {"texts": TEXTS, "cases": [case("characters", n) for n in (2, 3, 5)] + [case("words", 3)]},
        indent=1,
    )
)
