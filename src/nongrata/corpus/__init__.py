"""Whole crawls into tables: a first look at each page, full reading of what passes, by many workers."""

from nongrata.corpus.record import Asked, Counts, Failure, Shard
from nongrata.corpus.run import Engine, Progress, run_corpus

__all__ = ["Asked", "Counts", "Engine", "Failure", "Progress", "Shard", "run_corpus"]
