"""A sentence with the parser's usual slips mended, one kind after the other."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.appositions import mend_appositions, mend_names_done_to, mend_names_told
from nongrata.events.sentence.both import mend_both
from nongrata.events.sentence.conjoined import mend_conjoined
from nongrata.events.sentence.fronted import mend_dead, mend_fronted, mend_kinds
from nongrata.events.sentence.gerunds import mend_gerunds
from nongrata.events.sentence.headlines import mend_headline
from nongrata.events.sentence.inserted import mend_inserted
from nongrata.events.sentence.lemmas import mend_words
from nongrata.events.sentence.listings import mend_listings
from nongrata.events.sentence.named import mend_named
from nongrata.events.sentence.opened import mend_opened
from nongrata.events.sentence.posted import mend_posted
from nongrata.events.sentence.rehung import (
    mend_charges,
    mend_hidden,
    mend_intents,
    mend_inverted,
    mend_owners,
    mend_particles,
    mend_placed,
    mend_rebuffed,
    mend_subjects,
    mend_units,
)
from nongrata.events.sentence.resumed import mend_resumed
from nongrata.events.sentence.swallowed import mend_swallowed
from nongrata.events.sentence.trailing import mend_trailing
from nongrata.events.sentence.turned import mend_turned
from nongrata.events.sentence.whose import mend_of_which, mend_whose
from nongrata.mentions import Sentence


def mended(sentence: Sentence) -> Sentence:
    """Give the sentence with verbs under the lemmas of the verb table, and gerunds as verbs of their own."""
    tokens = list(sentence.tokens)
    for mend in (
        mend_headline,
        mend_words,
        mend_gerunds,
        mend_fronted,
        mend_kinds,
        mend_dead,
        mend_conjoined,
        mend_listings,
        mend_hidden,
        mend_named,
        mend_posted,
        mend_swallowed,
        mend_rebuffed,
        mend_particles,
        mend_both,
        mend_placed,
        mend_charges,
        mend_subjects,
        mend_owners,
        mend_units,
        mend_opened,
        mend_appositions,
        mend_names_told,
        mend_names_done_to,
        mend_intents,
        mend_inverted,
        mend_resumed,
        mend_inserted,
        mend_trailing,
        mend_turned,
        mend_whose,
        mend_of_which,
    ):
        mend(tokens)
    return replace(sentence, tokens=tuple(tokens))
