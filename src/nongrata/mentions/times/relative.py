"""Time expressions that count from the day of writing: "yesterday", "next week", "two years ago", "on Wednesday"."""

from __future__ import annotations

from nongrata.mentions.times.counted import (
    ago,
    ago_on,
    ahead,
    bare_period,
    bare_weekend,
    day_again,
    near_day,
    neighbour_day,
    past_stretch,
    unit_beside,
)
from nongrata.mentions.times.grammar import (
    DAY_NAME,
    LAST_OF_WHICH,
    MONTH,
    MONTHS_BEGIN,
    NUMBER,
    PART,
    PERIOD,
    SEASON,
    UNIT,
    WHICH,
    Rule,
    S,
    anycase,
    ruled,
)
from nongrata.mentions.times.named import (
    bare_month,
    day_of_month,
    following_weekday,
    month_beside,
    month_of_year,
    weekday,
    weekday_after_next,
    weekday_beside,
)

# "Black Friday" and "the Sunday Times" are names; "every Friday" is no one day.
_NO_DAY = (
    r"(?<!Black\s)(?<!Good\s)(?<!Bloody\s)(?<!Super\s)(?<!Cyber\s)(?<!Palm\s)(?<!Easter\s)(?<!Ash\s)(?<!Shrove\s)"
    r"(?<!Sheffield\s)(?<!Man\s)(?<!every\s)(?<!each\s)"
)
_NO_NAME = rf"(?!{S}(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|World|Review|Night{S}(?:Live|Football)))"
_SMALL = "minute|hour|day|week|month|year|decade"
_DAY = rf"(?P<day>{DAY_NAME}|{DAY_NAME.upper()})"
# "The last week of the war" is counted from the war, "accused Paris last week of lies" from today.
_THE_LAST = r"(?:(?P<of>(?<=\b[Tt]he\s)|(?<=\b[Ii]ts\s)|(?<=\b[Hh]is\s)|(?<=\b[Hh]er\s))|(?<!\b[Tt]he\s))"
# What a day has several of: "the last match of the day". A look-behind is as wide as one word only.
_SESSIONS = "|".join(f"(?<={word} of )" for word in ("match", "game", "race", "session", "meeting", "attack", "strike"))

