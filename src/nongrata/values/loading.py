"""Parts that are imported only when they are asked for: they take long to import, or may be missing."""

from __future__ import annotations

from importlib import import_module
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
        raise MissingExtra(error.name or module, extra) from error
