"""Numbers that lists write as text, told apart by their labels, shapes and check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.lists import Identifier
from nongrata.lists.labelled import is_inn, is_ogrn, items_of, labelled_in, numbers_in, refined


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UEN ID: 202022772K", [("registration_number", "202022772K")]),
        ("Taxpayer Identification Number – 5008011331", [("inn", "5008011331")]),
        ("ОGRN: 1097746180740; KPP: 770801001", [("ogrn", "1097746180740"), ("kpp", "770801001")]),
        ("1157746244017 (Russia). Tax ID No. 7703226533", [("ogrn", "1157746244017"), ("inn", "7703226533")]),
        ("(1) 440111000105746 (Company number) (2) 190748254", [("registration_number", "440111000105746"),
                                                                ("registration_number", "190748254")]),
        ("USCC: 91440300MA5HX80Y1Q", [("uscc", "91440300MA5HX80Y1Q")]),
        ("Ma.Bko.2013.M.1610", [("registration_number", "Ma.Bko.2013.M.1610")]),
        ("(1) - (2) .", []),
    ],
)  # fmt: skip
def test_numbers_in_a_field(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.value) for each in numbers_in(text, "registration_number")] == found


def test_a_number_in_brackets_behind_another_tells_its_country() -> None:
    assert list(numbers_in("5555555 (Belarus)", "document")) == [
        Identifier(kind="document", value="5555555", country="by")
    ]


def test_words_that_are_no_labels_give_no_numbers() -> None:
    assert list(labelled_in("A company limited by 2013 shares, the INNER ring and the IMOGEN 1234567")) == []


@pytest.mark.parametrize(
    ("found", "near", "kind"),
    [
        (Identifier(kind="tax_number", value="7708619320"), None, "inn"),
        (Identifier(kind="tax_number", value="7708619321"), None, "tax_number"),
        (Identifier(kind="tax_number", value="7708619321"), "ru", "inn"),
        (Identifier(kind="tax_number", value="7708619320", country="by"), "ru", "tax_number"),
        (Identifier(kind="document", value="780201001", country="ru"), None, "kpp"),
        (Identifier(kind="national_id", value="500103405838"), None, "inn"),
        (Identifier(kind="national_id", value="7708619320"), "ru", "national_id"),
        (Identifier(kind="imo", value="IMO 9562233"), None, "imo"),
        (Identifier(kind="imo", value="95622"), None, "registration_number"),
        (Identifier(kind="passport", value="7708619320"), "ru", "passport"),
    ],
)
def test_a_number_is_refined_by_its_country_and_check_digits(found: Identifier, near: str | None, kind: str) -> None:
    assert refined(found, near=near).kind == kind


@given(st.text(max_size=300))
def test_any_text_gives_numbers_that_stand_in_it(text: str) -> None:
    for each in numbers_in(text, "document"):
        assert each.value
        assert each.value.split()[0] in " ".join(text.split()) or "\u200e" in text or not text.isprintable()
    assert all(items_of(text))


@given(st.integers(0, 10**12 - 1))
def test_of_ten_last_digits_one_is_right(number: int) -> None:
    text = f"{number:012d}"

    assert sum(is_ogrn(f"{text}{last}") for last in range(10)) == 1
    assert sum(is_inn(f"{text[:9]}{last}") for last in range(10)) == 1
