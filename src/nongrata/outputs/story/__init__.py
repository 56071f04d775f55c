"""A dossier shown: on a terminal, as a page, as JSON, FollowTheMoney, PLOVER and GDELT's columns; `nongrata read`."""
