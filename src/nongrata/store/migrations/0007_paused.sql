-- A place that is watched, but not asked for the time being.
ALTER TABLE source ADD COLUMN is_paused INTEGER NOT NULL DEFAULT 0;
