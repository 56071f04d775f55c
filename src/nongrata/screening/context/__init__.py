"""What a story says of a party, held against what the lists say: rules, each of which gives its reason."""
