"""What the lists say to a claim about sanctions, as of the story's date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nongrata.events.record import ClaimVerdict
from nongrata.events.regimes import REGIME_OF_LIST, Imposers
from nongrata.events.said import Said
from nongrata.parties import Party, PartyId
from nongrata.screening import Match
from nongrata.values.countries import country_name

Answer = tuple[ClaimVerdict, tuple[str, ...]]
# Of a claim that names several regimes, the worst that one of them answers holds; who cannot be asked does not count.
_WORST: tuple[ClaimVerdict, ...] = ("contradicted", "not found", "confirmed", "not checkable")
_ALIKE = 0.8  # score from which a possible match may well be the one that the story calls sanctioned


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The parties' matches, by party, and what the loaded lists can tell."""

    matches: Mapping[PartyId, Sequence[Match]]
    known: frozenset[str]  # regimes that any loaded list speaks of, the starter list too
    complete: frozenset[str]  # regimes of which an official list is loaded: only there is absence an answer
    current: frozenset[str]  # … and no older than the story: to what an older one lacks, only "is not listed" agrees

    def of(self, party: Party, imposers: Imposers) -> list[Match]:
        """Give a party's matches on the lists of those that a claim names, on all lists where it names nobody."""
        asked = frozenset(imposers.regimes) or self.known
        return [match for match in self.matches.get(party.id, ()) if REGIME_OF_LIST.get(match.list_id) in asked]


def check_claim(said: Said, party: Party | None, screened: Screened) -> Answer:
    """Hold what is said against the lists, and give the verdict with its basis."""
    if party is None:
        return "not checkable", ("the story does not name the party that it speaks of",)
    if said.imposers.other is not None:
        return "not checkable", (f"no list of {country_name(said.imposers.other)} is kept here",)
    groups = said.imposers.groups or (screened.known,)
    answers = [_of_group(said, party, group, screened) for group in groups]
    verdict = min((verdict for verdict, _ in answers), key=_WORST.index)
    return verdict, tuple(dict.fromkeys(words for _, basis in answers for words in basis))


def _of_group(said: Said, party: Party, asked: frozenset[str], screened: Screened) -> Answer:
    """Hold what is said against the lists of these regimes, of which any will do."""
    there = [match for match in screened.matches.get(party.id, ()) if REGIME_OF_LIST.get(match.list_id) in asked]
    if relevant := [match for match in there if match.verdict == "match"]:
        return _of_listed(said, relevant)
    alike = [m for m in there if m.verdict == "possible" and m.score >= _ALIKE and m.in_force is not False]
    if alike:  # whom the story calls sanctioned is hardly another of the same name; who is not, may well be one
        says = tuple(f"{_words(match)}; possibly the same" for match in alike)
        return ("confirmed" if said.says == "listed" else "not checkable"), says
    if not asked & screened.complete:
        names = ", ".join(sorted(regime.upper() for regime in asked))
        return "not checkable", (f"{party.name} is not on the starter list, and no official list of {names} is loaded",)
    names = ", ".join(sorted(regime.upper() for regime in asked & screened.complete))
    if said.says == "listed" and not asked & screened.current:
        return "not checkable", (f"{party.name} is not on the lists of {names}, which are older than the story",)
    absent = f"{party.name} was looked for on the lists of {names} and not found"
    return ("not found" if said.says == "listed" else "confirmed"), (absent,)


def _of_listed(said: Said, relevant: Sequence[Match]) -> Answer:
    holding = any(match.in_force is not False for match in relevant)
    # A list that gave it up says that it had been on it, and that somebody lifted what there was.
    given_up = any(match.delisted_on and match.in_force is not True for match in relevant)
    agrees = holding == (said.says == "listed") or (
        given_up and (said.says == "lifted" or (said.says == "listed" and not said.says_now))
    )
    return ("confirmed" if agrees else "contradicted"), tuple(_words(match) for match in relevant)


def _words(match: Match) -> str:
    """Say what one listing is and when it held."""
    words = f"{match.list_id} {match.entity_id} {match.caption}"
    if match.listed_on is not None:
        words += f", listed {match.listed_on}"
    if match.delisted_on is not None:
        words += f", delisted {match.delisted_on}"
    force = {True: "in force on the day", False: "not in force on the day", None: "the list gives no date"}[
        match.in_force
    ]
    return f"{words}: {force}"
