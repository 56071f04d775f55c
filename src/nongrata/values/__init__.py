"""Pure values: spans, dates, names, countries, identifiers, errors. Imports nothing of ours."""

from nongrata.values.dates import PartialDate, parse_date
from nongrata.values.errors import ListError, MissingExtra, NongrataError, SettingError, SourceError, StoreError
from nongrata.values.names import fold, tokens_of
from nongrata.values.skipped import Skipped
from nongrata.values.span import Span, overlaps_any

__all__ = [
    "ListError",
    "MissingExtra",
    "NongrataError",
    "PartialDate",
    "SettingError",
    "Skipped",
    "SourceError",
    "Span",
    "StoreError",
    "fold",
    "overlaps_any",
    "parse_date",
    "tokens_of",
]
