"""Of whom a claim about sanctions speaks: by the word that bears it, else the party named nearest."""

from __future__ import annotations

import re
from collections.abc import Callable

from nongrata.events.actors import actors_at
from nongrata.events.bodies import THE_BODY, body_introduced, body_spoken_of
from nongrata.events.described import may_be
from nongrata.events.frames import load_verbs
from nongrata.events.pronouns import RELATIVE, WE, antecedent
from nongrata.events.record import Government
from nongrata.events.regimes import is_regime_name
from nongrata.events.said import Said
from nongrata.events.scene import Scene
from nongrata.events.tree import SUBJECTS
from nongrata.events.whereabouts import first_in, last_in, last_two, named_by
from nongrata.parties import Cast, Party

_SOMEBODY = frozenset((
    "man", "woman", "banker", "businessman", "businesswoman", "tycoon", "oligarch", "magnate", "billionaire",
    "financier", "trader", "lawyer", "commander", "singer", "hacker", "brother", "son", "daughter", "wife",
))  # fmt: skip
_NAMED_NEXT = re.compile(
    r"(?:[\s,:–—-]|\b(?:based|registered) in [A-Z]\w+|\b(?:including|such as|called|named|the|among them|\w+-based)\b)*"
)
_NEXT = 60  # characters of the next sentence in which "a sanctioned tanker" is named


def parties_meant(said: Said, cast: Cast) -> tuple[Party, ...]:
    """Give the parties that the claim is about: usually one, two for "both", none when nobody can be told."""
    if said.like is not None:
        return parties_meant(said.like, cast)
    parties = [party for party in cast.parties if not _is_regime(party)]
    return next((found for way in WAYS if (found := way(said, parties))), ())


