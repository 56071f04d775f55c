"""Parties across stories: one by a listing, an identifier or a person's judgement; never by the name alone.

Which members of stories are one party is found from what is kept, never edited in: taking back what united them parts
them again. A party goes by the id of its oldest member; the id of any member leads to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nongrata.lists.joins.judgements import Judgement, Verdict
from nongrata.parties import PartyId
from nongrata.store.judgements import JudgementShelf
from nongrata.store.record import DossierId, Finding, Member, MemberId, StoryId
from nongrata.store.sql.database import Database, Row
from nongrata.values import fold

_COLUMNS = "m.id, m.story, m.party, m.name, m.schema, m.exposure, m.facts, m.canonical"
_MOST_WORDS = 12
_LAST = "\U0010ffff"  # behind every letter
MOST = 200
_MOST_NAMES = 100  # different names that are looked up one by one
_AT_ONCE = 500  # values of one statement


@dataclass(frozen=True, slots=True)
class PartyShelf:
    """The parties of all stories."""

    database: Database

    def get(self, member: MemberId, *, limit: int = MOST) -> tuple[Member, ...]:
        """Give the members of the party that a member's id names, the oldest first; nothing for an unknown id."""
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM member m WHERE m.canonical = ? ORDER BY m.turn, m.id LIMIT ?",
            *(canonical_of(self.database, member), limit),
        )
        return self._members(found)

    def one(self, member: MemberId) -> Member | None:
        """Give the party of one story that has this id."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM member m WHERE m.id = ?", member)
        return self._members(found)[0] if found else None

    def of_story(self, story: StoryId) -> tuple[Member, ...]:
        """Give the parties of a story."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM member m WHERE m.story = ? ORDER BY m.id", story)
        return self._members(found)

    def named(self, name: str, *, limit: int = MOST) -> tuple[Member, ...]:
        """Give the members whose names have these words, the newest first; each may be another party."""
        words = fold(name).split()[:_MOST_WORDS]
        if not words:
            return ()
        held = " INTERSECT ".join("SELECT folded FROM name_word WHERE word >= ? AND word < ?" for _word in words)
        ends: tuple[str, ...] = tuple(end for word in words for end in (word, f"{word}{_LAST}"))
        names = [str(row[0]) for row in self.database.rows(f"{held} LIMIT ?", *ends, _MOST_NAMES)]
        if len(names) < _MOST_NAMES:  # each by itself: of a name in very many stories only the newest are looked at
            rows = [row for name in names for row in self._named(" = ?", (name,), limit)]
            rows.sort(key=lambda row: (int(row[-1]), str(row[0])), reverse=True)
        else:
            rows = self._named(f" IN ({held})", ends, limit)
        return self._members([row[:-1] for row in rows[:limit]])

    def _named(self, condition: str, values: tuple[str, ...], limit: int) -> list[Row]:
        order = "ORDER BY m.turn DESC, m.id DESC LIMIT ?"
        asked = f"SELECT {_COLUMNS}, m.turn FROM member m WHERE m.folded{condition} {order}"
        return self.database.rows(asked, *values, limit)

    def findings(self, member: MemberId) -> tuple[Finding, ...]:
        """Give what the lists say of a member."""
        found = self.database.rows(
            "SELECT member, list, entity, caption, verdict, score, in_force FROM finding WHERE member = ?"
            " ORDER BY score DESC, list, entity",
            member,
        )
        return tuple(map(_finding, found))

    def of_dossier(self, dossier: DossierId) -> tuple[Member, ...]:
        """Give the parties of all stories of a dossier."""
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM member m JOIN story s ON s.id = m.story WHERE s.dossier = ? ORDER BY m.id", dossier
        )
        return self._members(found)

    def place(self, member: MemberId, canonical: MemberId) -> None:
        """Put a member to a party."""
        for table, column in (("member", "id"), ("anchor", "member")):
            self.database.run(
                f"UPDATE {table} SET canonical = ? WHERE {column} = ? AND canonical <> ?", canonical, member, canonical
            )

    def join(self, member: Member) -> None:
        """Put a new member to the party that is known by the same; where that unites several, find them anew."""
        known = {party for anchor in member.anchors for party in self._known_by(anchor)} - {member.id}
        if len(known) == 1:
            self.place(member.id, known.pop())
        elif known:
            self.unite({member.id})

    def _known_by(self, anchor: str) -> Iterator[MemberId]:
        """Give the parties that are known by this, each once: from one to the next, past all its members."""
        last = ""
        while True:
            found = self.database.rows(
                "SELECT canonical FROM anchor WHERE anchor = ? AND canonical > ? ORDER BY canonical LIMIT 1",
                anchor,
                last,
            )
            if not found:
                return
            last = found[0][0]
            yield MemberId(last)

    def unite(self, touched: Iterable[MemberId]) -> None:
        """Find anew who is one party among the members that these lead to."""
        members = self._reached(touched)
        anchors: dict[str, list[MemberId]] = {}
        for member in members:
            for (anchor,) in self.database.rows("SELECT anchor FROM anchor WHERE member = ?", member):
                anchors.setdefault(anchor, []).append(member)
        judged = JudgementShelf(self.database).between(frozenset(members))
        for member, canonical in one_party(members, anchors, judged).items():
            self.place(member, canonical)

    def _reached(self, touched: Iterable[MemberId]) -> list[MemberId]:
        """Give all members tied to these, by their party, by what they are known by or by judgement, by their age."""
        reached: dict[MemberId, int] = {}
        judgements = JudgementShelf(self.database)
        ahead = set(touched)
        while ahead:
            member = ahead.pop()
            found = self.database.rows(
                "SELECT id, turn FROM member WHERE canonical = ? OR id = ? UNION"
                " SELECT m.id, m.turn FROM anchor own JOIN anchor other ON other.anchor = own.anchor"
                " JOIN member m ON m.id = other.canonical WHERE own.member = ?",
                *(member, member, member),
            )
            ahead |= {MemberId(row[0]) for row in found} - reached.keys()
            ahead |= {MemberId(other) for other in judgements.others(member)} - reached.keys()
            reached |= {MemberId(row[0]): row[1] for row in found}
            ahead -= {member}
        return sorted(reached, key=lambda member: (reached[member], member))

    def _members(self, rows: list[Row]) -> tuple[Member, ...]:
        anchors: dict[str, list[str]] = {}
        for part in range(0, len(rows), _AT_ONCE):
            ids = [row[0] for row in rows[part : part + _AT_ONCE]]
            asked = f"SELECT member, anchor FROM anchor WHERE member IN ({', '.join('?' * len(ids))}) ORDER BY anchor"
            for member, anchor in self.database.rows(asked, *ids):
                anchors.setdefault(member, []).append(anchor)
        return tuple(_member(row, anchors.get(row[0], ())) for row in rows)


