"""Time expressions: what is one, what is none, and which day each means."""

from __future__ import annotations

import itertools
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reading.times import tally_of
from nongrata.articles import Published, Story
from nongrata.mentions import Sentence, Time, Token
from nongrata.mentions.model import parse_story
from nongrata.mentions.times.find import find_times
from nongrata.values import PartialDate, Span

FRIDAY = date(2023, 9, 15)


def times_in(text: str, published: date | None = FRIDAY) -> tuple[Time, ...]:
    """Read a story of one paragraph a line, as the reader does."""
    paragraphs = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", text))
    story = Story(span=Span(0, len(text)), published=Published(on=published, basis="given"), paragraphs=paragraphs)
    return find_times(text, parse_story(text, story).sentences, published)


def told(text: str, published: date | None = FRIDAY) -> dict[str, str | None]:
    """Give each expression with its value."""
    return {time.text: time.value for time in times_in(text, published)}


def test_a_month_and_a_season_of_a_year_counted_from_this_one() -> None:
    assert told("It froze his assets in March of last year.") == {"in March of last year": "2022-03"}
    assert told("He has been listed since August this year.") == {"since August this year": "2023-08"}
    assert told("He was listed in the spring of last year.") == {"in the spring of last year": "2022-03/2022-05"}


def test_a_weekday_in_the_past_tense_is_the_last_such_day_and_may_be_the_day_of_writing() -> None:
    assert told("The minister met the envoy on Wednesday.") == {"on Wednesday": "2023-09-13"}
    assert told("The minister met the envoy on Friday.") == {"on Friday": "2023-09-15"}
    assert told("They arrived Saturday night.") == {"Saturday night": "2023-09-09"}


def test_a_weekday_in_the_future_tense_is_the_next_such_day() -> None:
    assert told("The committee will vote on Monday.") == {"on Monday": "2023-09-18"}
    assert told("The two are scheduled to meet on Tuesday.") == {"on Tuesday": "2023-09-19"}
    assert told("The council meets again on Thursday.") == {"on Thursday": "2023-09-21"}


def test_each_verb_of_a_sentence_governs_its_own_weekday() -> None:
    assert told("The ministry said on Thursday that the envoy would fly to Seoul on Sunday.") == {
        "on Thursday": "2023-09-14",
        "on Sunday": "2023-09-17",
    }


def test_the_last_week_of_something_is_not_the_week_before() -> None:
    assert told("The minister accused Paris last week of lying.") == {"last week": "2023-W36"}
    assert told("The minister resigned in the last week of the war.") == {}


def test_last_and_next_are_never_the_day_of_writing() -> None:
    assert told("He was arrested last Friday.") == {"last Friday": "2023-09-08"}
    assert told("She will testify next Friday.") == {"next Friday": "2023-09-22"}
    assert told("She will testify next Tuesday.") == {"next Tuesday": "2023-09-19"}


def test_a_month_is_the_latest_in_the_past_tense_and_the_coming_one_in_the_future() -> None:
    assert told("The submarine called at the port in July.") == {"in July": "2023-07"}
    assert told("He was arrested in December.") == {"in December": "2022-12"}
    assert told("The trial will open in March.") == {"in March": "2024-03"}
    assert told("He was blacklisted last May and will be tried next May.") == {
        "last May": "2023-05",
        "next May": "2024-05",
    }


def test_written_dates_are_stated() -> None:
    found = times_in("It was signed on Sept. 12, 2023, amended on 3 March 2021 and published in February 2022.")
    assert [(time.value, time.basis) for time in found] == [
        ("2023-09-12", "stated"),
        ("2021-03-03", "stated"),
        ("2022-02", "stated"),
    ]


def test_a_date_without_its_year_takes_the_year_that_fits() -> None:
    assert told("The ship sailed on Dec. 5.") == {"on Dec. 5": "2022-12-05"}
    assert told("The board will meet on Dec. 5.") == {"on Dec. 5": "2023-12-05"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was formed in 1948 with foreign backing.", {"in 1948": "1948"}),
        ("The firm has been under sanctions since 2014.", {"since 2014": "2014"}),
        ("He moved in late 2022.", {"in late 2022": "2022"}),
        ("They worked there from 2014 to 2019.", {"from 2014 to 2019": "2014/2019"}),
        ("Exports fell between March and May.", {"between March and May": "2023-03/2023-05"}),
        ("The talks ran from July 10 to 16.", {"from July 10 to 16": "2023-07-10/2023-07-16"}),
        ("It was built in the 1990s.", {"in the 1990s": "1990/1999"}),
        ("Profit rose in Q3 2022.", {"in Q3 2022": "2022-07/2022-09"}),
        ("They met over the weekend.", {"over the weekend": "2023-09-09/2023-09-10"}),
        ("The visit is planned for next week.", {"next week": "2023-W38"}),
        ("It was announced earlier this month.", {"earlier this month": "2023-09"}),
        ("It was sold two weeks ago.", {"two weeks ago": "2023-W35"}),
        ("The firm was founded a decade ago.", {"a decade ago": "2013"}),
        ("The deal was struck yesterday.", {"yesterday": "2023-09-14"}),
        ("It was repeated on 2023-09-12.", {"on 2023-09-12": "2023-09-12"}),
        ("Results came in summer 2022.", {"in summer 2022": "2022-06/2022-08"}),
        ("The 2014 protests were larger.", {"The 2014": "2014"}),
    ],
)
def test_the_common_forms_of_news_are_read(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kim, 39, inspected the plant.",
        "He ruled for three years and spoke for two hours.",
        "They watched a Su-35 and a Superjet 100.",
        "About 1,000 people marched, and 2000 troops stood by.",
        "The 15-member council met at 1600 Pennsylvania Avenue.",
        "You may march in the parade; he will mar the second act.",
        "Theresa May spoke to April Ryan.",
        "Black Friday sales and the Sunday Times rating rose.",
        "The 43-year-old has taught there for 19 years.",
        "The convoy of 2000 trucks crossed.",
    ],
)
def test_ages_durations_and_numbers_are_no_times(text: str) -> None:
    assert told(text) == {}


