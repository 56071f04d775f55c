-- Beginnings of two and three letters are indexed by themselves: "un" would else be looked for in thousands of words.
CREATE VIRTUAL TABLE begun_words USING fts5 (words, tokenize = 'unicode61', prefix = '2 3');

INSERT INTO begun_words (rowid, words) SELECT rowid, words FROM story_words;

DROP TABLE story_words;

ALTER TABLE begun_words RENAME TO story_words;
