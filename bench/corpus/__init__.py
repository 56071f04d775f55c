"""Whole crawls: pages made in the shapes of real ones, the runs over them, what they cost and how that grows."""
