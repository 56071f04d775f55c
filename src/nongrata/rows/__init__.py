"""Tables of parties to screen: csv, xlsx, ods, JSON lines, FollowTheMoney, parquet."""

from nongrata.rows.entity import row_of
from nongrata.rows.read import digest_of, read_rows
from nongrata.rows.record import BadRow, Layout, Row

__all__ = ["BadRow", "Layout", "Row", "digest_of", "read_rows", "row_of"]
