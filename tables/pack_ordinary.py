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
MOST = 12_000  # words; rarer ones begin to be names
CREDIT = "symspellpy (MIT): counts of the Google Books Ngram data (CC BY 3.0) for the words of SCOWL (free of terms)"


def pack_ordinary(wheel: Path) -> str:
    """Give the packed words, the commonest first being of no matter: sorted."""
    with ZipFile(wheel) as archive:
        lines = archive.read(WORDS).decode("utf-8-sig").splitlines()
    words = sorted(line.split()[0] for line in lines[:MOST])
    return json.dumps({"credit": CREDIT, "words": " ".join(words)}, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    (PACKAGE / "ordinary.json").write_text(pack_ordinary(Path(sys.argv[1]) / WHEEL), "utf-8")
