"""Of whom a claim about sanctions speaks: by the word that bears it, else the party named nearest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nongrata.events.claims.authorities import is_regime
from nongrata.events.claims.bearers import (
    is_by_name,
    is_that_one,
    maker_of,
    members_of,
    named_beside,
    of_other_kind,
    owner_state,
    runner_of,
)
from nongrata.events.claims.bodies import THE_BODY, body_meant, body_spoken_of
from nongrata.events.claims.fighters import are_fighters_told_of, fighters_meant
from nongrata.events.claims.heads import by_office, by_title, is_of_head, only_head
from nongrata.events.claims.parts import bearing, is_named_so
from nongrata.events.claims.said import Said
from nongrata.events.claims.several import several_meant
from nongrata.events.claims.spoken_for import spoken_for
from nongrata.events.claims.whereabouts import first_in, last_in, named_by
from nongrata.events.who.actors import actors_at
from nongrata.events.who.described import may_mean
from nongrata.events.who.pronouns import HE
from nongrata.parties import Cast, Party


def parties_meant(said: Said, cast: Cast) -> tuple[Party, ...]:
    """Give the parties that the claim is about: usually one, two for "both", none when nobody can be told."""
    if said.like is not None and said.stated.bearer is None:
        return parties_meant(said.like, cast)
    parties = [party for party in cast.parties if not is_regime(party)]
    is_another = said.stated.bearer is not None and is_by_name(said.scene, said.stated.bearer)
    are_fighters = said.stated.bearer is not None and are_fighters_told_of(said, said.stated.bearer)
    by_name = WAYS_OF_NAMES if is_another else WAYS_OF_FIGHTERS if are_fighters else WAYS
    ways = WAYS_OF_HEADS if is_of_head(said) else by_name
    found = next((found for way in ways if (found := way(said, parties))), ())
    if said.like is None:
        return found
    of_another = parties_meant(said.like, cast)  # "his brother Ahmed is not": no other than the one before
    return tuple(party for party in found if party not in of_another)


def _named(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give who is named by the word that bears it, with all members of its list."""
    members = members_of(said)
    named = [named_by(parties, said.sentence.tokens[word], said.sentence.tokens) for word in members]
    if None in named and len(set(named)) > 1:  # "sanctioned both the company and its owner"
        named = [who or _the_one(said, parties, word) for who, word in zip(named, members, strict=True)]
    found = tuple(dict.fromkeys(party for party in named if party is not None)) or bearing(parties, said)
    if not found and (maker := maker_of(said) or runner_of(said)) is not None:
        whom = named_by(parties, said.sentence.tokens[maker], said.sentence.tokens)
        return (whom,) if whom is not None else ()
    if len(found) == 1 and (other := of_other_kind(said, parties, found[0])) is not None:
        return (other,)
    return found


def _the_one(said: Said, parties: list[Party], word: int) -> Party | None:
    """Give whom a member of a list takes up with its article: "the company"."""
    if not is_that_one(said.scene, word):
        return None
    is_body = said.scene.tree.lemma(word) in THE_BODY
    if not is_body and said.scene.tree.tokens[word].tag == "NN":  # "the minister as well as his aide"
        of_it = replace(said, stated=replace(said.stated, bearer=word))
        return next(iter(by_office(of_it, parties) or _of_kind(of_it, parties)), None)
    companies = [party for party in parties if party.schema == "Company"]
    return body_spoken_of(companies, said) if is_body else None


def _named_next(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    found = named_beside(said, parties)
    return (found,) if found else ()


def _taken_up(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give whom a noun or pronoun takes up by the story's own descriptions: "the broker", "it"."""
    if said.stated.bearer is None:
        return ()
    actors = actors_at(said.scene, said.stated.bearer)
    return tuple(party for party in parties if party.id in actors)


def _pronoun(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give whom "he" and "who" mean where no sentence before tells: the person named last."""
    bearer = said.stated.bearer
    if bearer is None or said.sentence.tokens[bearer].text.lower() not in HE | {"who", "whom"}:
        return ()
    found = last_in([party for party in parties if party.schema == "Person"], 0, said.span.start)
    return (found,) if found else ()


def _nearest(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the party named last in the sentence, else the first in what follows: "Sanctioned by Tokyo, the bank"."""
    sentence, bearer = said.sentence.span, said.stated.bearer
    if bearer is not None and said.scene.tree.tokens[bearer].text.lower() in ("they", "them", "these", "those"):
        return ()  # "sided with the founders, but they stay on the list": no one of them by name
    if bearer is not None and said.scene.tree.tokens[bearer].pos == "PROPN":
        parties = [each for each in parties if _stands_within(said, bearer, each)]  # another name is another's
    if bearer is not None and said.scene.tree.tokens[bearer].pos == "NOUN":
        parties = [each for each in parties if may_mean(said.scene, said.scene.tree.lemma(bearer), each.id)]
    is_first = said.span.start == sentence.start
    end = sentence.end if is_first and bearer is not None else said.span.start
    found = last_in(parties, sentence.start, end)
    is_ahead = bearer is not None and said.scene.tree.tokens[bearer].pos == "PRON"  # "since its listing, the bank"
    if found is None and (is_first or is_ahead):
        found = first_in(parties, said.span.start, sentence.end)
    return (found,) if found else ()


def _stands_within(said: Said, bearer: int, party: Party) -> bool:
    """Be named in the phrase that bears the claim, and not as an owner: "the GRU's Unit 29155" is not the GRU."""
    tree = said.scene.tree
    owners = {other for kid in tree.kids(bearer, "poss") for other in tree.subtree(kid)}
    spans = [tree.tokens[word].span for word in tree.phrase(bearer) if word not in owners]
    return any(mention.span.overlaps(span) for mention in party.mentions for span in spans)


def _of_kind(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give whom a noun with its article takes up, by the kind that it tells: "the colonel", "the conglomerate"."""
    bearer, scene = said.stated.bearer, said.scene
    if bearer is None or not is_that_one(scene, bearer):
        return ()
    lemma = scene.tree.lemma(bearer)
    fitting = [party for party in parties if may_mean(scene, lemma, party.id)]
    if (state := owner_state(scene, bearer)) is not None:
        fitting = [party for party in fitting if scene.homes.get(party.id, state) == state]
    if len(named := [party for party in fitting if is_named_so(party, lemma)]) == 1:
        return (named[0],)
    told_of = [party for party in fitting if party.id in (*scene.memory.person, *scene.memory.body)]
    here = last_in(fitting, scene.tree.sentence.span.start, scene.tree.tokens[bearer].span.start)
    ahead = [party for party in parties if last_in([party], 0, said.span.start) is not None]
    only = ahead[0] if len(ahead) == 1 else None  # whatever it was taken for
    found = here or next(iter(told_of), None) or last_in(fitting, 0, said.span.start) or only
    return (found,) if found else ()


Way = Callable[[Said, list[Party]], tuple[Party, ...]]
WAYS: tuple[Way, ...] = (
    _named, _named_next, several_meant, by_office, by_title, spoken_for, body_meant, _taken_up, _pronoun, _of_kind,
    _nearest,
)  # fmt: skip
WAYS_OF_NAMES: tuple[Way, ...] = (_named, _named_next)
WAYS_OF_FIGHTERS: tuple[Way, ...] = (_named, _named_next, fighters_meant)
WAYS_OF_HEADS: tuple[Way, ...] = (
    _named,
    _named_next,
    by_office,
    only_head,
)
