UPDATE member SET turn = (SELECT turn FROM story WHERE story.id = member.story);

UPDATE told SET turn = (SELECT turn FROM story WHERE story.id = told.story);

UPDATE finding SET turn = (SELECT turn FROM member WHERE member.id = finding.member);

DROP INDEX story_by_time;

DROP INDEX story_by_day;

DROP INDEX story_by_topic;

CREATE UNIQUE INDEX story_by_turn ON story (turn);

CREATE INDEX story_by_day ON story (coalesce(published, substr(kept_at, 1, 10)), turn);

CREATE INDEX story_by_topic ON story (topic, turn);

CREATE INDEX story_by_exposure ON story (exposure, turn);

DROP INDEX member_by_name;

DROP INDEX member_by_canonical;

ALTER TABLE member DROP COLUMN kept_at;

CREATE INDEX member_by_name ON member (folded, turn);

CREATE INDEX member_by_canonical ON member (canonical, turn);

DROP INDEX finding_by_entity;

CREATE INDEX finding_by_entity ON finding (list, entity, verdict, turn);

DROP INDEX told_by_time;

DROP INDEX told_by_happening;

ALTER TABLE told DROP COLUMN kept_at;

CREATE INDEX told_by_happening ON told (happening, turn);

-- What is shown of an event that several stories tell is its first telling.
CREATE INDEX told_first ON told (turn, id) WHERE happening = id;

CREATE INDEX told_first_by_type ON told (type, turn, id) WHERE happening = id;

-- What stories are held against each other by goes by turns as well, and is not indexed a second time by story: what is to
-- be taken away is told by the profile.
CREATE TABLE trace (
  turn ${big} PRIMARY KEY,
  day INTEGER NOT NULL,
  profile ${blob} NOT NULL,
  shingles ${blob} NOT NULL,
  telling TEXT NOT NULL
) ${strict};

INSERT INTO trace (turn, day, profile, shingles, telling)
  SELECT s.turn, ${ordinal}, p.packed, p.shingles,
    coalesce((SELECT ${joined} FROM telling_word t WHERE t.story = s.id), '')
  FROM profile p JOIN story s ON s.id = p.story;

CREATE TABLE trace_shingle (
  shingle ${big} NOT NULL,
  turn ${big} NOT NULL,
  PRIMARY KEY (shingle, turn)
) ${keyed};

INSERT INTO trace_shingle (shingle, turn) SELECT h.shingle, s.turn FROM shingle h JOIN story s ON s.id = h.story;

CREATE TABLE trace_word (
  word ${plain} NOT NULL,
  day INTEGER NOT NULL,
  turn ${big} NOT NULL,
  PRIMARY KEY (word, day, turn)
) ${keyed};

INSERT INTO trace_word (word, day, turn)
  SELECT t.word, c.day, c.turn FROM telling_word t JOIN story s ON s.id = t.story JOIN trace c ON c.turn = s.turn;

CREATE TABLE trace_likeness (
  one ${big} NOT NULL,
  other ${big} NOT NULL,
  chance ${real} NOT NULL,
  PRIMARY KEY (one, other)
) ${keyed};

INSERT INTO trace_likeness (one, other, chance)
  SELECT CASE WHEN a.turn < b.turn THEN a.turn ELSE b.turn END, CASE WHEN a.turn < b.turn THEN b.turn ELSE a.turn END,
    l.chance FROM likeness l JOIN story a ON a.id = l.one JOIN story b ON b.id = l.other;

CREATE INDEX trace_likeness_by_other ON trace_likeness (other);

DROP TABLE likeness;

DROP TABLE telling_word;

DROP TABLE shingle;

DROP TABLE profile;

-- The empty word stands in every story: how many there are need not be counted.
INSERT INTO word (word, stories) SELECT '', count(*) FROM trace;
