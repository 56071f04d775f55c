"""The dossier on a terminal: readable at 80 columns, in a pipe, and whatever the story holds."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from nongrata.dossiers import Dossier
from nongrata.outputs.story.terminal import print_dossier


def printed(dossier: Dossier, *, width: int = 80, is_terminal: bool = False) -> str:
    """Give what is printed to a file, or to a terminal that knows colours."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=is_terminal,
        color_system="standard" if is_terminal else "auto",
        _environ={},
    )
    print_dossier(dossier, console)
    return out.getvalue()


def test_the_answer_comes_first_and_the_listed_before_the_owned(dossier: Dossier) -> None:
    shown = printed(dossier)

    order = ["Minister tours", "Two parties in this story are", "■ Ivan Orlov", "■ Baltic Yard", "▲ Sea Lark"]
    order += [
        "◆ North Dock",
        "What happened",
        "\n  3 May 2024\n",
        "No date",
        "What the story says",
        "Also named",
        "Lists:",
    ]
    places = [shown.index(words) for words in order]
    assert places == sorted(places)


def test_each_listing_says_since_when_and_whether_it_stood_on_the_day(dossier: Dossier) -> None:
    shown = printed(dossier)

    assert "■ Ivan Orlov  US (EU later) CH?" in shown
    assert "US 1 · ORLOV, Ivan · listed 31 March 2022, in force · RUSSIA-EO14024" in shown
    assert "EU EU.1.2 · listed 10 January 2025, after the story’s day" in shown
    assert "+ “ORLOV, Ivan” is the list’s name. (US)" in shown


def test_the_way_through_an_owner_is_told_with_its_rule(dossier: Dossier) -> None:
    shown = " ".join(printed(dossier).split())

    assert "Baltic Yard holds 62.5 percent of Sea Lark (a register)" in shown
    assert "United States and European Union: cannot be told, for the shares are not known" in shown


def test_an_allegation_and_a_denial_name_their_speakers(dossier: Dossier) -> None:
    shown = printed(dossier)

    assert "◐ alleged       Sea Lark allegedly gave aid to Syria" in shown
    assert "— alleged by Ukraine" in shown
    assert "— denied by Ivan Orlov" in shown


def test_a_namesake_is_ruled_out_with_its_reason(dossier: Dossier) -> None:
    assert "≠ not ORLOV, Ivan" in printed(dossier)


def test_the_starter_list_says_how_large_and_how_old_it_is(dossier: Dossier) -> None:
    assert "starter list, 231 entries, as of 2026-08-22" in printed(dossier)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(dossier: Dossier, width: int) -> None:
    lines = printed(dossier, width=width).splitlines()

    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_colour_stays_on_the_terminal(dossier: Dossier) -> None:
    assert "\x1b[" in printed(dossier, is_terminal=True)
    assert "\x1b[" not in printed(dossier)


def test_what_a_story_holds_cannot_steer_the_terminal(dossier: Dossier) -> None:
    evil = "[red]\x1b]0;owned\x07\x1b[2J[/nothing]\u202e"
    (report,) = dossier.stories
    screened = replace(report.parties[2], party=replace(report.parties[2].party, name=evil))
    claim = replace(report.claims[0], basis=(evil,))
    changed = replace(report, parties=(screened,), claims=(claim,))
    text = evil + dossier.article.text[len(evil) :]
    shown = printed(replace(dossier, article=replace(dossier.article, text=text), stories=(changed,)))

    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "■ [red]␛]0;owned␇␛[2J[/nothing]" in shown


def test_a_story_with_nobody_exposed_says_so(dossier: Dossier) -> None:
    (report,) = dossier.stories
    quiet = replace(report, parties=report.parties[:1], events=(), claims=())

    assert "No party in this story was found on the lists used." in printed(replace(dossier, stories=(quiet,)))


def test_a_source_without_a_story_says_so(dossier: Dossier) -> None:
    assert "No story was found in this source." in printed(replace(dossier, stories=()))
