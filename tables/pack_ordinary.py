"""Pack the commonest English words for nongrata.names.

make ordinary      fetches the wheel named in WHEEL and runs  python tables/pack_ordinary.py FOLDER

symspellpy (MIT) does not run in Nongrata: its list of words with their counts in Google's books is read here, once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from zipfile import ZipFile

PACKAGE = Path(__file__).parent.parent / "src" / "nongrata" / "names"
WHEEL = "symspellpy-6.10.1-py3-none-any.whl"
WORDS = "symspellpy/frequency_dictionary_en_82_765.txt"
MOST = 12_000  # words of every day; rarer ones begin to be names
MOST_KNOWN = 50_000  # and so many that are English at all: typhoon, sahel; Gazprom and Huawei are not among 80,000
CREDIT = "symspellpy (MIT): counts of the Google Books Ngram data (CC BY 3.0) for the words of SCOWL (free of terms)"


def pack_ordinary(wheel: Path) -> str:
    """Give the packed words, those of every day and the rarer ones, each in the order of letters."""
    with ZipFile(wheel) as archive:
        lines = archive.read(WORDS).decode("utf-8-sig").splitlines()
    words = [line.split()[0] for line in lines[:MOST_KNOWN]]
    packed = {"credit": CREDIT, "words": " ".join(sorted(words[:MOST])), "rarer": " ".join(sorted(words[MOST:]))}
    return json.dumps(packed, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    (PACKAGE / "ordinary.json").write_text(pack_ordinary(Path(sys.argv[1]) / WHEEL), "utf-8")
