"""Hold a party against the lists: candidates by name, reasons from the story, a verdict by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nongrata.lists import ListedName
from nongrata.names.compare import DEFAULT_THRESHOLD, NOTHING, Likeness, compare_ready
from nongrata.names.parse import parse_name
from nongrata.names.ready import ready
from nongrata.names.record import Name, NameClass
from nongrata.parties import Party
from nongrata.screening.candidates import candidates
from nongrata.screening.context import Evidence, Setting, is_common_name, place_names, weigh_context
from nongrata.screening.force import in_force
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty, version_of
from nongrata.screening.postings import class_of
from nongrata.screening.record import Match, Reason, Verdict
from nongrata.screening.rulings import held_the_same, overruled, rulings_on
from nongrata.screening.told_numbers import is_named_by, numbered_alike
from nongrata.screening.words import EVERY_STATE, LEGAL_FORMS, Tokens
from nongrata.values import fold

Mapper = Callable[..., Iterable[Any]]

STRONG = 0.86  # a full name, at most a spelling or a patronymic apart; with what supports it
SUPPORT, MOST_SUPPORT = 0.4, 0.4  # how far evidence beside the name makes up for what the names lack
SHOWN = 0.62  # below this a likeness is not worth a reader's time, even as rejected
BUT_FOR_AN_S = 0.97  # "Revolutionary Guards" and "Revolutionary Guard"
NEAR = 0.8  # from here on a name is near enough to say why it was not taken
MOST_SHOWN = 3  # listed parties of one verdict that are shown for a name
ENOUGH = 0.2  # evidence that a name which few bear needs beside it
ENOUGH_IF_COMMON = 0.3  # evidence that a common name needs: an age, or two lesser agreements
SLIGHT = 0.05  # evidence that a telling name needs: the story is set in the listing's country
SAME_COUNTRY = 0.2  # evidence of the weight of a shared country
TOO_LIKE = 0.9  # from here on a name may be another entry of the same party, on one list too
GATHERED = frozenset({"us_csl", "ch_seco"})  # lists that have one party under several entries
WEAK = 0.8  # a weak alias (OFAC's term: too broad to screen by alone) counts less
MOST_COMPARED = 5_000  # names whose likenesses are kept
AT_ONCE = 64  # parties whose names are looked up together
_SON_OF = frozenset(("bin", "ibn", "ben", "bint"))
PERSONS, SHIPS = ("Person",), ("Vessel", "Airplane")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A listed party under its likest name."""

    listed: ListedParty
    name: ListedName
    told: Tokens  # the story's name, folded
    said: str  # the same as the story writes it
    likeness: Likeness
    score: float
    is_lone: bool = False  # a family name and nothing more


_Judged = tuple[_Found, Verdict, list[Evidence]]


def screen(party: Party, index: ListIndex, setting: Setting, *, as_of: date | None) -> tuple[Match, ...]:
    """Give the party's matches, the best first, each with its reasons; one per listing of each listed party.

    A match is about identity. Whether the listing was in force on the day is said beside it.
    """
    found = _with_judged(party, index, setting, tuple(_found(party, index)))
    judged = [(each, *overruled(_judge(party, each, index, setting), party, each.listed, setting)) for each in found]
    judged = _one_of_a_list(judged)
    judged.sort(key=lambda row: (_ORDER[row[1]], -row[0].score))
    best = judged[0][1] if judged else "rejected"
    kept = [row for row in judged if row[1] == best and best != "rejected"][:MOST_SHOWN]
    kept += [row for row in judged if row[1] == "rejected" and _is_worth_saying(row[0], row[2])][:MOST_SHOWN]
    return tuple(match for each, verdict, evidence in kept for match in _matches(each, verdict, evidence, index, as_of))


def _one_of_a_list(judged: list[_Judged]) -> list[_Judged]:
    """Rule out who is only called alike where the same list has somebody under the very name: they are two.

    A list names a party once, but for those that gather other lists or give a party an entry for each of its programs.
    """
    named = [found for found, verdict, _ in judged if verdict == "match" and _has_very_name(found)]
    kept = []
    for found, verdict, evidence in judged:
        is_told = any(each.decides for each in evidence)
        other = (
            None if is_told or found.score >= TOO_LIKE else next((e for e in named if _share_a_list(e, found)), None)
        )
        if verdict != "match" or other is None:
            kept.append((found, verdict, evidence))
            continue
        says = f"the same list has “{other.name.text}”, the very name, as another party"
        reason = Reason(rule="another_has_the_name", effect="against", says=says)
        kept.append((found, "rejected", [*evidence, Evidence(reason=reason, weight=0.0)]))
    return kept


