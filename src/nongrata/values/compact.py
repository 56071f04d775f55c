"""JSON on one line and without a space, letters as they are: what files of ours hold, a line a record."""

from __future__ import annotations

import json

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
