"""Who is exposed through an owner, always with the path."""

from nongrata.ownership.record import (
    Exposure,
    ExposureKind,
    Result,
    Step,
)

__all__ = [
    "Exposure",
    "ExposureKind",
    "Result",
    "Step",
]