def _share_a_list(one: _Found, other: _Found) -> bool:
    lists = {act.list_id for act in one.listed.designations} - GATHERED
    return one is not other and any(act.list_id in lists for act in other.listed.designations)


def _has_very_name(found: _Found) -> bool:
    """Have all words of the listed name in the story's, legal forms apart."""
    listed_only = [word for word in found.likeness.listed_only if word not in LEGAL_FORMS]
    return (found.likeness.is_exact or found.score >= 1.0) and not listed_only


def _with_judged(party: Party, index: ListIndex, setting: Setting, found: tuple[_Found, ...]) -> Iterator[_Found]:
    """Give what was found, and whom people hold to be the party although no name is like theirs."""
    yield from found
    rulings = rulings_on(party, setting)
    for owner, number in held_the_same(rulings, index) if rulings else ():
        listed = index.parties[owner]
        if all(each.listed.designations != listed.designations for each in found):
            name, told = index.names[number].name, tuple(fold(party.name).split())
            yield _Found(listed=listed, name=name, told=told, said=party.name, likeness=NOTHING, score=0.0)


def _is_worth_saying(found: _Found, evidence: list[Evidence]) -> bool:
    """Be a likeness that a reader might ask about: a near name, or one that something told rules out."""
    if found.is_lone:
        return False
    return found.score >= NEAR or any(each.reason.effect == "against" for each in evidence)


_ORDER: dict[Verdict, int] = {"match": 0, "possible": 1, "rejected": 2}


def screen_all(
    parties: Sequence[Party], index: ListIndex, setting: Setting, *, as_of: date | None, map: Mapper = map
) -> Iterator[tuple[Match, ...]]:
    """Screen each party of a story, in order; the names of many are looked up in one go."""
    for at in range(0, len(parties), AT_ONCE):
        some = parties[at : at + AT_ONCE]
        _compare_all([name for party in some for _said, name in _readings(party)], index)
        yield from map(lambda party: screen(party, index, setting, as_of=as_of), some)


def _found(party: Party, index: ListIndex) -> Iterator[_Found]:
    """Compare the party's names with the listed names that could be like them, the best per listed party."""
    best: dict[int, _Found] = {}
    for said, reading in _readings(party):
        for owner, found in _near(reading, said, index):
            if owner not in best or _order(found) > _order(best[owner]):
                best[owner] = found
    if party.schema in PERSONS and not any(len(found.told) > 1 for found in best.values()):
        best |= {owner: found for owner, found in _by_family_name(party, index) if owner not in best}
    numbered = dict(_by_number(party, index))
    best |= {owner: found for owner, found in numbered.items() if owner not in best}
    return (found for owner, found in best.items() if owner in numbered or _may_be(party.schema, found.listed.schema))


def _by_number(party: Party, index: ListIndex) -> Iterator[tuple[int, _Found]]:
    """Give the listed parties that have a number of the party's, whatever they are called: ships change names."""
    for owner in numbered_alike(index.table, party):
        listed = index.parties[owner]
        if is_named_by(party, listed):
            told = tuple(fold(party.name).split())
            name = listed.names[0]
            yield owner, _Found(listed=listed, name=name, told=told, said=party.name, likeness=NOTHING, score=1.0)


def _by_family_name(party: Party, index: ListIndex) -> Iterator[tuple[int, _Found]]:
    """Give the listed people with the one word that the story calls a person by, where it is a telling family name."""
    for said in _names(party):
        told = tuple(fold(said).split())
        if len(told) != 1:
            return
        for number in index.by_token.get(told[0], ()):
            name = index.names[number]
            if _is_telling_family_name(told[0], name.name.text):
                more = tuple(token for token in name.tokens if token != told[0])
                likeness = replace(NOTHING, listed_only=more, of_query=1.0)
                listed = index.parties[name.party]
                found = _Found(
                    listed=listed, name=name.name, told=told, said=said, likeness=likeness, score=STRONG, is_lone=True
                )
                yield name.party, found


def _readings(party: Party) -> Iterator[tuple[str, Name]]:
    """Give each name of a party as told, in every reading of it; a list may not say that it means a ship."""
    kind = class_of(party.schema)
    kinds: tuple[NameClass, ...] = (kind, "body") if kind == "vessel" else (kind,)
    for said in _names(party):
        for text in (said, *_placed(party, said), *_abbreviated(party, said)):
            for each in kinds:
                yield from ((said, reading) for reading in parse_name(text, each))


