"""How sure a story is of an act: the clauses above it."""

from __future__ import annotations

import pytest

from nongrata.events.certainty.status import standing_of
from nongrata.events.sentence.tree import tree_of
from nongrata.mentions.model import parse_story
from tests.events.reading import story_of


def status_of(text: str, verb: str) -> str:
    (sentence,) = parse_story(text, story_of(text)).sentences
    tree = tree_of(sentence)
    return standing_of(tree, next(i for i, token in enumerate(tree.tokens) if token.text == verb)).status


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("Iran shipped drones to Sudan.", "shipped", "asserted"),
        ("Chad said it would fine any firm that ships drones to Sudan.", "ships", "hypothetical"),
        ("Iran did not ship drones to Sudan.", "ship", "negated"),
        ("Nor did Iran attack Sudan.", "attack", "negated"),
        ("Iran armed nobody, nor has it shipped drones to Sudan.", "shipped", "negated"),
        ("Iran attacked neither Chad nor its neighbour.", "attacked", "negated"),
        ("Iran will ship drones to Sudan.", "ship", "planned"),
        ("Iran said it would ship drones to Sudan.", "ship", "planned"),
        ("Iran may ship drones to Sudan.", "ship", "hypothetical"),
        ("Chad would protest if Iran shipped drones to Sudan.", "shipped", "hypothetical"),
        ("Chad accused Iran of shipping drones to Sudan.", "shipping", "alleged"),
        ("Chad claimed Iran shipped drones to Sudan.", "shipped", "alleged"),
        ("Iran denied that it shipped drones to Sudan.", "shipped", "denied"),
        ("It is not clear whether Iran shipped drones to Sudan.", "shipped", "unclear"),
        ("Chad asked Iran to ship drones to Sudan.", "ship", "requested"),
        ("Iran allegedly shipped drones to Sudan.", "shipped", "alleged"),
        ("Chad protested after Iran shipped drones to Sudan.", "shipped", "asserted"),
        ("Reports that Iran shipped drones to Sudan angered Chad.", "shipped", "alleged"),
        ("There is no evidence that Iran shipped drones to Sudan.", "shipped", "unclear"),
        ("Whether Iran shipped drones to Sudan could not be verified.", "shipped", "unclear"),
        ("Iran rejected claims that it had shipped drones to Sudan.", "shipped", "denied"),
        ("Iran is believed to have shipped drones to Sudan.", "shipped", "alleged"),
        ("Iran did not rule out using its navy to ship drones to Sudan.", "ship", "hypothetical"),
    ],
)
def test_the_clauses_above_an_act_say_how_sure_it_is(text: str, verb: str, wanted: str) -> None:
    assert status_of(text, verb) == wanted
