"""Parts that are imported only when they are asked for: they take long to import, or may be missing."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires
from typing import Any

from nongrata.values.errors import MissingExtra


def load(where: str, *, extra: str | None = None) -> Any:
    """Give what stands at "module:name", imported only now. Raises MissingExtra where it comes with an extra.

    >>> load("math:pi") > 3
    True
    """
    module, _colon, name = where.partition(":")
    try:
        return getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if extra is None:
            raise
        raise MissingExtra(error.name or module, extra, _packages(extra)) from error


def _packages(extra: str) -> str:
    """Give what an extra brings, by its own name: in a checkout there is no "nongrata[pdf]" to be had."""
    try:
        told = requires("nongrata") or []
    except PackageNotFoundError:
        told = []
    wanted = (each.partition(";") for each in told if re.search(rf"extra == ['\"]{extra}['\"]", each))
    return " ".join(f'"{name.strip()}"' for name, _semicolon, _marker in wanted) or f'"nongrata[{extra}]"'
