"""What a story says of a person as such, held against the lists: age, birth, gender."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nongrata.parties import Fact, Party
from nongrata.parties.pronouns import PRONOUNS
from nongrata.screening.context.setting import Setting, Stated, facts_of
from nongrata.screening.join import ListedParty
from nongrata.values import parse_date

MOST_DAYS = 3  # birth dates that a reason names; joined lists may give a dozen


def same_age(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have an age or birth date in the story that agrees with a listed birth date."""
    return _age(party, listed, setting, agrees=True)


def other_age(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have an age or birth date in the story that no listed birth date allows."""
    return _age(party, listed, setting, agrees=False)


def _age(party: Party, listed: ListedParty, setting: Setting, *, agrees: bool) -> Stated:
    if not listed.birth_dates:
        return None
    for fact in facts_of(party, "age", "birth_date"):
        fits = _fits(fact, listed, setting.on)
        if fits is None or fits != agrees:
            continue
        day = f" on {setting.on:%-d %B %Y}" if setting.on and fact.kind == "age" else ""
        what = "age" if fact.kind == "age" else "birth date"
        end = "consistent" if agrees else "not the same person by that"
        return (
            f"the story gives the {what} as {fact.value}{day}; the list's birth date is {_days(listed)}: {end}",
            fact.span,
        )
    return None


def _fits(fact: Fact, listed: ListedParty, on: date | None) -> bool | None:
    """Say whether a told age or birth date agrees with a listed one; a year's slack, since papers miscount."""
    if fact.kind == "birth_date":
        told = parse_date(fact.value)
        return None if told is None else any(told.meets(day) for day, _who in listed.birth_dates)
    if on is None or not fact.value.isdigit():
        return None
    age = int(fact.value)
    return any(
        on.year - day.latest.year - 2 <= age <= on.year - day.earliest.year + 1 for day, _who in listed.birth_dates
    )


def _days(listed: ListedParty) -> str:
    by_day: dict[str, list[str]] = {}
    for day, who in listed.birth_dates:
        by_day.setdefault(day.in_words, []).append(who)
    texts = [f"{day} ({_some(list(dict.fromkeys(tellers)))})" for day, tellers in by_day.items()]
    return " or ".join(texts[:MOST_DAYS]) + (f" or {len(texts) - MOST_DAYS} other" if len(texts) > MOST_DAYS else "")


def _some(names: Sequence[str]) -> str:
    more = len(names) - 2
    return ", ".join(names[:2]) + (f" and {more} more" if more > 0 else "")


def same_gender(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a man, or a woman, in both."""
    for fact in facts_of(party, "gender"):
        if listed.genders == {fact.value}:
            return f"the story and the list both speak of a {'man' if fact.value == 'male' else 'woman'}", fact.span
    return None


def other_gender(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be called a man in the story and a woman on the list, or the other way."""
    told = [fact for fact in facts_of(party, "gender") if not _is_pronoun(fact, setting)]
    return _contradicted(told, listed, setting)


def other_pronoun(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be taken up by "she" where the list has a man, or the other way: a pronoun may mean somebody else."""
    told = facts_of(party, "gender")
    return _contradicted(told, listed, setting) if all(_is_pronoun(fact, setting) for fact in told) else None


def _is_pronoun(fact: Fact, setting: Setting) -> bool:
    return fact.span.of(setting.text).lower() in PRONOUNS


def _contradicted(told: Sequence[Fact], listed: ListedParty, setting: Setting) -> Stated:
    if len(listed.genders) != 1 or not told or any(fact.value in listed.genders for fact in told):
        return None
    words = told[0].span.of(setting.text).strip(" ,")
    says = f"the story speaks of a {told[0].value} person (“{words}”); the list has {min(listed.genders)}"
    return says, told[0].span
