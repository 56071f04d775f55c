"""The arrow of the design: imports go one way."""

from __future__ import annotations

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

CHECKOUT = Path(__file__).parent.parent


def test_imports_go_one_way() -> None:
    """A package that has no place in the line yet fails too; pyproject.toml has the line."""
    assert lint_imports(config_filename=str(CHECKOUT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS
