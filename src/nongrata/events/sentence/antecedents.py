"""The noun that a relative pronoun takes up: "a leader from Misrata on whom", "Martelly, on whom"."""

from __future__ import annotations

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import Tree

_FROM = frozenset({"from", "in", "of"})  # "Tina Bokuchava of the United National Movement, who urged"


def antecedent(tree: Tree, word: int) -> int | None:
    """Give the noun that a "who" or "which" takes up."""
    verb = next((other for other in tree.up(word) if tree.dep(other) in ("relcl", "acl")), None)
    several = _names_ahead(tree, word, -1 if verb is None else tree.head(verb))
    if several is not None:
        return several
    return _name_ahead(tree, word) if verb is None else _whose(tree, word, tree.head(verb))


def _name_ahead(tree: Tree, word: int) -> int | None:
    """Give the name right before a "whom" that the parser hung elsewhere: "Martelly, on whom it imposed sanctions"."""
    start = word - (tree.dep(word) == "pobj")
    is_behind = start > 1 and tree.tokens[start - 1].text == "," and tree.tokens[start - 2].pos == "PROPN"
    return start - 2 if is_behind and tree.lemma(word) in ("who", "whom") else None


def _names_ahead(tree: Tree, word: int, noun: int) -> int | None:
    """Give the first of the names before "both of which" where the parser went past them: "names X and Y, both of"."""
    name = word - 4
    is_some = tree.dep(word) == "pobj" and tree.lemma(tree.head(word)) == "of" and name > noun
    if not is_some or tree.tokens[name + 1].text != "," or tree.tokens[name].pos != "PROPN":
        return None
    while tree.dep(name) in ("conj", "appos") and name != noun:
        name = tree.head(name)
    return None if name <= noun else name


def _whose(tree: Tree, word: int, noun: int) -> int:
    """Give the person before the town or the party that the parser chose: "a leader from Misrata on whom …"."""
    prep = tree.head(noun)
    is_of_place = tree.tokens[noun].pos == "PROPN" and tree.dep(noun) == "pobj" and tree.lemma(prep) in _FROM
    if tree.lemma(prep) == "of" and tree.tokens[tree.head(prep)].pos != "PROPN":
        return noun  # "the sons of Hun Sen, who": either
    is_person = tree.lemma(word) in ("who", "whom") and tree.tokens[tree.head(prep)].pos in ("NOUN", "PROPN")
    if is_of_place and is_person:
        return tree.head(prep)
    return _told_apart(tree, word, noun)


def _told_apart(tree: Tree, word: int, noun: int) -> int:
    """Give the common noun that a clause without a comma tells apart: "the businessman close to Assad who owns it"."""
    is_name = tree.tokens[noun].pos == "PROPN" and not tree.kids(noun, "det")
    if not is_name or noun + 1 != word or tree.dep(noun) != "pobj":
        return noun
    above = tree.head(tree.head(noun))
    while tree.dep(above) in ("amod", "acl") and tree.tokens[above].pos != "NOUN":
        above = tree.head(above)
    nouns, is_who = load_verbs().actors, tree.lemma(word) in ("who", "whom")
    is_person = any(tree.lemma(above) in nouns[kind] for kind in ("people", "office"))
    return above if tree.tokens[above].pos == "NOUN" and (is_person or not is_who) else noun
