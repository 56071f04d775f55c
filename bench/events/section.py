"""The section on events: types, who, status, speakers, claims, and what is made up in quiet stories."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.events import act_cases, claim_cases, petrarch, quiet, reported, speakers
from bench.events.claim_passages import score_passages
from bench.events.plover import SENTENCES, Outcome, by_type, confusions, outcomes_of, shares
from bench.events.told import Told, table_of, told_in
from bench.events.wires import FOLDER, PASSAGES, read_wires
from bench.events.wires_score import Tally, score_all
from bench.quality import SETS, Score, score
from bench.reading.gum import ARCHIVE
from bench.sections import Section
from bench.wikinews import WIKINEWS
from nongrata.desk import open_desk
from nongrata.settings import Settings

WIRES = {
    "twelve wires": FOLDER,
    "six later wires": FOLDER.with_name("wires_held"),
    "twelve wires more": FOLDER.with_name("wires_third"),
    "six last wires": FOLDER.with_name("wires_fourth"),
    "eight wires of sanctions": FOLDER.with_name("wires_fifth"),
    "twelve wires of all kinds": FOLDER.with_name("wires_sixth"),
    "ten wires after them": FOLDER.with_name("wires_seventh"),
    "twelve wires by another hand": FOLDER.with_name("wires_eighth"),
    "sixteen wires by a third hand": FOLDER.with_name("wires_ninth"),
    "seven wires by a fourth hand": FOLDER.with_name("wires_tenth"),
    "their other half, seven more": FOLDER.with_name("wires_eleventh"),
    "twelve wires of trade and law": FOLDER.with_name("wires_twelfth"),
    "five wires after them": FOLDER.with_name("wires_thirteenth"),
    "six quiet stories": FOLDER.with_name("wires_quiet"),
    "twelve quiet stories by another hand": FOLDER.with_name("wires_quiet_later"),
    "seven quiet stories by a third hand": FOLDER.with_name("wires_quiet_third"),
    "six more of them": FOLDER.with_name("wires_quiet_fourth"),
    "four quiet stories by a fourth hand": FOLDER.with_name("wires_quiet_fifth"),
    "four quiet stories, the other half": FOLDER.with_name("wires_quiet_sixth"),
}
_BARS = {
    "PLOVER's sentences": {"type": 0.70, "source": 0.80, "target": 0.70},
    "stories": {
        "events precision": 0.75, "events recall": 0.60, "status right": 0.90, "claims found": 0.85,
        "quotes' speaker right": 0.85, "claims' verdict right": 0.95,
    },
}  # fmt: skip


def measure(shared: Path) -> Section:
    """Measure all that the issue on events asks for; the labelled stories with the starter list alone."""
    outcomes = outcomes_of(shared)
    wires, tallies = _wires()
    labelled = told_in(shared)
    scores = [_gsr(shared, outcomes), *wires, _quiet(shared), _speakers(shared), _told(shared, labelled)]
    scores += [_claims(), *_passages(), _acts(), _reported()]
    told = _stories(shared)
    digests = {each.name: each.digest for each in (*scores, *told)}
    page = [
        *_gsr_lines(outcomes),
        *_petrarch_lines(shared),
        *_story_lines([*told, *wires]),
        *_confusion_lines(labelled, tallies),
        "### Speakers, claims, quiet stories",
        "",
        "| measure | bar | reached |",
        "|---|---:|---:|",
        *_rows(scores[1 + len(wires) :]),
    ]
    return Section(digest="; ".join(f"{name} `{d[:16]}`" for name, d in digests.items()), page=page, scores=scores)


def _gsr(shared: Path, outcomes: Sequence[Outcome]) -> Score:
    return Score(name="PLOVER's sentences", digest=_digest([shared / SENTENCES]), measures=shares(outcomes))


def _wires() -> tuple[list[Score], list[Tally]]:
    """Score all sets of our own stories, each written before the rules for it were."""
    desk = open_desk(Settings.from_env({}))
    found, tallies = [], []
    for name, folder in WIRES.items():
        tallies.append(score_all(read_wires(folder), desk))
        digest = _digest(sorted(folder.glob("*.toml")))
        found.append(Score(name=name, digest=digest, measures=_shares(tallies[-1])))
    return found, tallies


def _shares(tally: Tally) -> dict[str, float]:
    return {name: round(tally.hits[name] / of, 4) for name, of in sorted(tally.of.items())}


def _stories(shared: Path) -> list[Score]:
    with tempfile.TemporaryDirectory() as home:
        return [score(shared, Path(home), labels=labels, name=name) for name, labels in SETS.items()]


def _quiet(shared: Path) -> Score:
    judged = list(quiet.judged_in(shared))
    true = sum(each.verdict is True for each in judged)
    measures = {"false events per true one": round((len(judged) - true) / max(true, 1), 4)}
    return Score(name="quiet stories", digest=_digest([quiet.VERDICTS, shared / WIKINEWS]), measures=measures)


def _speakers(shared: Path) -> Score:
    outcomes = list(speakers.outcomes_of(shared))
    right = sum(each.right for each in outcomes) / len(outcomes)
    digest = _digest([shared / ARCHIVE])
    return Score(name="GUM's attributions", digest=digest, measures={"speaker right": round(right, 4)})


def _claims() -> Score:
    outcomes = [claim_cases.outcome_of(case) for case in claim_cases.cases()]
    measures = {
        "claims' sentences right": sum(each.right for each in outcomes) / len(outcomes),
        "claims found or rightly not": sum(each.found for each in outcomes) / len(outcomes),
    }
    rounded = {name: round(value, 4) for name, value in measures.items()}
    return Score(name="claims' sentences", digest=_digest([claim_cases.CASES]), measures=rounded)


def _passages() -> list[Score]:
    """Score the passages whose verdicts are those of all official lists, where a home with these is named."""
    home = os.environ.get("NONGRATA_BENCH_HOME")
    if home is None:
        return []
    tally = score_passages(open_desk(Settings.from_env({"NONGRATA_HOME": home})))
    return [Score(name="passages on sanctions", digest=_digest([PASSAGES]), measures=_shares(tally))]


def _acts() -> Score:
    outcomes = [act_cases.outcome_of(case) for case in act_cases.cases()]
    doubtful = [each for each in outcomes if each.case.status != "asserted"]
    measures = {
        "acts found": sum(each.found is not None for each in outcomes) / len(outcomes),
        "acts right in all": sum(each.right for each in outcomes) / len(outcomes),
        "doubtful events given as asserted": sum(each.is_made_a_fact for each in doubtful) / len(doubtful),
    }
    rounded = {name: round(value, 4) for name, value in measures.items()}
    return Score(name="sentences on sanctioned acts", digest=_digest([act_cases.CASES]), measures=rounded)


def _told(shared: Path, told: Told) -> Score:
    share = round(told.speakers_right / told.speakers, 4)
    files = [file for labels in SETS.values() for file in sorted((shared / labels).glob("*.json")) or [shared / labels]]
    return Score(name="labelled stories", digest=_digest(files), measures={"speaker right": share})


def _reported() -> Score:
    outcomes = [reported.outcome_of(case) for case in reported.cases()]
    facts = [each for each in outcomes if each.case.means == "asserted"]
    measures = {
        "doubtful events given as asserted": reported.share_made_facts(outcomes),
        "facts found": sum(not each.is_fact_lost for each in facts) / len(facts),
    }
    rounded = {name: round(value, 4) for name, value in measures.items()}
    return Score(name=f"{len(outcomes):,} frames filled with acts", digest=_digest([reported.TABLE]), measures=rounded)


def _confusion_lines(labelled: Told, tallies: Sequence[Tally]) -> list[str]:
    statuses = sum((tally.statuses for tally in tallies), Counter(labelled.statuses))
    return [
        "Types in the nine labelled stories, labels down, ours across; `none` where we have no event, or not by the",
        "actor wanted.",
        "",
        *table_of(labelled.types),
        "",
        "Statuses of the events found in these and in our own wires, labels down, ours across.",
        "",
        *table_of(statuses),
        "",
    ]


def _gsr_lines(outcomes: Sequence[Outcome]) -> list[str]:
    halves = {"all 168": outcomes, "even half (tuned on)": outcomes[::2], "odd half (held out)": outcomes[1::2]}
    told = {name: shares(part) for name, part in halves.items()}
    bars = _BARS["PLOVER's sentences"]
    return [
        "### PLOVER's gold sentences",
        "",
        "| main event | bar | " + " | ".join(halves) + " |",
        "|---|---:|" + "---:|" * len(halves),
        *(f"| {name} | {bar:.2f} | " + _cells(told.values(), name) + " |" for name, bar in bars.items()),
        "",
        *by_type(outcomes),
        "",
        "Confusions: labels down, ours across.",
        "",
        *confusions(list(outcomes)),
        "",
    ]


def _cells(rows: Iterable[Mapping[str, float]], name: str) -> str:
    return " | ".join(f"{row[name]:.2f}" if name in row else "" for row in rows)


def _petrarch_lines(shared: Path) -> list[str]:
    outcomes = list(petrarch.outcomes_of(shared))
    right = sum(each.right for each in outcomes)
    misses = Counter(name for each in outcomes if not each.right for name in each.wanted)
    return [
        "### PETRARCH's unit records",
        "",
        f"One of the record's types is found in {right} of {len(outcomes)} ({right / len(outcomes):.2f}): sentences",
        "for testing a program, their made-up countries read as real ones. Their codes are a test dictionary's and not",
        "CAMEO's: restoring ties is 064 (CAMEO: share intelligence), to condemn is 122 (reject a request). So",
        "the figure says little of any coder. Missed most: "
        + ", ".join(f"{name} ({n})" for name, n in misses.most_common(5))
        + ".",
        "",
    ]


def _story_lines(scores: Sequence[Score]) -> list[str]:
    """Give the stories' figures; the shared scorer's names are turned into ours."""
    told = {each.name: {_ours(name): value for name, value in each.measures.items()} for each in scores}
    bars = _BARS["stories"]
    rows = sorted({name for measures in told.values() for name in measures if _is_about_events(name)})
    return [
        "### Stories",
        "",
        "All wires were written, with their labels, before the reader saw them; then the rules were mended with them,",
        "class by class. What the reader made of each set when it first saw it stands in README.md.",
        "",
        "| measure | bar | " + " | ".join(told) + " |",
        "|---|---:|" + "---:|" * len(told),
        *(f"| {row} | {_bar(bars, row)} | " + _cells(told.values(), row) + " |" for row in rows),
        "",
    ]


def _ours(name: str) -> str:
    plain = name.replace(" (type, actor)", "").replace("events: ", "")
    return {
        "sanctions claims recall": "claims found",
        "sanctions claims precision": "claims precision",
        "doubtful events given as asserted": "doubtful given as asserted (at most .02)",
    }.get(plain, plain)


def _is_about_events(name: str) -> bool:
    words = ("events", "status", "recipient", "date right", "claim", "quote", "doubtful")
    return any(word in name for word in words)


def _bar(bars: Mapping[str, float], row: str) -> str:
    return f"{bars[row]:.2f}" if row in bars else ""


def _rows(scores: Sequence[Score]) -> list[str]:
    bars = {
        "false events per true one": "at most 0.30",
        "speaker right": "0.85",
        "claims found or rightly not": "0.85",
    } | {"doubtful events given as asserted": "at most 0.02"}
    return [
        f"| {each.name}: {name} | {bars.get(name, '')} | {value:.2f} |"
        for each in scores
        for name, value in each.measures.items()
    ]


def _digest(files: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
