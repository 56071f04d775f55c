"""When and where: the time and the place that stand with an act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from nongrata.events.sentence.counted import counted_day
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import Tree, words_at
from nongrata.events.sentence.trigger import Trigger
from nongrata.mentions import Place, PlaceId, Time
from nongrata.values import PartialDate

_LATER = frozenset({"later", "afterwards", "subsequently", "eventually", "since", "earlier"})
_DONE = ("acl", "VBN")  # "a militia founded in 1994"
_NEWS = timedelta(days=60)
_ASKING = ("REQUEST", "THREATEN", "AGREE")
_DEADLINE = re.compile(r"(?:before|by|until|till)\b", re.IGNORECASE)  # "asked them to leave by March"
_WILL = frozenset({"will", "would", "shall"})
_DAY = 10  # letters
_YEAR = 4  # letters: "a tanker built in 2007 met another"


def when_of(tree: Tree, trigger: Trigger, times: Sequence[Time]) -> str | None:
    """Give the time in the act's own clause, else the only time of the sentence."""
    here = [time for time in times if time.value is not None and tree.sentence.span.overlaps(time.span)]
    here = [time for time in here if not _is_deadline(tree, trigger, time)]
    clauses = {id(time): _clause_of(tree, time) for time in here}
    for clause in _shared_with(tree, tree.clause(trigger.verb)):
        if own := [time for time in here if clauses[id(time)] == clause]:
            nearest = min(own, key=lambda time: abs(time.span.start - tree.tokens[trigger.verb].span.start))
            return nearest.value
    counted = counted_day(tree, tree.clause(trigger.verb), [(time, clauses[id(time)]) for time in here])
    if counted is not None:
        return counted
    lone = here[0] if len(here) == 1 else None
    if lone is None or _is_counted_from(tree, trigger, lone):
        return None
    told = clauses[id(lone)]
    return None if told is not None and _is_anothers(tree, trigger, told, lone) else lone.value


def _is_anothers(tree: Tree, trigger: Trigger, told: int, time: Time) -> bool:
    """Be the time of what another clause tells: the only one of the sentence need not be the act's."""
    own = tree.clause(trigger.verb)
    if told == own:
        return False
    # "named after a senator under sanctions since 2024"; but "accused Pyongyang of supplying shells since August"
    is_long = time.text.lower().startswith("since ") and told not in tree.up(own)
    between = tree.tokens[min(own, told) : max(own, told)]
    return (
        is_long
        or (_is_done_later(tree, own) and tree.dep(own) == "conj")
        or any(token.text == ";" for token in between)
        or _is_conceded(tree, told)
        or (tree.dep(told) == "acl" and len(time.value or "") == _YEAR)
        or _goes_on(tree, own, told)
        or _is_of_the_charge(tree, own, told, time)
        or _is_earlier(tree, trigger, told)
        or _is_later(tree, own, told)
        or _asides(tree, told) != _asides(tree, trigger.verb)
        or (trigger.frame.type == "ACCUSE" and _is_charged(tree, own, told) and len(time.value or "") < _DAY)
    )


def _asides(tree: Tree, word: int) -> set[int]:
    """Give the clauses about a noun that a word stands in: "the minister, who was listed in 2018, accused Paris"."""
    above = (word, *tree.up(word))
    return {each for each in above if tree.dep(each) == "relcl" or (tree.dep(each), tree.tokens[each].tag) == _DONE}


def _is_conceded(tree: Tree, clause: int) -> bool:
    """Be told against the rest: "has denied sending arms, though a panel found in 2017 that it had"."""
    return any(tree.lemma(kid) in ("though", "although", "while", "whereas") for kid in tree.kids(clause, "mark"))


def _goes_on(tree: Tree, own: int, told: int) -> bool:
    """Be of what came next: "has accused Minsk and in May jailed a spy"."""
    return tree.dep(told) == "conj" and tree.head(told) == own and told > own


def _is_of_the_charge(tree: Tree, own: int, told: int, time: Time) -> bool:
    """Be the day of an accusation that stands before what it accuses of: "on Sunday accused Cambodia of shelling"."""
    is_before = time.span.start < tree.tokens[own].span.start
    return is_before and tree.dep(own) == "pcomp" and tree.clause(tree.head(own)) == told


def _is_earlier(tree: Tree, trigger: Trigger, clause: int) -> bool:
    """Be the time of what had been done before: "praised Paris and said that it had asked last autumn for help"."""
    auxiliaries = [tree.tokens[kid].text.lower() for kid in tree.kids(clause, "aux")]
    own = [tree.tokens[kid].text.lower() for kid in tree.kids(trigger.verb, "aux")]
    return "had" in auxiliaries and "had" not in own


def _shared_with(tree: Tree, clause: int) -> Iterator[int]:
    """Give a clause and those above whose time is its own as well: "on Friday unsealed an indictment charging him"."""
    yield clause
    while tree.dep(clause) in ("conj", "acl", "advcl"):
        is_same = (tree.dep(clause) == "conj" and not _is_now(tree, clause) and not _is_done_later(tree, clause)) or (
            tree.tokens[clause].tag == "VBG" and not tree.kids(clause, "mark")
        )
        above = tree.clause(tree.head(clause))
        if not is_same or above == clause or not tree.is_verb(above):
            return
        clause = above
        yield clause


