-- For millions of stories: the words of parties' names, newest first of one party, alerts by their state.
CREATE TABLE name_word (
  word ${plain} NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (word, folded)
) ${strict};

DROP INDEX member_by_name;

CREATE INDEX member_by_name ON member (folded, kept_at, id);

DROP INDEX member_by_canonical;

CREATE INDEX member_by_canonical ON member (canonical, kept_at, id);

CREATE INDEX alert_by_state ON alert (state, made_at, id);

CREATE INDEX alert_by_story ON alert (story);
