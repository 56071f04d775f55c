-- What very many rows have in common is kept once: by which lists an answer was given. Of a text of its own, the digest is
-- the text.
CREATE TABLE told_once (
  id ${serial},
  digest TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) ${strict};

INSERT INTO told_once (digest, text) SELECT DISTINCT made_by, made_by FROM story;

ALTER TABLE story ADD COLUMN lists ${big} REFERENCES told_once (id);

UPDATE story SET lists = (SELECT id FROM told_once WHERE digest = story.made_by);

ALTER TABLE story DROP COLUMN made_by;

ALTER TABLE answer ADD COLUMN made_by ${big} REFERENCES told_once (id);

-- Which words of a story are its rare ones is told by its profile: all that may be are taken away with it.
ALTER TABLE trace DROP COLUMN telling;

-- A run of words is told by 32 bits, and of a long text 24 runs are looked up.
CREATE TABLE trace_run (
  run ${big} NOT NULL,
  turn ${big} NOT NULL,
  PRIMARY KEY (run, turn)
) ${keyed};

INSERT INTO trace_run (run, turn) SELECT run, turn FROM (
  SELECT run, turn, row_number() OVER (PARTITION BY turn ORDER BY run) AS number
  FROM (SELECT DISTINCT shingle & 4294967295 AS run, turn FROM trace_shingle) narrow
) counted WHERE number <= 24;

DROP TABLE trace_shingle;
