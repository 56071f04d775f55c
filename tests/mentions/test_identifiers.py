"""Numbers that name a party: found by their label or by themselves, and only where their check digits hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.mentions.identifiers import find_identifiers
from nongrata.values import Span
from nongrata.values.check_digits import is_base58, is_bech32, is_right


def found(text: str) -> list[str]:
    return [f"{number.kind}:{number.value}" for number in find_identifiers(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the tanker (IMO 9133587) left", "imo:9133587"),
        ("its IMO number, 9133587", None),
        ("with IMO number 9133587.", "imo:9133587"),
        ("IMO: 9133587", "imo:9133587"),
        ("IMO9133587", "imo:9133587"),
        ("MMSI 273356610 was switched off", "mmsi:273356610"),
        ("a company with INN 7707083893", "inn:7707083893"),
        ("taxpayer identification number 7707083893", "inn:7707083893"),
        ("ИНН 7707083893", "inn:7707083893"),
        ("OGRN 1027700132195", "ogrn:1027700132195"),
        ("LEI code: 5493001KJTIIGC8Y1R12", "lei:5493001KJTIIGC8Y1R12"),
        ("registered as 5493001KJTIIGC8Y1R12 there", "lei:5493001KJTIIGC8Y1R12"),
        ("SWIFT/BIC: SABRRUMM", "swift:SABRRUMM"),
        ("the bank's BIC is DEUTDEFF500", "swift:DEUTDEFF500"),
        ("ISIN US0378331005 fell", "isin:US0378331005"),
        ("Russian passport number 753456789", "passport:753456789"),
        ("tail number RA-76502", "tail_number:RA-76502"),
        ("an aircraft registered as P4-MES", None),
        ("a jet, N628TS, landed", None),
        ("the jet N628TS landed", "tail_number:N628TS"),
        ("Flight EP-MNA took off", "tail_number:EP-MNA"),
        ("to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa in May", "wallet:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4,", "wallet:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "wallet:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
        ("0xdAC17F958D2ee523a2206206994597C13D831ec7.", "wallet:0xdAC17F958D2ee523a2206206994597C13D831ec7"),
    ],
)  # fmt: skip
def test_a_number_is_told_by_its_label_or_by_itself(text: str, number: str | None) -> None:
    assert found(text) == ([] if number is None else [number])


@pytest.mark.parametrize(
    "text",
    [
        "IMO 9133588",  # the check digit is 7
        "INN 7707083894",
        "LEI 5493001KJTIIGC8Y1R13",
        "ISIN US0378331006",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "call 9133587 for tickets",
        "BIC code of the year",
        "the SWIFT boat ABCDEFGH",
        "a passport 12",
        "https://news.example/a/1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "PROCRASTINATIONALIST",
        "the Su-35 and T-90M, and Boeing 737-800",
    ],
)
def test_what_fails_its_check_or_has_no_label_is_no_number(text: str) -> None:
    assert found(text) == []


def test_several_numbers_may_share_one_label() -> None:
    assert found("The tankers (IMO 9116412, 9187629 and 8770261) and two others, 9133587, left.") == [
        "imo:9116412",
        "imo:9187629",
        "imo:8770261",
    ]


@given(st.from_regex(r"[0-9]{6}", fullmatch=True), st.integers(1, 9))
def test_an_imo_number_with_one_digit_changed_is_none(six: str, change: int) -> None:
    check = sum(int(digit) * weight for digit, weight in zip(six, (7, 6, 5, 4, 3, 2), strict=True)) % 10

    assert is_right("imo", f"{six}{check}")
    assert not is_right("imo", f"{six}{(check + change) % 10}")


@pytest.mark.parametrize("address", ["", "1", "bc1", "r" * 40, "0" * 40, "bc1" + "q" * 200, "BC1qw508d6qejxtdg4y5r"])
def test_what_is_no_address_is_none(address: str) -> None:
    assert not is_base58(address)
    assert not is_bech32(address)


@given(st.text(alphabet="IMO 0123456789,and(0x)bc1TR-EP", max_size=200))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    for number in find_identifiers(text, Span(0, len(text))):
        assert number.span.of(text) == number.value
        assert number.whole.covers(number.span)
