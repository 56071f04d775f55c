ALTER TABLE story_words RENAME TO story_words_before;

ALTER TABLE story_words_before RENAME CONSTRAINT story_words_pkey TO story_words_before_pkey;

DROP INDEX story_words_held;

-- Parted by the month in which stories were kept: a search goes through the months from the newest one, and what is
-- written goes to the newest one alone.
CREATE TABLE story_words (turn BIGINT PRIMARY KEY, words TSVECTOR NOT NULL) PARTITION BY RANGE (turn);

CREATE INDEX story_words_held ON story_words USING GIN (words) WITH (fastupdate = off);

CREATE FUNCTION make_month_of_words(at_turn BIGINT) RETURNS void LANGUAGE plpgsql AS '
DECLARE
  month timestamp := date_trunc(''month'', to_timestamp(at_turn / 1000000000) AT TIME ZONE ''UTC'');
  part text := ''story_words_'' || to_char(month, ''YYYY_MM'');
BEGIN
  IF to_regclass(part) IS NULL THEN
    EXECUTE format(''CREATE TABLE %I PARTITION OF story_words FOR VALUES FROM (%s) TO (%s)'', part,
      extract(epoch FROM month)::bigint * 1000000000,
      extract(epoch FROM month + interval ''1 month'')::bigint * 1000000000);
  END IF;
END';

SELECT make_month_of_words(first) FROM (
  SELECT min(turn) AS first FROM story GROUP BY date_trunc('month', to_timestamp(turn / 1000000000) AT TIME ZONE 'UTC')
) months;

INSERT INTO story_words (turn, words) SELECT s.turn, w.words FROM story_words_before w JOIN story s ON s.id = w.story;

DROP TABLE story_words_before;
