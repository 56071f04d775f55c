"""What stands in a story: sentences, names, places, equipment, times."""

from nongrata.mentions.names.listed import KnownNames
from nongrata.mentions.record import (
    Equipment,
    EquipmentKind,
    IdNumber,
    Mention,
    Place,
    PlaceId,
    Reading,
    Sentence,
    Time,
    Token,
)

__all__ = [
    "Equipment",
    "EquipmentKind",
    "IdNumber",
    "KnownNames",
    "Mention",
    "Place",
    "PlaceId",
    "Reading",
    "Sentence",
    "Time",
    "Token",
]
