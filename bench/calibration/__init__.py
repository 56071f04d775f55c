"""From a score to a probability: the fit, and whether what it tells comes true."""
