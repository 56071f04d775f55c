"""The store's tables, laid out step by step: numbered files in `migrations`, one statement after each blank line.

NNNN_name.sql is run by both databases, NNNN_name.sqlite.sql and NNNN_name.postgres.sql by one of them. A step that was
published is never changed: another one follows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from string import Template

from nongrata.store.sql.database import Database
from nongrata.values import StoreError

_VERSION = "CREATE TABLE IF NOT EXISTS store_version (number INTEGER NOT NULL)"


def newest() -> int:
    """Give the number of the last step there is."""
    return max(number for number, _text in _steps("sqlite"))


def migrate(database: Database, where: str, *, to: int | None = None) -> None:
    """Bring a store to the newest step, or to an earlier one. Raises StoreError for one of a later nongrata."""
    last = newest() if to is None else to
    if _version_if_any(database) == newest():
        return
    with database.transaction():
        database.run(_VERSION)
        done = _version(database)
        if done > newest():
            raise StoreError(where, f"a store of version {done}", f"at most {newest()}: update nongrata")
        for number, text in _steps(database.dialect.name):
            if done < number <= last:
                for statement in _statements(text, database):
                    database.run(statement)
        database.run("DELETE FROM store_version")
        database.run("INSERT INTO store_version (number) VALUES (?)", last)


def _version_if_any(database: Database) -> int | None:
    """Give the version of a store that has one, without holding it; None where it is new."""
    try:
        return _version(database)
    except StoreError:
        return None


def _version(database: Database) -> int:
    found = database.rows("SELECT number FROM store_version")
    return int(found[0][0]) if found else 0


def _steps(dialect: str) -> Iterator[tuple[int, str]]:
    """Give each step's number and text, those of this dialect after those of both."""
    folder = files("nongrata.store") / "migrations"
    names = [file.name.split(".") for file in folder.iterdir() if file.name.endswith(".sql")]
    for parts in sorted(names, key=lambda parts: (parts[0], len(parts))):
        if parts[1] in ("sql", dialect):
            yield int(parts[0][:4]), (folder / ".".join(parts)).read_text("utf-8")


def _statements(text: str, database: Database) -> Iterator[str]:
    filled = Template(text).substitute(database.dialect.words)
    for statement in filled.split("\n\n"):
        if any(line and not line.startswith("--") for line in statement.splitlines()):
            yield statement.strip().removesuffix(";")
