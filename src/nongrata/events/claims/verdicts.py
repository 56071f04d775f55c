"""What the lists say to a claim about sanctions, as of the story's date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.events.claims.forces import first_day_of, force_of, note_on_number
from nongrata.events.claims.regimes import REGIME_OF_LIST, Imposers
from nongrata.events.claims.said import Said
from nongrata.events.record import ClaimVerdict
from nongrata.parties import Party, PartyId
from nongrata.screening import Match, Verdict
from nongrata.values import PartialDate
from nongrata.values.countries import country_name

Further = Callable[[Party], Sequence[Match]]
Answer = tuple[ClaimVerdict, tuple[str, ...]]
# Of a claim that names several regimes, the worst that one of them answers holds; who cannot be asked does not count.
_WORST: tuple[ClaimVerdict, ...] = ("contradicted", "not found", "confirmed", "not checkable")
_SDN = re.compile(r"\bSDNs?\b|\bSpecially Designated Nationals?\b|\bblocked persons\b", re.I)
_OF_BLOCKED = re.compile(r" of (?:blocked persons|[Ss]pecially [Dd]esignated [Nn]ationals)")
_SEVERAL = 3  # regimes that list one of the very name: then he is well known, and who is not listed hardly another
_ALIKE = 0.7  # score from which a possible match may well be the one that the story calls sanctioned


def nobody_further(_party: Party) -> Sequence[Match]:
    """Give nobody: for those who look no further than what was found."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The parties' matches, by party, and what the loaded lists can tell."""

    matches: Mapping[PartyId, Sequence[Match]]
    known: frozenset[str]  # regimes that any loaded list speaks of, the starter list too
    complete: frozenset[str]  # regimes of which an official list is loaded: only there is absence an answer
    current: frozenset[str]  # … and no older than the story: to what an older one lacks, only "is not listed" agrees
    day: date | None = None  # on which it must hold
    further: Further = (
        nobody_further  # whom a party may be that the story calls listed and that no list has by its name
    )

    def of(self, party: Party, imposers: Imposers) -> list[Match]:
        """Give a party's matches on the lists of those that a claim names, on all lists where it names nobody."""
        asked = frozenset(imposers.regimes) or self.known
        return [match for match in self.matches.get(party.id, ()) if REGIME_OF_LIST.get(match.list_id) in asked]


def check_claim(said: Said, party: Party | None, screened: Screened, told: PartialDate | None = None) -> Answer:
    """Hold what is said, of the day that it tells, against the lists, and give the verdict with its basis."""
    if party is None:
        return "not checkable", ("the story does not name the party that it speaks of",)
    if said.imposers.other is not None:
        return "not checkable", (f"no list of {country_name(said.imposers.other)} is kept here",)
    groups = said.imposers.groups or (screened.known,)
    answers = [_of_group(said, party, group, screened, told) for group in groups]
    verdict = min((verdict for verdict, _ in answers), key=_WORST.index)
    return verdict, tuple(dict.fromkeys(words for _, basis in answers for words in basis))


def _of_group(said: Said, party: Party, asked: frozenset[str], screened: Screened, told: PartialDate | None) -> Answer:
    """Hold what is said against the lists of these regimes, of which any will do."""
    is_listed = said.says == "listed"
    every = on_the_list(_of_whom(said), screened.matches.get(party.id, ()))
    relevant = _on(every, asked, "match")
    if relevant:
        denied = _of_denied(relevant, every, screened.day) if said.says == "not listed" else None
        return denied or _of_listed(said, relevant, told)
    alike = _on(every, asked, "possible") or (_on(screened.further(party), asked, "possible") if is_listed else [])
    if alike and party.schema == "Person" and " " not in party.name:
        return "not checkable", (f"{party.name} alone does not tell who it is",)
    if alike:  # whom the story calls sanctioned is hardly another of the same name; who is not, may well be one
        says = tuple(f"{_words(match)}; possibly the same" for match in alike)
        known = {REGIME_OF_LIST.get(match.list_id) for match in every if match.verdict == "possible"}
        return ("confirmed" if is_listed else "contradicted" if len(known) >= _SEVERAL else "not checkable"), says
    if party.schema == "Vessel" and asked == {"eu"}:
        return "not checkable", (
            "the EU's list has people and bodies; its ships stand in Annex XLII of Regulation 833/2014",
        )
    if not asked & screened.complete:
        names = ", ".join(sorted(regime.upper() for regime in asked))
        lacking = f"the starter list has {party.name} under no listing of {names}, and no official list of it is loaded"
        return "not checkable", (lacking,)
    names = ", ".join(sorted(regime.upper() for regime in asked & screened.complete))
    if is_listed and not asked & screened.current:
        return "not checkable", (f"{party.name} is not on the lists of {names}, which are older than the story",)
    absent = f"{party.name} was looked for on the lists of {names} and not found"
    return ("not found" if is_listed else "confirmed"), (absent,)


def _of_whom(said: Said) -> str:
    """Give the claim's words with those that tell whose names its list holds: "is not on OFAC's list | of blocked"."""
    text, end = said.scene.text, said.span.end
    behind = _OF_BLOCKED.match(text, end, said.sentence.span.end)
    return text[said.span.start : end if behind is None else behind.end()]


def on_the_list(words: str, matches: Sequence[Match]) -> Sequence[Match]:
    """Give the matches on the one list that a claim names: who is on no "SDN list" may still be on OFAC's others."""
    if _SDN.search(words) is None:
        return matches
    others = [match for match in matches if REGIME_OF_LIST.get(match.list_id) != "us"]
    own = [match for match in matches if match.list_id == "us_ofac_sdn" or match.entity_id.startswith("SDN-")]
    return (*others, *own)


def _on(matches: Sequence[Match], asked: frozenset[str], verdict: Verdict) -> list[Match]:
    """Give the matches of a verdict on the lists of these regimes; of possible ones the near and valid."""
    there = [each for each in matches if REGIME_OF_LIST.get(each.list_id) in asked and each.verdict == verdict]
    return [each for each in there if verdict == "match" or (each.score >= _ALIKE and each.in_force is not False)]


def _of_denied(relevant: Sequence[Match], every: Sequence[Match], day: date | None) -> Answer | None:
    """Answer that somebody is not listed where the lists give no day; None where they had him on the day."""
    forces = [force_of(match, day) for match in relevant]
    if all(force is False for force in forces):
        return "confirmed", tuple(_words(match, day) for match in relevant)
    is_open = True not in forces and _may_be_later(relevant, every)
    return ("not checkable", tuple(_words(match) for match in relevant)) if is_open else None


def _of_listed(said: Said, relevant: Sequence[Match], told: PartialDate | None) -> Answer:
    holding = any(match.in_force is not False for match in relevant)
    # A list that gave it up says that it had been on it, and that somebody lifted what there was.
    given_up = any(match.delisted_on and match.in_force is not True for match in relevant)
    agrees = holding == (said.says == "listed") or (
        given_up and (said.says == "lifted" or (said.says == "listed" and not said.says_now))
    )
    basis = tuple(_words(match) for match in relevant)
    if agrees or (said.says == "lifted" and _is_back_since(relevant, told)):
        return "confirmed", basis
    if said.is_overtaken:
        return "not checkable", (
            *basis,
            "the story tells of a later listing, and a list keeps none that was lifted before",
        )
    return ("not found" if said.says == "listed" and not given_up else "contradicted"), basis


def _may_be_later(relevant: Sequence[Match], every: Sequence[Match]) -> bool:
    """Be listed since nobody knows when: perhaps after the story, unless another list had him on the day."""
    is_open = any(match.in_force is None and match.listed_on is None for match in relevant)
    return is_open and not any(match.verdict == "match" and match.in_force for match in every)


def _is_back_since(relevant: Sequence[Match], told: PartialDate | None) -> bool:
    """Be listed only since a later day than the one on which he is told to have been let off."""
    days = [first_day_of(match) for match in relevant if match.in_force is not False]
    return told is not None and bool(days) and all(day is not None and day > told.latest for day in days)


def _words(match: Match, day: date | None = None) -> str:
    """Say what one listing is and when it held; on the day by its number, where that is asked."""
    words = f"{match.list_id} {match.entity_id} {match.caption}"
    if match.listed_on is not None:
        words += f", listed {match.listed_on}"
    if match.delisted_on is not None:
        words += f", delisted {match.delisted_on}"
    force = {True: "in force on the day", False: "not in force on the day", None: "the list gives no date"}[
        match.in_force
    ]
    return f"{words}: {force}" + (f", {note}" if (note := note_on_number(match, day)) else "")
