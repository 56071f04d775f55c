-- What stories are held against each other by: their words, and the runs of words that copies share.
CREATE TABLE profile (
  story TEXT PRIMARY KEY REFERENCES story (id),
  packed ${blob} NOT NULL,
  shingles ${blob} NOT NULL
) ${strict};

CREATE TABLE shingle (
  shingle ${big} NOT NULL,
  story TEXT NOT NULL REFERENCES story (id),
  PRIMARY KEY (shingle, story)
) ${strict};

CREATE INDEX shingle_by_story ON shingle (story);

CREATE TABLE word (
  word TEXT PRIMARY KEY,
  stories INTEGER NOT NULL
) ${strict};

CREATE TABLE telling_word (
  word TEXT NOT NULL,
  story TEXT NOT NULL REFERENCES story (id),
  PRIMARY KEY (word, story)
) ${strict};

CREATE INDEX telling_word_by_story ON telling_word (story);

-- The chance that two stories tell of one event, where it is not next to nothing; one is less than other.
CREATE TABLE likeness (
  one TEXT NOT NULL REFERENCES story (id),
  other TEXT NOT NULL REFERENCES story (id),
  chance ${real} NOT NULL,
  PRIMARY KEY (one, other)
) ${strict};

CREATE INDEX likeness_by_other ON likeness (other);
