"""Whether a party of one source bears a name that another source gives."""

from __future__ import annotations

from nongrata.ownership.holder import Holder
from nongrata.screening.entities.compare import compare_subjects
from nongrata.screening.entities.properties import Subject, subject_of
from nongrata.values import SettingError, fold


def is_named(asked: Holder, holder: Holder) -> bool:
    """Say that a party bears this very name, or one that screening would take for it."""
    if {fold(name) for name in asked.names} & {fold(name) for name in holder.names}:
        return True
    try:
        left, right = (_subject(each) for each in (asked, holder))
    except SettingError:
        return False
    return compare_subjects(left, right).verdict == "match"


def _subject(holder: Holder) -> Subject:
    return subject_of(
        {"schema": holder.schema, "properties": {**holder.properties, "name": list(holder.names)}}, side="stake"
    )
