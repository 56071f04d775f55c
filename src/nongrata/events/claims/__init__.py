"""What a story says of sanctions: in which words, of whom, by whom, and what the lists bear out."""
