CREATE VIRTUAL TABLE story_words USING fts5 (story UNINDEXED, words, tokenize = 'unicode61');

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER judgement_is_not_changed BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are only added to'); END;

CREATE TRIGGER judgement_is_not_deleted BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are only added to'); END;
