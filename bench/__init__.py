"""What is measured: `python -m bench` does it, a section at a time; each room is a part of the program."""