def canonical_of(database: Database, member: MemberId) -> str:
    """Give the id that a party goes by. Asked for by itself, it lets the database know how many go by it."""
    found = database.rows("SELECT canonical FROM member WHERE id = ?", member)
    return str(found[0][0]) if found else member


def _member(row: Row, anchors: Sequence[str]) -> Member:
    own, story, party, name, schema, exposure, facts, canonical = row
    return Member(
        id=MemberId(own),
        story=StoryId(story),
        party=PartyId(party),
        name=name,
        schema=schema,
        exposure=exposure,
        facts=tuple((kind, value) for kind, value in json.loads(facts)),
        anchors=tuple(anchors),
        canonical=MemberId(canonical),
    )


def one_party(
    members: Sequence[MemberId], anchors: Mapping[str, Sequence[MemberId]], judged: Iterable[Judgement]
) -> dict[MemberId, MemberId]:
    """Give for each member, the oldest first, the oldest one that is the same party.

    People's judgements go first; what they keep apart, nothing else puts together.
    """
    judged = tuple(judged)
    apart = {frozenset((each.left, each.right)) for each in judged if each.verdict is not Verdict.SAME}
    party = {str(member): {str(member)} for member in members}

    def unite(one: str, other: str) -> None:
        ours, theirs = party[one], party[other]
        if ours is not theirs:
            ours |= theirs
            party.update(dict.fromkeys(theirs, ours))

    for each in judged:
        if each.verdict is Verdict.SAME and each.left in party and each.right in party:
            unite(each.left, each.right)
    for known in anchors.values():
        for one, other in pairwise(known):
            if not any(frozenset((left, right)) in apart for left in party[one] for right in party[other]):
                unite(one, other)
    age = {str(member): number for number, member in enumerate(members)}
    return {member: MemberId(min(party[member], key=age.__getitem__)) for member in members}


def _finding(row: Row) -> Finding:
    member, list_id, entity_id, caption, verdict, score, in_force = row
    return Finding(
        member=MemberId(member),
        list_id=list_id,
        entity_id=entity_id,
        caption=caption,
        verdict=verdict,
        score=score,
        in_force=None if in_force is None else bool(in_force),
    )
