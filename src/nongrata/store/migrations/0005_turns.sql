-- A story's turn: when it was kept, in nanoseconds, the last three digits free for those kept at the same instant. What
-- is asked for by time goes by it: eight bytes in place of an id and a moment in words.
ALTER TABLE story ADD COLUMN turn ${big} NOT NULL DEFAULT 0;

ALTER TABLE member ADD COLUMN turn ${big} NOT NULL DEFAULT 0;

ALTER TABLE finding ADD COLUMN turn ${big} NOT NULL DEFAULT 0;

ALTER TABLE told ADD COLUMN turn ${big} NOT NULL DEFAULT 0;
