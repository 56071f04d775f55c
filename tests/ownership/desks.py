"""Lists and stakes made by hand, and what is asked of both."""

from __future__ import annotations

from nongrata.lists import Link, ListFile
from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import Register, register_of
from nongrata.ownership.ledger import Ledger
from nongrata.ownership.stakes import Conflict, Stake, read_stake
from nongrata.screening import build_index
from tests.screening.listings import list_of, listed

VOLKOV = listed("Person", "VOLKOV, Arseny Timofeyevich", ids=[("us_ofac_sdn", "501")])
KOLOSS = listed("Company", "KOLOSS INDUSTRIYA AO", "Koloss Industriya", ids=[("us_ofac_sdn", "502")])
KOLOSS_EU = listed("Company", "Koloss Industriya", ids=[("eu_fsf", "EU.77.1")])


def owner(name: str, share: object = None, source: str = "Parent company: ") -> Link:
    """Give a list's word on an owner."""
    return Link(kind="owner", to_name=name, source=source + name, share=share)  # type: ignore[arg-type] # a share


def ledger(*rows: object, lists: tuple[ListFile, ...] = ()) -> Ledger:
    """Give a ledger over OFAC's and the EU's lists and these rows of stakes."""
    files = lists or (list_of(VOLKOV, KOLOSS), list_of(KOLOSS_EU, list_id="eu_fsf"))
    return Ledger(index=build_index(files), more=[register(*rows)] if rows else [])


def register(*rows: object) -> Register:
    """Give stakes and parties, ready to be asked."""
    return register_of(row if isinstance(row, Holder) else _stake(row) for row in rows)


def _stake(row: object) -> Stake:
    found = read_stake(row)
    assert not isinstance(found, Conflict), found.says
    return found
