"""The nouns that bear a claim: a list's members, what they are called beside, what "who" and "which" may mean."""

from __future__ import annotations

import re

from nongrata.events.claims.among import named_among
from nongrata.events.claims.echoes import is_alongside
from nongrata.events.claims.said import Said
from nongrata.events.claims.whereabouts import first_in, last_in, named_by
from nongrata.events.claims.whom import meant
from nongrata.events.record import Government
from nongrata.events.sentence.antecedents import antecedent
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.described import BODILY
from nongrata.events.who.pronouns import RELATIVE
from nongrata.parties import Party

_NAMED_NEXT = re.compile(
    r"(?:[\s,:–—-]|\b(?:based|registered) in [A-Z]\w+"
    r"|\b(?:including|such as|called|named|nicknamed|dubbed|known as|alias|the|among them|\w+-based)\b)*"
)


def members_of(said: Said) -> tuple[int, ...]:
    """Give the words that bear the claim: a list's members, and who is told to be like the subject."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None:
        return ()
    members = list(tree.listed(bearer))
    if tree.dep(bearer) == "pobj":  # "sanctions on the unit and on its colonel"
        also = [
            prep for prep in tree.kids(tree.head(bearer), "conj") if tree.lemma(prep) == tree.lemma(tree.head(bearer))
        ]
        members += [each for prep in also for noun in tree.kids(prep, "pobj") for each in tree.listed(noun)]
    members += [each for member in members for kid in tree.kids(member, "appos") for each in tree.listed(kid)]
    members += [each for member in members[:1] for each in named_among(said.scene, member)]
    verbs = {tree.head(bearer)} if tree.dep(bearer) in SUBJECTS else set()
    for word, token in enumerate(tree.tokens):  # "Lukoil, like Rosneft, was sanctioned"
        prep = tree.head(word)
        is_alike = token.dep == "pobj" and (tree.tokens[prep].text == "like" or is_alongside(tree, prep))
        is_ahead = tree.head(prep) in verbs and prep < tree.head(prep)
        if is_alike and (meant(tree, tree.head(prep)) == bearer or is_ahead or word in said.stated.words):
            members += tree.listed(word)
    return tuple(members)


def named_beside(said: Said, parties: list[Party]) -> Party | None:
    """Give the party that a common noun is told to be: "three firms: Alpha and Beta", "a trader, Alpha Ltd"."""
    bearer = said.stated.bearer
    token = None if bearer is None else said.sentence.tokens[bearer]
    after = None if token is None else first_in(parties, token.span.end, said.sentence.span.end)
    if token is None or after is None or token.pos != "NOUN":
        return None
    start = min(m.span.start for m in after.mentions if m.span.start >= token.span.end)
    return after if _NAMED_NEXT.fullmatch(said.scene.text, token.span.end, start) else None


def runner_of(said: Said) -> int | None:
    """Give whose network it is: "sanctioned a network run by the businessman"."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None or not is_word(tree.lemma(bearer), "network"):
        return None
    run = [verb for verb in tree.kids(bearer, "acl") if is_word(tree.lemma(verb), "run")]
    agents = [prep for verb in run for prep in tree.kids(verb, "agent", "prep") if tree.lemma(prep) == "by"]
    return next((noun for prep in agents for noun in tree.kids(prep, "pobj")), None)


def maker_of(said: Said) -> int | None:
    """Give whose things are told of, where no list has things: "a maker of drones that Washington blacklisted"."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None or tree.dep(bearer) != "pobj" or tree.tokens[bearer].tag != "NNS":
        return None
    return tree.head(tree.head(bearer))


def of_other_kind(said: Said, parties: list[Party], found: Party) -> Party | None:
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
    if (above := _described_so(said, bearer, others)) is not None:
        return above
    return last_in(others, said.sentence.span.start, tree.tokens[bearer].span.start)


def _described_so(said: Said, bearer: int, parties: list[Party]) -> Party | None:
    """Give the party in whose description a name stands: "Al Junaid, the holding of | its commander, X, which"."""
    tokens = said.sentence.tokens
    above = (named_by(parties, tokens[word], tokens) for word in said.scene.tree.up(bearer))
    return next((party for party in above if party is not None), None)


def is_that_one(scene: Scene, word: int) -> bool:
    """Be one that was told of: "the colonel", "Georgia's interior minister"; a central bank is a state's own."""
    hosts = (word, *scene.tree.kids(word, "poss"))  # "the late president's daughter"
    is_the = any(scene.tree.lemma(kid) in ("the", "this") for host in hosts for kid in scene.tree.kids(host, "det"))
    return not is_by_name(scene, word) and (is_the or owner_state(scene, word) is not None)


def is_by_name(scene: Scene, word: int) -> bool:
    """Be one of its own, whoever was told of before: "the Zadna firm", "the central bank", not "the Dubai firm"."""
    tree = scene.tree
    names = [kid for kid in tree.kids(word, "compound") if tree.tokens[kid].pos == "PROPN"]
    is_named = any(kid not in scene.named and kid not in scene.places for kid in names)
    is_central = any(tree.lemma(kid) == "central" for kid in tree.kids(word, "amod"))
    return is_central or (is_named and tree.tokens[word].text in BODILY)  # no "Fighter Jet Plant" of a headline


def owner_state(scene: Scene, word: int) -> str | None:
    """Give the country whose somebody is told to be: "North Korea's flag carrier"."""
    owners = (scene.named.get(owner) for owner in scene.tree.kids(word, "poss"))
    return next((owner.country for owner in owners if isinstance(owner, Government)), None)
