"""Dossiers kept: each answer that was given of a story, and the rows by which stories are listed and searched.

The same story read again changes nothing; read again with another answer (a list has changed, somebody has judged), the
answer is added and the rows are made anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from nongrata.dossiers import Dossier, as_json
from nongrata.store.captures import CaptureId
from nongrata.store.parties import PartyShelf
from nongrata.store.record import DossierId, Kept, Member
from nongrata.store.sql.database import Database, Json, digest_of, json_text, moment_of, packed, text_of, unpacked
from nongrata.store.stories.alike import AlikeShelf
from nongrata.store.stories.index_rows import rows_of
from nongrata.store.stories.once import told_once
from nongrata.store.stories.rows import delete_rows, insert_rows
from nongrata.store.stories.tellings import TellingShelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer that was given of a story, and when."""

    number: int
    digest: str
    kept_at: datetime


def dossier_id(dossier: Dossier) -> DossierId:
    """Give the id of this text from this place.

    A page's bytes change with each visit, its story does not: the text counts, not the bytes.
    """
    return DossierId(digest_of(dossier.article.uri, dossier.article.text))


def answer_digest(shown: Json) -> str:
    """Give the digest of an answer; when the page was fetched, and as which bytes, is no part of it."""
    source = cast("Json", shown["source"])
    rest = {key: value for key, value in source.items() if key not in ("fetched_at", "sha256")}
    return digest_of(json_text({**shown, "source": rest}))


@dataclass(frozen=True, slots=True)
class DossierShelf:
    """The dossiers, each with all the answers that were given."""

    database: Database

    def put(self, dossier: Dossier, *, at: datetime, capture: CaptureId | None = None) -> Kept:
        """Keep a dossier, and what it came from."""
        own, shown = dossier_id(dossier), as_json(dossier)
        digest = answer_digest(shown)
        with self.database.transaction():
            last = self._last(own)
            if last is not None and last.digest == digest:
                return Kept(dossier=own, answer=last.number, is_new=False, has_changed=False)
            number = 1 if last is None else last.number + 1
            if last is None:
                self.database.run(
                    "INSERT INTO dossier (id, uri, capture, kept_at, answer) VALUES (?, ?, ?, ?, ?)",
                    *(own, dossier.article.uri, capture, text_of(at), number),
                )
            self.database.run("UPDATE dossier SET answer = ? WHERE id = ?", number, own)
            self.database.run(
                "INSERT INTO answer (dossier, number, digest, kept_at, packed, made_by) VALUES (?, ?, ?, ?, ?, ?)",
                *(own, number, digest, text_of(at), *self._packed(shown)),
            )
            self._lay_out(dossier, own, at=at if last is None else self._kept_at(own))
        return Kept(dossier=own, answer=number, is_new=last is None, has_changed=last is not None)

    def get(self, dossier: DossierId, *, answer: int | None = None) -> Json | None:
        """Give a dossier as JSON ("nongrata/dossier/1"): the last answer, or an earlier one; None for none."""
        found = self.database.rows(
            "SELECT a.packed, (SELECT text FROM told_once WHERE id = a.made_by)"
            " FROM answer a JOIN dossier d ON d.id = a.dossier WHERE d.id = ? AND a.number = coalesce(?, d.answer)",
            *(dossier, answer),
        )
        if not found:
            return None
        shown, made_by = json.loads(unpacked(bytes(found[0][0]))), found[0][1]
        return cast(
            "Json", shown if made_by is None else dict(sorted({**shown, "made_by": json.loads(made_by)}.items()))
        )

    def answers(self, dossier: DossierId) -> tuple[Answer, ...]:
        """Give which answers were given, the first one first."""
        found = self.database.rows(
            "SELECT number, digest, kept_at FROM answer WHERE dossier = ? ORDER BY number", dossier
        )
        return tuple(Answer(number=row[0], digest=row[1], kept_at=moment_of(row[2])) for row in found)

    def capture_of(self, dossier: DossierId) -> CaptureId | None:
        """Give what a dossier was read from; None where that was not kept."""
        found = self.database.rows("SELECT capture FROM dossier WHERE id = ?", dossier)
        return CaptureId(found[0][0]) if found and found[0][0] is not None else None

    def _packed(self, shown: Json) -> tuple[bytes, int]:
        """Give an answer without what it was made by, which thousands have in common, and where that is kept."""
        rest = {key: value for key, value in shown.items() if key != "made_by"}
        return packed(json_text(rest).encode("utf-8", "surrogatepass")), told_once(self.database, shown["made_by"])

    def _last(self, dossier: DossierId) -> Answer | None:
        found = self.database.rows(
            "SELECT a.number, a.digest, a.kept_at FROM answer a JOIN dossier d ON d.id = a.dossier"
            " AND d.answer = a.number WHERE d.id = ?",
            dossier,
        )
        return Answer(number=found[0][0], digest=found[0][1], kept_at=moment_of(found[0][2])) if found else None

    def _kept_at(self, dossier: DossierId) -> datetime:
        return moment_of(self.database.rows("SELECT kept_at FROM dossier WHERE id = ?", dossier)[0][0])

    def _lay_out(self, dossier: Dossier, own: DossierId, *, at: datetime) -> None:
        """Make the rows of a dossier anew, and find who in it is known from other stories."""
        parties = PartyShelf(self.database)
        before = {member.id: member for member in parties.of_dossier(own)}
        left = delete_rows(self.database, own)
        added: list[Member] = []
        gone = {member.canonical for member in before.values()}
        laid_out = tuple(rows_of(dossier, own, at=at))
        for rows in laid_out:
            insert_rows(self.database, rows)
            AlikeShelf(self.database).add(rows.story.id, rows.paragraphs)
            added += rows.members
        kept = [each for each in added if each.id in before and set(before[each.id].anchors) == set(each.anchors)]
        for member in kept:  # nothing has changed in what it is known by
            parties.place(member.id, before[member.id].canonical)
            gone.discard(before[member.id].canonical)
        for member in added:
            if member not in kept:
                parties.join(member)
        parties.unite(gone)
        AlikeShelf(self.database).settle(left)
        for rows in laid_out:
            TellingShelf(self.database).unite(rows.story.id)
