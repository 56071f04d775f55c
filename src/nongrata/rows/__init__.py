"""Tables of parties to screen: csv, xlsx, ods, JSON lines, FollowTheMoney, parquet."""

from nongrata.rows.record import BadRow, Layout, Row, RowsError

__all__ = ["BadRow", "Layout", "Row", "RowsError"]
