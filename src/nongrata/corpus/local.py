"""Shards by processes of this machine. One that dies costs its shard a second try, no more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from time import sleep

from nongrata.corpus.record import Asked, Counts, Failure, Shard
from nongrata.corpus.work import run_shard

TRIES = 2
Done = tuple[Shard, Counts | Failure]


def run_local(shards: Sequence[Shard], asked: Asked, *, workers: int) -> Iterator[Done]:
    """Give what each shard came to, as they come; with one worker, in this process."""
    if workers == 1:
        yield from ((shard, run_shard(shard, asked)) for shard in shards)
        return
    waiting, deaths = deque(shards), Counter[str]()
    while waiting:
        yield from _until_a_worker_dies(waiting, asked, workers, deaths)


def _until_a_worker_dies(waiting: deque[Shard], asked: Asked, workers: int, deaths: Counter[str]) -> Iterator[Done]:
    """Work off what is waiting; when a worker dies, what was under way is put back, or given up at the second time."""
    # Fresh processes: a forked one would inherit locks that a thread of this one may hold.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare, initargs=(os.getpid(),))
    running: dict[Future[Counts | Failure], Shard] = {}
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                shard = waiting.popleft()
                running[pool.submit(run_shard, shard, asked)] = shard
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for each in finished:
                done = each.result()
                yield running.pop(each), done
    except BrokenProcessPool:
        for shard in running.values():
            deaths[shard.name] += 1
            if deaths[shard.name] < TRIES:
                waiting.append(shard)
            else:
                reason = f"its worker died {TRIES} times (out of memory?); wanted more memory, or fewer --workers"
                yield shard, Failure(shard=shard.name, reason=reason)
    finally:
        children = multiprocessing.active_children()
        pool.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.terminate()


def _prepare(parent: int) -> None:
    """Leave an interrupt to the parent, and end when the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)