def test_without_a_date_of_publication_what_is_relative_has_no_value() -> None:
    assert told("He said on Friday that it was signed in May 2019.", None) == {
        "on Friday": None,
        "in May 2019": "2019-05",
    }


def test_a_dateline_tells_the_day_of_writing_of_what_stands_below_it() -> None:
    text = (
        "WASHINGTON, March 21 (Newswire) - The office removed its sanctions on Friday.\n"
        "NEWARK, March 14 (Newswire) — A coder appeared before a judge on Friday."
    )
    assert [time.value for time in times_in(text, date(2025, 3, 22))] == [
        "2025-03-21",
        "2025-03-21",
        "2025-03-14",
        "2025-03-14",
    ]


@pytest.mark.parametrize("head", ["14 August 2025 — ", "KYIV, 14 August (Newswire) - ", "Kyiv, 14 Aug 2025 – "])
def test_a_dateline_may_tell_its_day_before_its_month(head: str) -> None:
    assert told(f"{head}The office listed him on Thursday.", date(2025, 8, 26))["on Thursday"] == "2025-08-14"


def test_a_story_published_the_day_after_its_dateline_may_speak_of_that_day() -> None:
    text = "VILNIUS, Sept 14 (Wire) - Minsk freed him on Thursday. Where he was on Friday, nobody said on Saturday."

    assert told(text) == {
        "Sept 14": "2023-09-14", "on Thursday": "2023-09-14", "on Friday": "2023-09-15", "on Saturday": "2023-09-09",
    }  # fmt: skip


def test_the_stamps_of_a_live_blog_are_minutes() -> None:
    assert told("14:05 The summit has begun.\n09.30 GMT: Doors open.") == {
        "14:05": "2023-09-15T14:05",
        "09.30 GMT": "2023-09-15T09:30",
    }


def test_the_same_day_is_the_day_named_before() -> None:
    found = told("He met the leader on Tuesday and flew home the same day. A day later he resigned.")
    assert list(found.values()) == ["2023-09-12", "2023-09-12", "2023-09-13"]


def test_no_calendar_is_broken_by_a_hostile_number() -> None:
    text = "It began 999 decades ago, on 31 February 2023, on 2023-02-31, 999 weeks ago and in the 99th century."
    for time in times_in(text, date(1, 1, 2)):
        if time.value:
            PartialDate(time.value)


_PIECES = (
    "on in last next this the from to between and ago 12 2023 May March Friday Sunday week year month two Q3 14:05 - , "
    ". ( ) 1990s later same day today 31 February 2023-09-12 31/12/9999 century winter end of Sept. 9999 0"
)
_WORDS = st.sampled_from(_PIECES.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=25), st.none() | st.dates())
def test_every_span_quotes_the_text_in_order_and_every_value_is_a_date(
    words: list[str], published: date | None
) -> None:
    text = " ".join(words)
    tokens = tuple(
        Token(span=Span(*m.span()), text=m[0], lemma=m[0].lower(), pos="NOUN", tag="NN", dep="dep", head=0)
        for m in re.finditer(r"\S+", text)
    )
    sentence = Sentence(span=Span(0, len(text)), paragraph=0, tokens=tokens)
    found = find_times(text, [sentence], published)
    assert list(found) == sorted(found, key=lambda time: time.span)
    for time, following in itertools.pairwise(found):
        assert time.span.end <= following.span.start
    for time in found:
        assert time.text == time.span.of(text)
        if time.value is not None and "T" not in time.value:
            PartialDate(time.value)


@pytest.mark.shared
def test_the_days_of_gums_news_stay_at_their_floor(shared: Path) -> None:
    misses: list[str] = []
    tally = tally_of(shared, misses.append)
    assert tally["days"][0] >= 95, misses
    assert tally["marked"][0] >= 0.9 * tally["marked"][1], misses


