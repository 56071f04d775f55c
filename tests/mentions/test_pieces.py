"""No paragraph is too long for the model, and nothing of it gets lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nongrata.mentions.pieces import LONGEST, LONGEST_WORD, pieces_of
from nongrata.values import Span


def test_a_paragraph_of_the_news_stays_whole() -> None:
    text = "Kim met Putin. " * 200

    assert list(pieces_of(text, Span(15, 3_000))) == [Span(15, 3_000)]


def test_a_long_paragraph_is_cut_between_sentences_and_one_without_between_words() -> None:
    sentences, words = "Kim met Mr. Putin. " * 2_000, "kim and putin and " * 2_000

    assert {piece.of(sentences)[-7:] for piece in pieces_of(sentences, Span(0, len(sentences)))} == {"Putin. "}
    assert all(piece.of(words).endswith(" ") for piece in pieces_of(words, Span(0, len(words))))


def test_what_never_ends_is_cut_anywhere() -> None:
    text = "Here: " + "(" * 5_000

    assert max(map(len, pieces_of(text, Span(0, len(text))))) <= LONGEST_WORD + len("Here: ")


def test_a_dateline_of_a_place_alone_is_no_part_of_the_name_behind_it() -> None:
    text = "HARARE - Kudakwashe Tagwirei, a fuel tycoon, opened a mine on Monday."

    assert [piece.of(text) for piece in pieces_of(text, Span(0, len(text)))] == ["HARARE - ", text[9:]]


@given(
    runs=st.lists(
        st.tuples(st.sampled_from(["a", ". ", " ", "(", "word. ", "\u00a0"]), st.integers(1, 6_000)), max_size=6
    ),
    start=st.integers(0, 50),
)
def test_pieces_adjoin_and_are_bounded(runs: list[tuple[str, int]], start: int) -> None:
    text = "".join(what * times for what, times in runs)
    paragraph = Span(min(start, len(text)), len(text))

    pieces = list(pieces_of(text, paragraph))

    assert "".join(piece.of(text) for piece in pieces) == paragraph.of(text)
    assert all(0 < len(piece) <= LONGEST for piece in pieces)
