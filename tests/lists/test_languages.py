"""Which language and script a listed name is in."""

from __future__ import annotations

import pytest

from nongrata.lists import ListedName
from nongrata.lists.fields import names_once
from nongrata.lists.languages import language_of, language_of_script


@pytest.mark.parametrize(
    ("said", "code"),
    [("RU", "ru"), ("el", "el"), ("rus", "ru"), ("Arabic", "ar"), ("Farsi / Persian", "fa"), ("prg", "prg")],
)
def test_a_language_is_told_by_code_or_name(said: str, code: str) -> None:
    assert language_of(said) == code


@pytest.mark.parametrize("said", ["", "und", "Unknown", "Cyrillic", "-"])
def test_what_tells_no_language_gives_none(said: str) -> None:
    assert language_of(said) is None


def test_only_a_script_of_one_language_tells_it() -> None:
    scripts = ("Chinese Simplified", "Korean", "Cyrillic", "Arabic", "Latin", "")

    assert [language_of_script(script) for script in scripts] == ["zh", "ko", None, None, None, None]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Łukasz Żółw", "Latin"),
        ("ПЕТРОВ Ivan, Кириллович", "Cyrillic"),
        ("ايفان", "Arabic"),
        ("習近平", "Han"),
        ("ＡＢＣ", "Latin"),
        ("ペトロフ", "Katakana"),
        ("ﾍﾟﾄﾛﾌ", "Katakana"),
        ("김정은", "Hangul"),
        ("9562233", None),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    assert ListedName(text=text).script == script


def test_a_name_told_twice_keeps_the_language_that_one_of_them_tells() -> None:
    names = (ListedName(text="A", kind="weak", language="ru"), ListedName(text="A"), ListedName(text="B"))
    later = ListedName(text="B", kind="weak", language="fa")

    assert names_once((*names, later)) == (
        ListedName(text="A", language="ru"),
        ListedName(text="B", language="fa"),
    )
