"""How words sound, in any of the scripts and languages that they may be spelled by."""