def _is_later(tree: Tree, own: int, told: int) -> bool:
    """Be the time of what is to come: "rejected the charge and said it would strike on Friday"."""
    will = [any(tree.lemma(kid) in _WILL for kid in tree.kids(verb, "aux")) for verb in (own, told)]
    is_beside = any(tree.dep(up) == "conj" and tree.head(up) == own for up in (told, *tree.up(told)))
    return will == [False, True] and is_beside


def _is_charged(tree: Tree, own: int, told: int) -> bool:
    """Be the deed of which somebody is accused: "accused police of having executed four men in April"."""
    return tree.dep(told) == "pcomp" and own in tree.up(told)


def _is_now(tree: Tree, verb: int) -> bool:
    """Be told as what is going on, beside what was done: "was arrested in May and is being questioned"."""
    now = [tree.tokens[kid].tag in ("VBZ", "VBP") for kid in tree.kids(verb, "aux", "auxpass")]
    return any(now) and any(tree.tokens[kid].tag == "VBD" for kid in tree.kids(tree.head(verb), "aux", "auxpass"))


def _is_deadline(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Be the day by which something asked for is to be done: "ordered lenders to report by Friday"."""
    before = next((token.text.lower() for token in tree.tokens if token.span.end == time.span.start - 1), "")
    lasts = before in ("until", "till") or time.text.lower().startswith(("until ", "till "))
    if lasts and trigger.frame.type in ("COERCE", "SANCTION"):
        return True  # "remanded him until June 11"
    if trigger.frame.type not in _ASKING:
        return False
    return _DEADLINE.match(time.text) is not None or (trigger.frame.type == "REQUEST" and before == "by")


def _is_done_later(tree: Tree, clause: int) -> bool:
    """Be told as done at another time than what stands before: "arrested on Monday and extradited two weeks later"."""
    return any(tree.lemma(kid) in _LATER for kid in tree.kids(clause, "advmod"))


def _is_counted_from(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Be dated by its distance to something else: "on Thursday, a day before the Treasury announced …"."""
    clause = tree.clause(trigger.verb)
    marks = [tree.lemma(kid) for kid in tree.kids(clause, "mark")]
    is_before = time.span.start < tree.tokens[clause].span.start
    return (
        is_before
        and tree.dep(clause) == "advcl"
        and any(mark in ("before", "after", "since", "until") for mark in marks)
    )


def is_background(tree: Tree, trigger: Trigger, times: Sequence[Time], published: date | None) -> bool:
    """Be a listing told as something known, not as news: "is sanctioned by the West", "blacklisted in 2022".

    That is a claim about the lists (claims/checked.py), not an event of the story.
    """
    if "background" not in trigger.frame.flags:
        return False
    auxiliaries = [tree.tokens[kid] for kid in tree.kids(trigger.verb, "auxpass")]
    if any(token.tag in ("VBZ", "VBP") for token in auxiliaries) or any(
        tree.lemma(kid) == "still" for kid in tree.kids(trigger.verb, "advmod")
    ):
        return True
    if tree.dep(trigger.verb) in ("relcl", "acl") or any(
        tree.lemma(kid) == "since" for kid in tree.kids(trigger.verb, "mark")
    ):
        return True
    when = when_of(tree, trigger, times)
    return when is not None and published is not None and published - PartialDate(when).latest > _NEWS


def where_of(tree: Tree, trigger: Trigger, places: Sequence[Place]) -> PlaceId | None:
    """Give the place that stands after "in" or "at" in the act's own clause."""
    for place in places:
        words = words_at(tree.tokens, place.span)
        if not place.literal or not words:
            continue
        top = next((word for word in words if tree.head(word) not in words), words[0])
        near = [tree.lemma(up) for up in tree.up(top)[:3] if tree.tokens[up].pos == "ADP"]
        is_near = any(prep in ("in", "at", "near", "outside", "off") for prep in near)
        if is_near and tree.clause(top) == tree.clause(trigger.verb):
            return place.id
    return None


def _clause_of(tree: Tree, time: Time) -> int | None:
    words = words_at(tree.tokens, time.span)
    if not words:
        return None
    top = next((word for word in words if tree.head(word) not in words), words[0])
    clause = tree.clause(top)
    if (spoken := _spoken_in(tree, clause)) is not None:
        return spoken
    return tree.clause(tree.head(clause)) if _is_lasting(tree, clause) and time.basis == "relative" else clause


def _spoken_in(tree: Tree, clause: int) -> int | None:
    """Give the clause of what is said in words that came out that day: "in a video posted on Saturday he mocked"."""
    noun = tree.head(clause)
    prep = tree.head(noun)
    is_out = tree.dep(clause) == "acl" and load_verbs().is_of(tree.lemma(clause), "coming-out")
    is_in = is_out and tree.dep(noun) == "pobj" and tree.lemma(prep) in ("in", "at", "with", "through", "via")
    return tree.clause(tree.head(prep)) if is_in else None


def _is_lasting(tree: Tree, clause: int) -> bool:
    """Be a state told beside an act, which a day does not date: "toured a plant that is under sanctions on Friday"."""
    words = (clause, *tree.kids(clause, "auxpass"))
    is_now = any(tree.lemma(word) == "be" and tree.tokens[word].tag in ("VBZ", "VBP") for word in words)
    return is_now and tree.dep(clause) == "relcl"
