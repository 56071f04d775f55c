"""Turns of a transcript: who takes them is not who is spoken of."""

from __future__ import annotations

from nongrata.desk import read_text

TRANSCRIPT = """PRESENTER: Our reporter Dunia Paz is outside the court. What happened?

PAZ: Prosecutors charged the banker Omar Sidi on Monday.

PRESENTER: Has there been an answer?

PAZ: Yes. He denied it.
"""


def test_he_is_not_the_reporter_who_tells_of_him() -> None:
    dossier = read_text(TRANSCRIPT)
    (reporter,) = [each for each in dossier.stories[0].parties if each.party.name == "Dunia Paz"]

    assert [mention.text for mention in reporter.party.mentions if mention.kind == "pronoun"] == []