def _named(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give who is named by the word that bears it, with all members of its list."""
    named = (named_by(parties, said.sentence.tokens[word], said.sentence.tokens) for word in members_of(said))
    found = tuple(dict.fromkeys(party for party in named if party is not None))
    if len(found) > 1 and said.is_news:
        return found[:1]
    if not found and (maker := maker_of(said)) is not None:
        whom = named_by(parties, said.sentence.tokens[maker], said.sentence.tokens)
        return (whom,) if whom is not None else ()
    if len(found) == 1 and (other := _of_other_kind(said, parties, found[0])) is not None:
        return (other,)
    return found


def maker_of(said: Said) -> int | None:
    """Give whose things are told of, where no list has things: "a maker of drones that Washington blacklisted"."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None or tree.dep(bearer) != "pobj" or tree.tokens[bearer].tag != "NNS":
        return None
    return tree.head(tree.head(bearer))


def _of_other_kind(said: Said, parties: list[Party], found: Party) -> Party | None:
    """Give the person whom "who" means where a body is named nearer, and the body that "which" does."""
    tree, bearer = said.scene.tree, said.stated.bearer
    taking = {
        t.text.lower() for i, t in enumerate(tree.tokens) if t.lemma in RELATIVE and antecedent(tree, i) == bearer
    }
    if bearer is None or not taking & {"who", "whom", "which"}:
        return None
    is_person = bool(taking & {"who", "whom"})
    if is_person == (found.schema == "Person"):
        return None
    others = [party for party in parties if (party.schema == "Person") == is_person]
    return last_in(others, said.sentence.span.start, tree.tokens[bearer].span.start)


def _named_next(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    found = named_beside(said, parties)
    return (found,) if found else ()


def named_beside(said: Said, parties: list[Party]) -> Party | None:
    """Give the party that a common noun is told to be: "three firms: Alpha and Beta", "a trader, Alpha Ltd"."""
    bearer = said.stated.bearer
    token = None if bearer is None else said.sentence.tokens[bearer]
    after = None if token is None else first_in(parties, token.span.end, said.sentence.span.end)
    if token is None or after is None or token.pos != "NOUN":
        return None
    start = min(m.span.start for m in after.mentions if m.span.start >= token.span.end)
    return after if _NAMED_NEXT.fullmatch(said.scene.text, token.span.end, start) else None


def members_of(said: Said) -> tuple[int, ...]:
    """Give the words that bear the claim: a list's members, and who is told to be like the subject."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None:
        return ()
    members = list(tree.listed(bearer))
    members += [each for member in members for kid in tree.kids(member, "appos") for each in tree.listed(kid)]
    verbs = {tree.head(bearer)} if tree.dep(bearer) in SUBJECTS else set()
    for word, token in enumerate(tree.tokens):  # "Lukoil, like Rosneft, was sanctioned"
        prep = tree.head(word)
        is_alike = token.dep == "pobj" and tree.tokens[prep].text == "like"
        if is_alike and (tree.head(prep) == bearer or (tree.head(prep) in verbs and prep < tree.head(prep))):
            members.append(word)
    return tuple(members)


def _told_before(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give whom "they", "both" and "the pair" take up: the two people named last."""
    if said.stated.bearer is None:
        return ()
    words = {said.sentence.tokens[said.stated.bearer].text.lower()}
    return last_two(parties, said.span.start) if words & {"they", "them", "both", "pair", "two"} else ()


def _taken_up(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give whom a noun or pronoun takes up by the story's own descriptions: "the broker", "it"."""
    if said.stated.bearer is None:
        return ()
    actors = actors_at(said.scene, said.stated.bearer)
    return tuple(party for party in parties if party.id in actors)


def _by_office(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the party whose office, told elsewhere, stands in the phrase: "placed the North Korean leader under"."""
    bearer = said.stated.bearer
    if bearer is None:
        return ()
    words = said.scene.words(bearer).lower()
    found = (p for p in parties for f in p.facts if f.kind == "position" and f.value.lower() in words)
    return tuple(found)[:1]


def _somebody(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the person whom "he", "who" and "the banker" mean: who was named last."""
    bearer = said.stated.bearer
    if bearer is None:
        return ()
    token = said.sentence.tokens[bearer]
    people = [party for party in parties if party.schema == "Person"]
    start, end = said.sentence.span.start, token.span.start
    if token.text.lower() in ("he", "she", "him", "her", "his", "who", "whom"):
        found = last_in(people, start, end) or last_in(people, 0, end)
        return (found,) if found else ()
    is_somebody = token.lemma in load_verbs().actors["office"] | _SOMEBODY
    found = last_in(people, 0, end) if is_somebody else None
    return (found,) if found else ()


def _speaker(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give for whom "we" speaks: who says it, or whose man says it ("its chairman said")."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None or tree.tokens[bearer].text.lower() not in WE:
        return ()
    sayers = [word for verb in tree.up(bearer) for word in tree.kids(verb, *SUBJECTS) if word != bearer]
    owners = [owner for sayer in sayers for owner in (*tree.kids(sayer, "poss"), sayer)]
    named = (
        party for word in owners for actor in actors_at(said.scene, word) for party in parties if party.id == actor
    )
    found = next(named, None) or (body_spoken_of(parties, said) if sayers else None)
    return (found,) if found else ()


def _body(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the body that "it", "the company" and "a sanctioned tanker" mean."""
    bearer = said.stated.bearer
    if bearer is None:
        return ()
    tokens = said.sentence.tokens
    articles = {token.text.lower() for token in tokens if token.dep == "det" and token.head == bearer}
    if articles & {"a", "an"}:
        fitting = [party for party in parties if may_be(said.scene, tokens[bearer].lemma, party.id)]
        found = first_in(fitting or parties, said.sentence.span.end, said.sentence.span.end + _NEXT)
        found = found or body_introduced(parties, said.after)
    else:
        found = body_spoken_of(parties, said) if tokens[bearer].text.lower() in THE_BODY else None
    return (found,) if found else ()


def _nearest(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the party named last in the sentence, else the first in what follows: "Sanctioned by Tokyo, the bank"."""
    sentence, bearer = said.sentence.span, said.stated.bearer
    is_first = said.span.start == sentence.start
    end = sentence.end if is_first and bearer is not None else said.span.start
    found = last_in(parties, sentence.start, end)
    if found is None and is_first:
        found = first_in(parties, said.span.start, sentence.end)
    return (found,) if found else ()


def _of_kind(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give whom a noun with its article takes up, by the kind that it tells: "the colonel", "the conglomerate"."""
    bearer, scene = said.stated.bearer, said.scene
    if bearer is None or not _is_that_one(scene, bearer):
        return ()
    lemma = scene.tree.lemma(bearer)
    is_known = lemma in load_verbs().actors["people"] | load_verbs().actors["office"] | _SOMEBODY
    fitting = [party for party in parties if not is_known or may_be(scene, lemma, party.id)]
    told_of = [party for party in fitting if party.id in (*scene.memory.person, *scene.memory.body)]
    here = last_in(fitting, scene.tree.sentence.span.start, scene.tree.tokens[bearer].span.start)
    found = here or next(iter(told_of), None) or last_in(fitting, 0, said.span.start)
    return (found,) if found else ()


def _is_that_one(scene: Scene, word: int) -> bool:
    """Be one that was told of: "the colonel", "Georgia's interior minister"."""
    owners = scene.tree.kids(word, "poss")
    is_the = any(scene.tree.lemma(kid) in ("the", "this") for kid in scene.tree.kids(word, "det"))
    return is_the or any(isinstance(scene.named.get(owner), Government) for owner in owners)


def _is_regime(party: Party) -> bool:
    """Be a body that lists others: it is seldom itself the one that the claim is about."""
    if is_regime_name(party.name):
        return True
    return party.schema == "PublicBody" and any(
        fact.kind == "country" and fact.value in ("us", "gb", "eu") for fact in party.facts
    )


WAYS: tuple[Callable[[Said, list[Party]], tuple[Party, ...]], ...] = (
    _named, _named_next, _told_before, _by_office, _speaker, _body, _taken_up, _somebody, _of_kind, _nearest,
)  # fmt: skip