@pytest.mark.shared
def test_the_times_of_the_labelled_stories_stay_at_their_floor(shared: Path) -> None:
    hits = total = 0
    for path in [shared / "seed" / "gold.json", *sorted((shared / "data" / "gold" / "stories").glob("*.json"))]:
        gold = json.loads(path.read_text("utf-8"))
        found = times_in(gold["text"], date.fromisoformat(gold["published"]))
        total += len(gold["times"])
        hits += sum(
            any(t.span.overlaps(Span(g["start"], g["end"])) and t.value == g["value"] for t in found)
            for g in gold["times"]
        )
    assert hits >= 0.9 * total


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("She came on Saturday night, the opening night, and stayed.", "the opening night", "2023-09-09"),
        ("Opening night, January 23, 2014, was full.", "Opening night", "2014-01-23"),
        ("The ship was launched on April 12, 1981. They are commemorating the date.", "the date", "1981-04-12"),
        ("They met on Monday. In the last match of the day they won.", "of the day", "2023-09-11"),
    ],
)
def test_a_day_told_again_without_its_name_is_the_day_named_last(text: str, words: str, value: str) -> None:
    assert told(text)[words] == value


@pytest.mark.parametrize(
    "text", ["The opening night was full.", "On Monday they set the date.", "It was hot on the day of the vote."]
)
def test_such_words_say_no_day_where_none_is_meant(text: str) -> None:
    assert all(words not in ("The opening night", "the date", "on the day") for words in told(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Prices fell in the first half of May.", "2023-05-01/2023-05-15"),
        ("It was frozen in the second half of 2022.", "2022-07/2022-12"),
        ("The talks collapsed in the third quarter of last year.", "2022-07/2022-09"),
        ("The deal was struck in the first week of July.", "2023-07-01/2023-07-07"),
        ("Exports fell in the first nine months of 2022.", "2022-01/2022-09"),
        ("Output rose in the three months to August.", "2023-06/2023-08"),
        ("Profit rose in the fiscal year to March.", "2022-04/2023-03"),
        ("The law was passed in the year to June 30.", "2022-07-01/2023-06-30"),
        ("The cargo loaded in the week ending 9 September.", "2023-09-03/2023-09-09"),
        ("Sales rose in the twelve months to June 15.", "2022-06-16/2023-06-15"),
        ("He will be sentenced the week of December 4.", "2023-W49"),
        ("He was seized on the eve of the Sept. 3 election.", "2023-09-02"),
        ("He was named in FY2022.", "2022"),
        ("The pact was signed a week ago Sunday.", "2023-09-03"),
        ("The vote is due the Sunday after next.", "2023-09-24"),
        ("The court ruled a fortnight ago.", "2023-09-01"),
        ("They will meet again in two weeks.", "2023-W39"),
        ("The tanker left on the 14th.", "2023-09-14"),
        ("The tanker will leave on the 14th.", "2023-10-14"),
        ("They were last in touch on Nov. 1 last year.", "2022-11-01"),
        ("The decree is dated 11.09.2023.", "2023-09-11"),
        ("The refinery shut during the summer.", "2023-06/2023-08"),
        ("The refinery will open by the spring.", "2024-03/2024-05"),
        ("The plant shut last Christmas.", "2022-12-25"),
        ("It expires on New Year’s Eve.", "2023-12-31"),
        ("He was freed on Christmas Day 2021.", "2021-12-25"),
        ("The station was built in Juche 112.", "2023"),
        ("He died on 12 Bahman 1401.", "2023-02-01"),
        ("The mosque was built in 1441 AH.", "2019/2020"),
        ("She is due to receive him in the new year.", "2024"),
        ("He is in talks about a film, to be shot in the capital in October.", "2023-10"),
        ("He was the third man to be hanged in October.", "2022-10"),
        ("Burnt houses in the village in May. Photo: Coast News", "2023-05"),
        ("A boatman ferries children to school in October. PHOTO | JANE DOE", "2022-10"),
    ],
)
def test_expressions_as_the_wires_use_them(text: str, value: str) -> None:
    assert list(told(text).values()) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "They took the town in two weeks.",
        "The Christmas party was loud.",
        "They saw the fall of Aleppo in the fall of the regime.",
        "He died on 31 Bahman 1401.",
        "It sold the last three weeks of May Day.",
        "The second half of the match was dull.",
    ],
)
def test_words_of_time_that_tell_no_day(text: str) -> None:
    assert [value for words, value in told(text).items() if "May" not in words] == []


def test_what_counts_from_the_day_of_writing_has_no_value_without_one() -> None:
    for words in ("in the first half of May", "on the 14th", "a week ago Sunday", "by Christmas", "over the summer"):
        assert set(told(f"He was seized {words}.", published=None).values()) <= {None}


def test_hours_later_is_the_day_named_last() -> None:
    assert told("The ship was seized on Tuesday. Hours later the Treasury named its owner.") == {
        "on Tuesday": "2023-09-12",
        "Hours later": "2023-09-12",
    }
    assert told("It sank on Tuesday. Had it sailed five hours later it would float.") == {"on Tuesday": "2023-09-12"}
