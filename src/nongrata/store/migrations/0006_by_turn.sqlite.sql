CREATE VIRTUAL TABLE turn_words USING fts5 (words, tokenize = 'unicode61');

INSERT INTO turn_words (rowid, words) SELECT s.turn, w.words FROM story_words w CROSS JOIN story s ON s.id = w.story;

DROP TABLE story_words;

ALTER TABLE turn_words RENAME TO story_words;
