"""The desk's commands: watch, judge, export, audit, tokens, serve."""
