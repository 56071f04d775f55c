"""Names and entities held against all loaded lists: which listed parties they may be, the likest first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from nongrata.lists.fields import no_collecting
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, Likeness, compare_ready
from nongrata.names.ready import Ready
from nongrata.screening.candidates.find import Candidates, candidates
from nongrata.screening.candidates.maybe import LikeWords
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.entities.properties import Subject
from nongrata.screening.hits import Hit, Likest, Wanted, answer_of
from nongrata.screening.index import ListIndex
from nongrata.screening.query import Query, readings_of, subject_of_query

WEAK = 0.8  # a weak alias (OFAC's term: too broad to screen by alone) counts less
LIFT = 0.05  # how far below the threshold names may stay that a date or a country can lift above it
LIMIT = 20
AT_ONCE = 200  # queries that are answered in one go


class _Asked(NamedTuple):
    """A query with the readings of its names and what else is told, and how like names must be."""

    query: Query
    names: tuple[Ready, ...]
    subject: Subject | None
    at_least: float

    @classmethod
    def of(cls, query: Query, threshold: float) -> _Asked:
        """Read a query."""
        subject = subject_of_query(query) if query.properties else None
        return cls(query, tuple(readings_of(query)), subject, threshold - (LIFT if subject else 0.0))


def search(
    index: ListIndex,
    query: Query,
    *,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = LIMIT,
    ruled_out: bool = False,
) -> tuple[Hit, ...]:
    """Give the listed parties that the query may mean, the likest first; none below the threshold.

    With `ruled_out`, behind them those whose names reach the threshold and who are rejected by what else is told.
    """
    (found,) = _search(index, (query,), Wanted(threshold, limit, ruled_out))
    return found


def search_all(
    index: ListIndex,
    queries: Iterable[Query],
    *,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = LIMIT,
    ruled_out: bool = False,
) -> Iterator[tuple[Hit, ...]]:
    """Search for each query, in order; some are taken in before the first is answered."""
    rest = iter(queries)
    wanted = Wanted(threshold, limit, ruled_out)
    while some := tuple(islice(rest, AT_ONCE)):
        with no_collecting():
            found = list(_search(index, some, wanted))
        yield from found


def _search(index: ListIndex, queries: Sequence[Query], wanted: Wanted) -> Iterator[tuple[Hit, ...]]:
    """Search for some queries in one go."""
    asked = [_Asked.of(query, wanted.threshold) for query in queries]
    names = [name for each in asked for name in each.names]
    best: list[dict[int, Likest]] = [{} for _each in asked]
    for table in index.shards:
        found = iter(candidates(table, names, [each.at_least for each in asked for _name in each.names]))
        for each, its_best in zip(asked, best, strict=True):
            for name in each.names:
                if (likely := next(found)).likest:
                    _compare(table, name, likely, (each.at_least, its_best))
    for each, its_best in zip(asked, best, strict=True):
        yield answer_of(index, (each.query, each.subject), its_best, wanted)


def _compare(table: NameTable, name: Ready, found: Candidates, wanted: tuple[float, dict[int, Likest]]) -> None:
    """Compare a name with the listed ones that could be like it; keep each party's best."""
    at_least, best = wanted
    like = LikeWords(table, name, found.near)
    compared: dict[tuple[int, ...], Likeness] = {}  # many bear one name
    for place, bound in found.likest:
        listed = int(table.listed_of[place])
        owner = int(table.owners[listed])
        known = best.get(owner)
        if known is not None and known.score >= bound:
            continue
        words = table.words_of(place)
        if (likeness := compared.get(tuple(words))) is None:
            reading = table.reading(place)
            likeness = compare_ready(name, reading, at_least=at_least, may_be=like.beside(words, reading))
            compared[tuple(words)] = likeness
        if likeness.score < at_least:
            continue
        listed_name = table.listed[listed]
        share = (WEAK if listed_name.kind == "weak" else 1.0) * likeness.among_many
        score = round(likeness.score * share, 4)
        this = Likest(likeness, score, listed_name, listed, name.name.text)
        if score >= at_least and (known is None or this.order > known.order):
            best[owner] = this
