"""`nongrata read --trace`: what each stage made of a source, as text for a person or as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from nongrata.desk import Desk, captures_of
from nongrata.dossiers.as_json import made_by_json
from nongrata.dossiers.record import Dossier, MadeBy
from nongrata.dossiers.trace import Step, Trace, traced
from nongrata.dossiers.watch import Watch
from nongrata.outputs.story.show import READ, SOME_SKIPPED, UNUSABLE, speak_utf8
from nongrata.outputs.words import one_line
from nongrata.sources import Capture
from nongrata.values import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceRequest:
    """What is to be traced, and how it is wanted."""

    sources: Sequence[str]
    published: date | None
    as_of: date | None
    json: bool


def show_traces(desk: Desk, request: TraceRequest) -> int:
    """Write the trace of each thing that the sources hold; give the exit status."""
    speak_utf8()
    traces = []
    for each in traces_of(desk, request):
        traces.append(each)
        lines = [json.dumps(as_json(each), ensure_ascii=False)] if request.json else as_lines(each)
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    if all(each.skipped is not None for each in traces):
        return UNUSABLE
    return SOME_SKIPPED if any(each.skipped is not None for each in traces) else READ


def traces_of(desk: Desk, request: TraceRequest) -> Iterator[Trace]:
    """Give the trace of each thing that the sources hold."""
    for source in request.sources:
        for held in captures_of(source):
            if isinstance(held, Skipped):
                yield Trace(source=held.item, steps=(), made_by=None, skipped=held)
            else:
                yield _trace(desk, request, held)


def _trace(desk: Desk, request: TraceRequest, capture: Capture) -> Trace:
    def read(watch: Watch) -> Dossier | Skipped:
        return desk.read_capture(capture, published=request.published, as_of=request.as_of, watch=watch)

    return traced(read, capture, time.perf_counter)


def as_json(trace: Trace) -> dict[str, object]:
    """Give a trace as JSON (`nongrata/trace/1`)."""
    return {
        "schema": "nongrata/trace/1",
        "source": trace.source,
        "made_by": None if trace.made_by is None else made_by_json(trace.made_by),
        "steps": [asdict(step) for step in trace.steps],
        "skipped": None if trace.skipped is None else asdict(trace.skipped),
    }


def as_lines(trace: Trace) -> Iterator[str]:
    """Give a trace as lines: a stage with its time and counts, under it what it made."""
    yield one_line(trace.source)
    for step in trace.steps:
        yield _head(step)
        yield from (f"      {'  ' if item.startswith('  ') else ''}{one_line(item)}" for item in step.items)
    if trace.skipped is not None:
        yield f"  skipped by {trace.skipped.stage}: {one_line(trace.skipped.reason)}"
    if trace.made_by is not None:
        yield f"  {sum(step.seconds for step in trace.steps) * 1000:.0f} ms; {'; '.join(_versions(trace.made_by))}"


def _head(step: Step) -> str:
    counts = "; ".join(f"{name}: {count:,}" for name, count in step.counts.items())
    story = "" if step.story is None else f" of story {step.story}"
    return f"  {step.stage}{story}  {step.seconds * 1000:.1f} ms  {counts}".rstrip()


def _versions(made_by: MadeBy) -> Iterable[str]:
    yield f"Nongrata {made_by.nongrata}"
    if made_by.model:
        yield made_by.model
    yield from (f"{each.list_id} {each.version}" for each in made_by.lists)
