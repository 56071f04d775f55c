"""Names made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.values import fold, tokens_of


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Komsomolsk-on-Amur", "komsomolsk on amur"),
        ("Владимир Путин", "vladimir putin"),
        ("Kim Chŏng-ŭn", "kim chong un"),
        ("al-Qa’ida", "al qaida"),
        ("AL QA'IDA", "al qaida"),
        ("O’Brien", "obrien"),
        ("Müller & Söhne", "muller sohne"),
        ("Ｋｉｍ", "kim"),
        ("…", ""),
    ],
)
def test_spellings_of_one_name_fold_to_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=60))
def test_a_folded_name_is_plain_words(name: str) -> None:
    assert all(token.isascii() and token.isalnum() and token == token.lower() for token in tokens_of(name))
