"""Two entities held against one another, with all that is known of both."""