def _order(found: _Found) -> tuple[float, float]:
    return found.score, found.likeness.rank


def _near(name: Name, said: str, index: ListIndex) -> Iterator[tuple[int, _Found]]:
    table, told = index.table, tuple(fold(said).split())
    for place, likeness in _alike(name, index):
        number = int(table.listed_of[place])
        owner, listed = int(table.owners[number]), table.listed[number]
        score = likeness.score * (WEAK if listed.kind == "weak" else 1.0)
        yield (
            owner,
            _Found(
                listed=index.parties[owner],
                name=listed,
                told=told,
                said=said,
                likeness=likeness,
                score=score,
            ),
        )


def _alike(name: Name, index: ListIndex) -> tuple[tuple[int, Likeness], ...]:
    """Give the readings of listed names that are like a name, as far as is worth showing; news names the same again."""
    if name not in index.compared:
        _compare_all([name], index)
    return index.compared[name]


def _compare_all(names: Sequence[Name], index: ListIndex) -> None:
    """Compare the names that were not met of late with the listed names that could be like them, and keep it."""
    asked = [ready(name) for name in dict.fromkeys(names) if name not in index.compared]
    if len(index.compared) + len(asked) > MOST_COMPARED:
        index.compared.clear()
    for name, likely in zip(asked, candidates(index.table, asked, [SHOWN] * len(asked)), strict=True):
        pairs = ((at, compare_ready(name, index.table.reading(at), at_least=SHOWN)) for at, _bound in likely.likest)
        index.compared[name.name] = tuple(pair for pair in pairs if pair[1].score >= SHOWN)


def _names(party: Party) -> list[str]:
    """Give the names to screen by: the full ones and the aliases, each once.

    A short form counts only when there is nothing else; "U.N.", single letters all, is no name to screen by.
    """
    texts = [mention.text for mention in party.mentions if mention.kind in ("full", "alias", "acronym")]
    names = {fold(text): " ".join(text.split()) for text in (*reversed(texts), party.name)}
    return [said for told, said in names.items() if any(len(token) > 1 for token in told.split())]


def _placed(party: Party, said: str) -> Iterator[str]:
    """Give a body's name with the town or country where the story places it: lists have that in many names."""
    if party.schema not in (*PERSONS, *SHIPS):
        for place in place_names(party.facts):
            if fold(place) not in fold(said):
                yield f"{said} {place}"


def _abbreviated(party: Party, said: str) -> Iterator[str]:
    """Give a body's name with its letters in brackets: lists have that in many names."""
    if party.schema not in (*PERSONS, *SHIPS) and " " in said:
        letters = {mention.text for mention in party.mentions if mention.kind == "acronym"}
        yield from (f"{said} ({each})" for each in sorted(letters) if each not in said)


def _may_be(told: str, listed: str) -> bool:
    if told in PERSONS or listed in PERSONS:
        return told == listed
    return (told in SHIPS) == (listed in SHIPS) or listed == "LegalEntity"


def _names_nobody(party: Party, found: _Found) -> bool:
    """Be named by nothing but words of state or of activity: "Ministry of Defence", "Financial Systems" of no list."""
    if party.schema in (*PERSONS, *SHIPS):
        return False
    if all(token in LEGAL_FORMS | EVERY_STATE for token in found.told):
        return True
    readings = parse_name(found.said, "body")
    is_telling = any(token.kind == "word" for reading in readings for token in reading.tokens)
    return not is_telling and found.likeness.score < 1.0


def _is_of_country(evidence: list[Evidence], found: _Found) -> bool:
    """Have the story tie the body to the listing's country or town; of the same name but for an s, be set there."""
    rules = {each.reason.rule for each in evidence}
    is_same = found.likeness.score >= BUT_FOR_AN_S and "story_of_country" in rules
    return is_same or not rules.isdisjoint(("same_country", "same_place", "same_identifier"))


def _is_telling_family_name(token: str, text: str) -> bool:
    """Be a telling word, and the family name of a listed name: "Maduro" of "MADURO MOROS, Nicolas"."""
    family = text.partition(",")[0] if "," in text else text.rpartition(" ")[2]
    return len(token) >= 5 and not is_common_name([token]) and token in fold(family).split()


