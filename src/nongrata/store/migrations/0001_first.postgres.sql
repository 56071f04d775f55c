CREATE TABLE story_words (story TEXT PRIMARY KEY, words TSVECTOR NOT NULL);

CREATE INDEX story_words_held ON story_words USING GIN (words);

CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''this table is only added to''; END';

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

CREATE TRIGGER judgement_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON judgement FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