RELATIVE_RULES: tuple[Rule, ...] = tuple(
    ruled(sign, pattern, read)
    for sign, pattern, read in (
        ("year", rf"(?:the{S})?{anycase(PERIOD)}(?:(?P<month>{MONTH})|(?P<season>{anycase(SEASON)})){S}(?:of{S})?"
         rf"(?P<which>{anycase('last|this|next')}){S}year", month_of_year),
        ("yesterday|today|tomorrow|night|morning|noon|evening|midday|lunchtime",
         anycase(rf"the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|overnight"
                 rf"|(?:yesterday|today|tomorrow|tonight|last{S}night|this{S}{PART})(?:{S}{PART})?"), near_day),
        (r"day\s+week", rf"{_DAY}{S}{anycase('week')}(?!{S}of\b)", weekday_after_next),
        (r"after\s+next", rf"{anycase('the')}{S}{_DAY}{S}{anycase('after next')}", weekday_after_next),
        ("ago|now",
         rf"{anycase(rf'(?P<n>{NUMBER}|a{S}couple{S}of){S}(?P<unit>{_SMALL}|night|fortnight)s?{S}(?:ago|from{S}now)')}"
         rf"(?:{S}(?:on{S}|last{S})?{_DAY}{_NO_NAME})?", ago_on),
        ("time", anycase(rf"in{S}(?P<n>{NUMBER}){S}(?P<unit>{_SMALL})s?[’']s?{S}time"), ago),
        ("day|week|month", anycase(rf"in{S}(?P<n>{NUMBER}){S}(?P<unit>days?|weeks?|months?)(?=[.,;]|$)"), ahead),
        ("past|last|next|coming",
         rf"{anycase('(?:the|these)')}{S}(?P<which>{anycase('past|last|next|coming')}){S}(?P<n>{anycase(NUMBER)})"
         rf"{S}(?P<unit>{anycase(f'{UNIT}|hours?')})", past_stretch),
        ("past|last|next|coming", rf"{anycase('the')}{S}(?P<which>{anycase('past|last|next|coming')}){S}(?P<n>)"
         rf"(?P<unit>{anycase('week|month|year|decade')})(?!{S}of\b)", past_stretch),
        ("week|month|year|quarter|decade",
         rf"{_THE_LAST}(?:{anycase('earlier|later|sometime')}{S})?{anycase(PERIOD)}{WHICH}{S}"
         rf"(?P<unit>{anycase('weekend|week|month|year|quarter|decade')})(?(of)(?!{S}of\b))", unit_beside),
        ("past|previous|coming", rf"{anycase('the')}{S}(?P<which>{anycase('past|previous|coming')}){S}"
         rf"(?P<unit>{anycase('weekend|week|month|year')})(?!{S}of\b)", unit_beside),
        (r"(?:next|following)\s+\w+day",
         rf"{anycase('the')}{S}(?:next|following){S}{_DAY}(?:{S}{PART})?", following_weekday),
        (rf"{LAST_OF_WHICH}\s+\w+day", rf"{WHICH}{S}{_DAY}(?:{S}{PART})?", weekday_beside),
        (rf"{LAST_OF_WHICH}\s+{MONTHS_BEGIN}",
         rf"(?:{anycase('earlier|later')}{S})?{anycase(PERIOD)}{WHICH}{S}(?P<month>{MONTH})", month_beside),
        ("(?:mon|tues|wednes|thurs|fri|satur|sun)day",
         rf"(?:{anycase('early|late')}{S}(?:on{S})?)?{_NO_DAY}{_DAY}(?:{S}{anycase(PART)})?{_NO_NAME}", weekday),
        ("week|month|year", anycase(rf"(?:the{S})?(?:start|beginning|middle|end){S}of{S}the{S}(?P<unit>week|month|year)"
                 r"|year[ -]end(?P<u>)"),
         bare_period),
        ("weekend", rf"{anycase('the')}{S}{anycase('weekend')}(?!{S}of\b)", bare_weekend),
        (MONTHS_BEGIN, rf"(?P<period>{anycase(PERIOD)})(?P<month>{MONTH})", bare_month),
        # these two count from the day named last, so all others stand before them
        (r"(?:same|next|following|previous)\s",
         anycase(rf"(?:the|that){S}same{S}(?:day|{PART})(?P<n>)|the{S}(?:next|following|previous){S}(?:day|{PART})"),
         neighbour_day),
        (r"hours\s+later",
         anycase(rf"(?:(?:just|only|several|some|a{S}few){S}|(?<!\w\s))hours{S}later(?P<n>)"), neighbour_day),
        (r"on\s+the\s+\d",
         rf"(?<=\b[Oo]n\s)the{S}(?P<number>[12]?\d|3[01])(?:st|nd|rd|th)(?=[.,;]|{S}(?:and|but|when|after|at)\b)",
         day_of_month),
        ("earlier|later", anycase(rf"(?P<n>{NUMBER}){S}days?{S}(?:earlier|later)"), neighbour_day),
        (r"day\s+before", anycase(rf"(?:the|a){S}day{S}before(?P<n>)(?=\s*[.,;)]|$)"), neighbour_day),
        # the day that was named last, told again: "commemorating the date", "the last match of the day"
        (r"opening|the\s+da[ty]", anycase(rf"(?:the{S})?opening{S}(?:night|day)(?!{S}of\b)"
                 rf"|(?<=[a-z]ing )the{S}date(?!{S}(?:of|for|when|on|set|to)\b)"
                 rf"|(?:{_SESSIONS})the{S}day(?!{S}(?:of|when|that|after|before)\b)"), day_again),
        ("earlier|later",
         anycase(rf"(?:earlier|later){S}in{S}the{S}(?P<unit>day|week|month|year|{PART[3:-1]})"), bare_period),
    )
)  # fmt: skip
