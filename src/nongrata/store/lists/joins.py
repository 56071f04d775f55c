"""What joins the entries of the lists in use: found once for these versions and kept, with what people judged of them.

HOME/joins.jsonl       which versions of which lists were compared; each line behind that is one join
HOME/judgements.jsonl  what people judged, in nomenklatura's lines; only ever added to
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nongrata.lists import EntityId, ListFile, ListId
from nongrata.lists.fields import no_collecting
from nongrata.lists.joins.join import Join, find_joins
from nongrata.lists.joins.judgements import Judgement, line_of, parted, read_judgements, settled
from nongrata.lists.many import Many
from nongrata.store.files import put_in_place
from nongrata.store.lists.shelf import ListShelf
from nongrata.values import ListError, StoreError
from nongrata.values.compact import compact

SCHEMA = "nongrata/joins/1"
COMPARER = 6  # raised whenever the same lists are joined otherwise
_WANTED = "a home folder that can be read and written (NONGRATA_HOME)"


@dataclass(frozen=True, slots=True)
class JoinShelf:
    """The joins and judgements under a home folder."""

    home: Path

    @property
    def path(self) -> Path:
        """Where the joins are kept."""
        return self.home / "joins.jsonl"

    @property
    def judgements_path(self) -> Path:
        """Where the judgements are kept."""
        return self.home / "judgements.jsonl"

    def joins(self, files: Sequence[ListFile], *, keep: bool = True, with_reasons: bool = False) -> tuple[Join, ...]:
        """Give the joins of these lists that hold after what people judged; found now where they are not yet kept.

        The entries of a very long list are joined with no others: they are a bank's clients, or many lists in one.

        `keep` them for the next time where these are the lists in use. Without `with_reasons` those that were kept come
        back bare, which is quicker. Raises StoreError where the judgements cannot be read.
        """
        files = [file for file in files if not (file.version.is_starter or isinstance(file.listings, Many))]
        head = _head(files)
        found = self._kept(head, with_reasons=with_reasons) if len(files) > 1 else ()
        if found is None:
            found = find_joins([listing for file in files for listing in file.listings])
            if keep:
                self._keep(head, found)
        return settled(found, self.judgements())

    def refresh(self) -> None:
        """Find the joins of the lists in use now, so that the next story need not wait for them.

        Nothing is raised: whoever needs the joins finds them, and says what is wrong.
        """
        shelf = ListShelf(self.home)
        with suppress(StoreError):
            if len(shelf.list_ids()) > 1:
                self.joins(shelf.current())

    def parted(self, files: Sequence[ListFile]) -> tuple[ListFile, ...]:
        """Give these lists, the starter list's entries parted where people judged them to be several parties."""
        judgements = self.judgements()
        return tuple(parted(file, judgements) if file.version.is_starter else file for file in files)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give all judgements, in the order in which they were made. Raises StoreError where they cannot be read."""
        try:
            text = self.judgements_path.read_text("utf-8")
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(str(self.judgements_path), str(error), _WANTED) from None
        try:
            return read_judgements(text, str(self.judgements_path))
        except ListError as error:
            raise StoreError(error.path, error.found, error.wanted) from None

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement. Raises StoreError where it cannot be written."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            with self.judgements_path.open("ab") as out:
                out.write(line_of(judgement).encode())
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise StoreError(str(self.judgements_path), (error.strerror or str(error)).lower(), _WANTED) from error

    def _kept(self, head: dict[str, Any], *, with_reasons: bool) -> tuple[Join, ...] | None:
        try:
            with self.path.open("rb") as lines:
                about = json.loads(lines.readline())
                count = about.pop("joins")
                if about != head:
                    return None
                bare = lines.readline()
                if with_reasons:
                    rows = json.loads(b"[" + lines.read().rstrip(b"\n").replace(b"\n", b",") + b"]")
                else:
                    rows = [[*ends, 0.0, ()] for ends in json.loads(bare)]
            with no_collecting():
                return tuple(map(_join, rows)) if len(rows) == count else None
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None  # lost or damaged: they are found again

    def _keep(self, head: dict[str, Any], joins: Sequence[Join]) -> None:
        bare = [[*join.left, *join.right] for join in joins]
        about: dict[str, Any] = {"joins": len(joins), **head}
        rows: list[object] = [
            about,
            bare,
            *([*join.left, *join.right, join.score, join.why] for join in joins),
        ]
        with suppress(OSError):  # a home that cannot be written: they are found again the next time
            put_in_place(self.path, (f"{compact(row)}\n".encode(errors="backslashreplace") for row in rows))


def _join(row: list[Any]) -> Join:
    ours, our_id, theirs, their_id, score, why = row
    return Join(
        left=(ListId(ours), EntityId(our_id)), right=(ListId(theirs), EntityId(their_id)), score=score, why=tuple(why)
    )


def _head(files: Sequence[ListFile]) -> dict[str, Any]:
    """Tell which versions were compared, and by which rules."""
    versions = sorted([each.list_id, each.version, each.sha256, each.entities] for each in (f.version for f in files))
    return {"schema": SCHEMA, "comparer": COMPARER, "versions": versions}
