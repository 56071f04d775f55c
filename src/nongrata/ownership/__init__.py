"""Who is exposed through an owner, always with the path."""

from nongrata.ownership.exposed import exposures_of, kind_of
from nongrata.ownership.reckoning.answer import Answer
from nongrata.ownership.reckoning.missing_shares import Fact
from nongrata.ownership.reckoning.paths import Link, Path
from nongrata.ownership.reckoning.reckon import Answers, exposure, exposure_in
from nongrata.ownership.record import Exposure, ExposureKind, Result, Step
from nongrata.ownership.stakes import Conflict, Stake

__all__ = [
    "Answer",
    "Answers",
    "Conflict",
    "Exposure",
    "ExposureKind",
    "Fact",
    "Link",
    "Path",
    "Result",
    "Stake",
    "Step",
    "exposure",
    "exposure_in",
    "exposures_of",
    "kind_of",
]
