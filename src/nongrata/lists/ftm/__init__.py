"""Lists as FollowTheMoney entities, read and written: OpenSanctions' exports, and our own."""
