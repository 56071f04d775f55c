"""Whole stories: names, times, places, equipment and numbers in them, who is named, what reading costs."""