def _judge(party: Party, found: _Found, index: ListIndex, setting: Setting) -> tuple[Verdict, list[Evidence]]:
    evidence = weigh_context(party, found.listed, setting)
    deciding = next((each for each in evidence if each.decides), None)
    if deciding is not None and (deciding.weight < 0 or found.score >= SHOWN):
        return ("rejected" if deciding.weight < 0 else "match"), evidence
    weight = sum(each.weight for each in evidence)
    strong = found.score >= DEFAULT_THRESHOLD and found.score + SUPPORT * min(weight, MOST_SUPPORT) >= STRONG
    if weight <= -0.3 or (weight < 0 and not strong) or (found.is_lone and weight < SAME_COUNTRY):
        return "rejected", evidence
    if (
        strong
        and weight >= _needed(party, found, index)
        and (not _names_nobody(party, found) or _is_of_country(evidence, found))
    ):
        return "match", evidence
    return ("possible" if strong or weight >= ENOUGH else "rejected"), evidence


def _needed(party: Party, found: _Found, index: ListIndex) -> float:
    """Say how much evidence the name needs beside it."""
    telling = [token for token in found.told if token not in LEGAL_FORMS]
    if party.schema in PERSONS:
        return _needed_by_person(found, telling, index)
    if len(telling) > 1:
        return 0.0 if len(" ".join(telling)) >= 8 else SLIGHT
    if any(char.isdigit() for char in found.told[0]):
        return 0.0  # a tail number, a hull number: an identifier more than a name
    if set(fold(found.name.text).split()) - LEGAL_FORMS != set(telling):
        return ENOUGH_IF_COMMON  # "Falcon" of "GRUPO FALCON S.A."
    return SLIGHT if len("".join(telling)) >= 5 else ENOUGH


def _needed_by_person(found: _Found, telling: list[str], index: ListIndex) -> float:
    if found.is_lone:
        return 2 * SAME_COUNTRY * (1 if index.bearers(found.told) == 1 else 1.5)
    if len(telling) <= 1 or _SON_OF & {*found.likeness.query_only, *found.likeness.listed_only}:
        return 2 * SAME_COUNTRY  # "Mohammed bin Salman" is a son of Salman, and "SALMAN, Muhammad" may be anybody
    if is_common_name(telling) or index.bearers(found.told) > 2:
        return ENOUGH_IF_COMMON if len(telling) == 2 else 2 * SLIGHT
    if len(telling) > 2:
        return -2 * SLIGHT
    is_whole = set(fold(found.name.text).split()) == set(found.told)
    return 2 * SLIGHT if is_whole else ENOUGH  # a patronymic that only the list has leaves room for a namesake


def _matches(
    found: _Found, verdict: Verdict, evidence: list[Evidence], index: ListIndex, as_of: date | None
) -> Iterator[Match]:
    reasons = (_name_reason(found), *(each.reason for each in evidence), *_notes(found.listed))
    score = min(1.0, max(0.0, 0.85 * found.score + sum(each.weight for each in evidence) * 0.5))
    for each in found.listed.designations:
        force = in_force(each, as_of, version_of(each.list_id, index.versions))
        yield Match(
            list_id=each.list_id,
            entity_id=each.entity_id,
            caption=each.caption,
            score=round(score, 3),
            verdict=verdict,
            in_force=force,
            programs=each.programs,
            authority=each.authority,
            listed_on=each.listed_on,
            delisted_on=each.delisted_on,
            source_url=each.source_url,
            reasons=reasons,
        )


def _name_reason(found: _Found) -> Reason:
    """Say how like the names are, and in which words they differ, the listed one as the list writes it in full."""
    listed = found.name.text
    if found.likeness is NOTHING:
        return Reason(
            rule="same_name",
            effect="note",
            says=f"the list has it as “{listed}”; the story calls it “{found.said}”, and gives its number",
        )
    listed_only = [word for word in found.likeness.listed_only if word not in LEGAL_FORMS]
    apart = [("the story", found.likeness.query_only), ("the list", listed_only)]
    says = f"the names are {'the same' if _has_very_name(found) else 'alike'}: “{found.said}” and the listed “{listed}”"
    says += "".join(f"; only {who} has “{' '.join(words)}”" for who, words in apart if words)
    if found.name.kind in ("weak", "former"):
        says += f" ({found.name.kind} alias)"
    return Reason(rule="same_name", effect="for" if found.score >= STRONG else "note", says=says)


def _notes(listed: ListedParty) -> Iterator[Reason]:
    days = [day for day, _who in listed.birth_dates]
    if any(one.latest < other.earliest for one in days for other in days):  # a bare year is not another date
        said = "; ".join(dict.fromkeys(f"{who}: {day.in_words}" for day, who in listed.birth_dates))
        yield Reason(rule="lists_disagree", effect="note", says=f"the lists give different birth dates ({said})")
