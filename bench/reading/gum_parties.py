"""Score who is one and the same on GUM's news: python -m bench.reading.gum_parties SHARED [--misses]

Of the persons and bodies that GUM marks by name and that we see, each pair is one party or two. Precision is the share
of our pairs of one party that are GUM's, recall the share of GUM's that are ours; what we do not see is not scored.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from bench.reading.gum import Document, documents
from nongrata.articles import Published, Story
from nongrata.mentions.read import read_story
from nongrata.parties import find_cast
from nongrata.values import Span


def tally_of(shared: Path, say: Callable[[str], None]) -> Mapping[str, int]:
    """Count the pairs that are one party for both, for us alone and for GUM alone."""
    tally: Counter[str] = Counter()
    for document in documents(shared):
        for left, right in combinations(_seen(document), 2):
            gum, ours = left[1] == right[1], left[2] == right[2]
            if gum or ours:
                tally["both" if gum and ours else "ours" if ours else "GUM's"] += 1
            if gum != ours:
                words = " and ".join(repr(each[0].of(document.text)) for each in (left, right))
                say(f"{document.name}: {words} are {'one' if gum else 'two'}")
    return tally


def _seen(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Give each name that both mark, ours used once, with GUM's number of its bearer and our party's id."""
    story = Story(
        span=Span(0, len(document.text)),
        published=Published(on=None, basis="unknown"),
        paragraphs=tuple(document.paragraphs),
    )
    cast = find_cast(document.text, story, read_story(document.text, story, known=lambda folded: None))
    named = [
        (mention.span, party.id) for party in cast.parties for mention in party.mentions if mention.kind != "pronoun"
    ]
    pairs = [
        (_likeness(place, span), place, party, span, bearer)
        for span, bearer in document.bearers
        for place, party in named
        if place.overlaps(span)
    ]
    used: set[tuple[str, Span]] = set()
    for _likely, place, party, span, bearer in sorted(pairs, key=lambda pair: -pair[0]):
        if ("ours", place) not in used and ("GUM", span) not in used:
            used |= {("ours", place), ("GUM", span)}
            yield span, bearer, party


def _likeness(left: Span, right: Span) -> float:
    """Give the share of the characters of either that both have: a name in a longer one of ours is not seen."""
    both = min(left.end, right.end) - max(left.start, right.start)
    return both / (len(left) + len(right) - both)


def f1(tally: Mapping[str, int]) -> float:
    """Give the F1 of the pairs.

    >>> f1({"both": 3, "ours": 1, "GUM's": 1})
    0.75
    """
    both = tally.get("both", 0)
    return 2 * both / max(1, 2 * both + tally.get("ours", 0) + tally.get("GUM's", 0))


def main() -> int:
    """Print F1, and the pairs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each pair that we and GUM read otherwise")
    options = parser.parse_args()
    tally = tally_of(options.shared, print if options.misses else lambda _: None)
    print(f"{f1(tally):.3f}", dict(tally))
    return 0


if __name__ == "__main__":
    sys.exit(main())
