"""`nongrata own`: who owns whom and what the law makes of it, as text, JSON, FollowTheMoney and a picture."""
