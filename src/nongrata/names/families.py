"""Families of names: one name in many languages and scripts."""

from __future__ import annotations


def families_of(form: str) -> frozenset[int]:
    """Give the numbers of the families that a word belongs to, in Latin letters or its own."""
    return frozenset()
