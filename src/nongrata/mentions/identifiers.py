"""Numbers that name a party: IMO and tail numbers, wallets, INN, LEI, BIC and their like, checked where they can be.

Each kind is told by its label ("IMO 9312884"), or, where its check digits leave no doubt, by itself. A number of the
same make after "and" or a comma is one more of its kind: "IMO 9312884 and 9251585".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nongrata.mentions.record import IdNumber
from nongrata.values import Span, overlaps_any
from nongrata.values.check_digits import is_base58, is_bech32, is_right
from nongrata.values.countries import is_country

_NO = r"(?:\s?\(?(?:identification |registration |identifier )?(?:numbers?|codes?|nos?\.?|nrs?\.?|№|#)\)?)?"
_IS = r"\s{0,2}(?:(?:is|was|are|of|as) )?[:#№(–-]?\s{0,2}"
_AND = re.compile(r"\s?(?:,|;|/|,? and|,? or|&)\s")


def _is_any(value: str) -> bool:
    return True


def _of_kind(kind: str) -> Callable[[str], bool]:
    return lambda value: is_right(kind, value)


def _is_bic(value: str) -> bool:
    return is_country(value[4:6].lower())


def _is_isin(value: str) -> bool:
    return is_right("isin", value) and (value[:2] in ("XS", "EU") or is_country(value[:2].lower()))


def _is_mixed_lei(value: str) -> bool:
    """Be an LEI even where nothing says so: right, and neither a number nor a word."""
    return is_right("lei", value) and sum(map(str.isdigit, value)) >= 4 and sum(map(str.isalpha, value)) >= 3


def _is_mixed_case(value: str) -> bool:
    return not (value.islower() or value.isupper()) and any(map(str.isdigit, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """How numbers of a kind are written. The last group of `words` is the number."""

    kind: str
    words: re.Pattern[str]
    is_right: Callable[[str], bool] = _is_any
    again: re.Pattern[str] | None = None  # one more of them, after "and"


def _labelled(kind: str, label: str, shape: str, check: Callable[[str], bool] | None = None) -> _Form:
    number = rf"({shape})(?![\w-]*\w)"
    return _Form(
        kind=kind,
        words=re.compile(rf"(?<![\w-])(?:{label}){_NO}{_IS}{number}"),
        is_right=check or _of_kind(kind),
        again=re.compile(number),
    )


def _alone(kind: str, shape: str, check: Callable[[str], bool] | None = None) -> _Form:
    return _Form(kind=kind, words=re.compile(rf"(?<![\w/-])({shape})(?![\w-])"), is_right=check or _of_kind(kind))


# Nationality marks of aircraft with what follows them (ICAO Annex 7): only of states whose marks are no common words.
_MARKED = (
    r"RA-\d{5}|RF-\d{5}|EW-\d{3,5}[A-Z]{0,2}|EP-[A-Z]{3}|YK-[A-Z]{3}|UP-[A-Z]\d{4}|UR-[A-Z]{3}|UK-?\d{5}|ER-[A-Z]{3}"
    r"|EX-\d{5}|YV-?\d{4}|P-\d{3}|5A-[A-Z]{3}|YI-[A-Z]{3}|ST-[A-Z]{3}|VP-[A-Z]{3}|VQ-[A-Z]{3}|9H-[A-Z]{3}|M-[A-Z]{4}"
    r"|T7-[A-Z0-9]{3,5}|A6-[A-Z]{3}|TC-[A-Z]{3}|CU-[A-Z]\d{3,4}|XT-[A-Z]{3}|HA-[A-Z]{3}|4L-[A-Z0-9]{3,5}|LY-[A-Z]{3}"
)
_TAIL_LABEL = (
    r"[Tt]ail(?:[ -](?:number|no\.?|code))?|[Rr]egistration(?: number)?|[Rr]egistered as|[Aa]ircraft|[Jj]et|[Pp]lane"
)
_WALLET_LABEL = r"(?:[Ww]allet|[Aa]ddress|XMR|SOL|BCH|Solana|Monero)(?: (?:address|wallet))?"

# The first form that holds of a stretch decides.
FORMS: tuple[_Form, ...] = (
    _labelled("imo", r"IMO|[Ii]nternational Maritime Organi[sz]ation", r"\d{7}"),
    _labelled("mmsi", r"MMSI|[Mm]aritime [Mm]obile [Ss]ervice [Ii]dentity", r"[2-7]\d{8}"),
    _labelled(
        "inn", r"INN|ИНН|(?:[Tt]ax(?:payer)?(?: [Ii]dentification)?(?: [Nn]umber| ID)(?: \(INN\))?)", r"\d{10}|\d{12}"
    ),
    _labelled("ogrn", r"OGRN(?:IP)?|ОГРН(?:ИП)?|[Pp]rimary [Ss]tate [Rr]egistration", r"\d{13}|\d{15}"),
    _labelled("okpo", r"OKPO|ОКПО", r"\d{8}|\d{10}", _is_any),
    _labelled("bik", r"BIK|БИК", r"04\d{7}", _is_any),
    _labelled("lei", r"LEI|[Ll]egal [Ee]ntity [Ii]dentifier", r"[A-Z0-9]{18}\d\d"),
    _labelled("swift", r"(?:SWIFT|Swift|BIC)(?:/(?:SWIFT|BIC))?", r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", _is_bic),
    _labelled("isin", r"ISIN", r"[A-Z]{2}[A-Z0-9]{9}\d", _is_isin),
    _labelled("uscc", r"(?:[Uu]nified )?[Ss]ocial [Cc]redit", r"[0-9A-HJ-NPQRTUWXY]{18}"),
    _labelled("callsign", r"[Cc]all ?sign", r"(?=[A-Z]*\d)[A-Z0-9]{4,7}", _is_any),
    _labelled("passport", r"[Pp]assport", r"(?=\w{0,3}\d)[A-Z]{0,3}\d{5,10}", _is_any),
    _labelled("tail_number", _TAIL_LABEL, rf"{_MARKED}|[A-Z]{{1,2}}-[A-Z]{{3,4}}|N\d{{1,5}}[A-Z]{{0,2}}", _is_any),
    _alone("tail_number", r"RA-\d{5}|RF-\d{5}|EP-[A-Z]{3}|YK-[A-Z]{3}|YV-?\d{4}|UP-[A-Z]\d{4}|5A-[A-Z]{3}", _is_any),
    _alone("wallet", r"0x[0-9a-fA-F]{40}", _is_any),
    _alone("wallet", r"(?:bc|ltc|tb)1[02-9ac-hj-np-z]{11,71}", is_bech32),
    _alone("wallet", r"[1-9A-HJ-NP-Za-km-z]{26,36}", lambda value: _is_mixed_case(value) and is_base58(value)),
    _alone("wallet", r"[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}(?:[1-9A-HJ-NP-Za-km-z]{11})?", _is_mixed_case),
    _alone("wallet", r"(?:bitcoincash:)?[qp][02-9ac-hj-np-z]{41}", _is_any),
    _labelled("wallet", _WALLET_LABEL, r"[1-9A-HJ-NP-Za-km-z]{42,44}", _is_mixed_case),
    _alone("lei", r"[A-Z0-9]{18}\d\d", _is_mixed_lei),
    _alone("isin", r"[A-Z]{2}[A-Z0-9]{9}\d", lambda value: _is_isin(value) and sum(map(str.isdigit, value)) >= 5),
)


# What a stretch has in which any of them stands: a figure, or the capitals of a tail number or a bank's code.
_SIGN = re.compile(r"\d|[A-Z]-[A-Z]{3}|[A-Z]{8}")


def find_identifiers(text: str, within: Span) -> tuple[IdNumber, ...]:
    """Give the numbers in a stretch of text, in order.

    >>> text = "The tanker (IMO 9312884) paid 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa; IMO 9312885 is none."
    >>> [(number.kind, number.value) for number in find_identifiers(text, Span(0, len(text)))]
    [('imo', '9312884'), ('wallet', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa')]
    """
    found: list[IdNumber] = []
    for form in FORMS if _SIGN.search(text, within.start, within.end) else ():
        taken = [number.whole for number in found]
        found += [number for number in _of_form(text, within, form) if not overlaps_any(number.whole, taken)]
    return tuple(sorted(found, key=lambda number: number.span))


def _of_form(text: str, within: Span, form: _Form) -> Iterator[IdNumber]:
    for match in form.words.finditer(text, within.start, within.end):
        one: re.Match[str] | None = match
        while one is not None:
            if form.is_right(one[1]):
                yield IdNumber(kind=form.kind, value=one[1], span=Span(*one.span(1)), whole=Span(*one.span()))
            between = _AND.match(text, one.end(), within.end) if form.again is not None else None
            one = form.again.match(text, between.end(), within.end) if between and form.again else None
