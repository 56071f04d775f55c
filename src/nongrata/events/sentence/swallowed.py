"""A verb swallowed by the words that tell whose men act: "Gunmen loyal to the pair | ambushed army patrols"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token


def mend_swallowed(tokens: list[Token]) -> None:
    """Make a verb of the participle that the parser hung, with its object, on the "to" of "loyal to the pair"."""
    for verb in range(3, len(tokens) - 1):
        if _is_swallowed(tokens, verb):
            _set_free(tokens, verb)
            return


def _is_swallowed(tokens: list[Token], verb: int) -> bool:
    """Be a verb of the table between two nouns, the first with an article, in a sentence without a verb above."""
    token, master = tokens[verb], tokens[verb - 1]
    thing = token.head
    prep = tokens[thing].head
    men = tokens[tokens[prep].head].head
    is_participle = token.tag in ("VBN", "VBD") and token.dep == "amod" and token.lemma in load_verbs().verbs
    is_below = tokens[thing].dep == "pobj" and prep < verb - 1 < thing and tokens[prep].lemma == "to"
    is_men = men < prep and tokens[men].head == men and tokens[men].tag == "NNS"
    is_master = master.head in (verb, thing) and master.pos in ("NOUN", "ADJ")
    return is_participle and is_below and is_men and is_master and tokens[prep + 1].dep == "det"


def _set_free(tokens: list[Token], verb: int) -> None:
    thing, prep, master = tokens[verb].head, tokens[tokens[verb].head].head, verb - 1
    men = tokens[tokens[prep].head].head
    for word in range(prep + 1, master):
        tokens[word] = replace(tokens[word], head=master)
    for word in range(thing + 1, len(tokens)):
        if tokens[word].head < verb:
            tokens[word] = replace(tokens[word], head=verb)  # "on Monday", the full stop
    tokens[master] = replace(tokens[master], head=prep, dep="pobj", pos="NOUN")
    tokens[men] = replace(tokens[men], head=verb, dep="nsubj")
    tokens[thing] = replace(tokens[thing], head=verb, dep="dobj")
    tokens[verb] = replace(tokens[verb], head=verb, dep="ROOT", pos="VERB", tag="VBD")
