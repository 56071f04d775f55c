-- Stories by the day on which they were published, or kept where that is not known.
CREATE INDEX story_by_day ON story (coalesce(published, substr(kept_at, 1, 10)));
