-- What was fetched. The bytes once; from where, when and with which headers for each place they came from.
CREATE TABLE body (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  packed ${blob} NOT NULL
) ${strict};

CREATE TABLE capture (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES body (sha256),
  uri TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT,
  fetched_at TEXT NOT NULL,
  title TEXT,
  published TEXT,
  is_whole INTEGER NOT NULL,
  headers TEXT NOT NULL
) ${strict};

CREATE INDEX capture_by_uri ON capture (uri);

-- One text from one place. Each answer that was given of it is kept; the last one counts.
CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  uri TEXT NOT NULL,
  capture TEXT REFERENCES capture (id),
  kept_at TEXT NOT NULL,
  answer INTEGER NOT NULL
) ${strict};

CREATE INDEX dossier_by_uri ON dossier (uri);

CREATE TABLE answer (
  dossier TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  digest TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  packed ${blob} NOT NULL,
  PRIMARY KEY (dossier, number)
) ${strict};

-- What is listed and searched, made from each dossier's last answer.
CREATE TABLE story (
  id TEXT PRIMARY KEY,
  dossier TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  uri TEXT NOT NULL,
  title TEXT,
  agency TEXT,
  language TEXT,
  published TEXT,
  kept_at TEXT NOT NULL,
  exposure TEXT NOT NULL,
  parties INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  events INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  copy_of TEXT NOT NULL,
  topic TEXT NOT NULL
) ${strict};

CREATE INDEX story_by_time ON story (kept_at, id);

CREATE INDEX story_by_dossier ON story (dossier);

CREATE INDEX story_by_copy ON story (copy_of);

CREATE INDEX story_by_topic ON story (topic);

-- The parties of the stories, and by what each is known to be the same as another story's: a listing, an identifier.
CREATE TABLE member (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story (id),
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  schema TEXT NOT NULL,
  exposure TEXT NOT NULL,
  facts TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  canonical TEXT NOT NULL
) ${strict};

CREATE INDEX member_by_story ON member (story);

CREATE INDEX member_by_name ON member (folded);

CREATE INDEX member_by_canonical ON member (canonical);

CREATE TABLE anchor (
  member TEXT NOT NULL REFERENCES member (id),
  anchor TEXT NOT NULL,
  canonical TEXT NOT NULL,
  PRIMARY KEY (anchor, member)
) ${strict};

CREATE INDEX anchor_by_canonical ON anchor (anchor, canonical);

CREATE INDEX anchor_by_member ON anchor (member);

CREATE TABLE finding (
  member TEXT NOT NULL REFERENCES member (id),
  list TEXT NOT NULL,
  entity TEXT NOT NULL,
  caption TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score ${real} NOT NULL,
  in_force INTEGER,
  PRIMARY KEY (member, list, entity)
) ${strict};

CREATE INDEX finding_by_entity ON finding (list, entity);

CREATE TABLE told (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story (id),
  event TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  at_day TEXT,
  place TEXT,
  actors TEXT NOT NULL,
  recipients TEXT NOT NULL,
  sources TEXT NOT NULL,
  sentence TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  happening TEXT NOT NULL
) ${strict};

CREATE INDEX told_by_story ON told (story);

CREATE INDEX told_by_happening ON told (happening);

CREATE INDEX told_by_time ON told (kept_at, id);

CREATE TABLE part (
  told TEXT NOT NULL REFERENCES told (id),
  member TEXT NOT NULL REFERENCES member (id),
  role TEXT NOT NULL,
  PRIMARY KEY (member, told, role)
) ${strict};

CREATE INDEX part_by_told ON part (told);

-- What people judged; lines are only added.
CREATE TABLE judgement (
  id ${serial},
  left_id TEXT NOT NULL,
  right_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  judged_by TEXT NOT NULL,
  judged_on TEXT NOT NULL,
  because TEXT NOT NULL,
  taken_back TEXT,
  about TEXT
) ${strict};

CREATE INDEX judgement_by_left ON judgement (left_id);

CREATE INDEX judgement_by_right ON judgement (right_id);

CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL,
  story TEXT,
  made_at TEXT NOT NULL,
  says TEXT NOT NULL,
  about TEXT NOT NULL,
  state TEXT NOT NULL
) ${strict};

CREATE INDEX alert_by_time ON alert (made_at, id);

CREATE TABLE delivery (
  alert TEXT NOT NULL REFERENCES alert (id),
  channel TEXT NOT NULL,
  tries INTEGER NOT NULL,
  due TEXT NOT NULL,
  done_at TEXT,
  error TEXT,
  PRIMARY KEY (alert, channel)
) ${strict};

CREATE INDEX delivery_by_due ON delivery (done_at, due);

-- What is watched, and what of it was read.
CREATE TABLE source (
  uri TEXT PRIMARY KEY,
  found_in TEXT,
  kind TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  asked_at TEXT,
  due TEXT NOT NULL,
  failures INTEGER NOT NULL,
  said TEXT,
  is_watched INTEGER NOT NULL
) ${strict};

CREATE TABLE entry (
  source TEXT NOT NULL REFERENCES source (uri),
  entry TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  dossier TEXT,
  said TEXT,
  PRIMARY KEY (source, entry)
) ${strict};

CREATE TABLE client (
  id TEXT PRIMARY KEY,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  schema TEXT NOT NULL,
  about TEXT NOT NULL,
  added_at TEXT NOT NULL
) ${strict};

CREATE INDEX client_by_list ON client (list);

-- Who may ask. Of a token only its digest is kept.
CREATE TABLE token (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  made_at TEXT NOT NULL,
  ends_at TEXT,
  revoked_at TEXT
) ${strict};

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER,
  asked TEXT NOT NULL,
  result TEXT,
  error TEXT,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) ${strict};

CREATE INDEX job_by_time ON job (made_at, id);

-- Who did what: each line carries the digest of the one before.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at_time TEXT NOT NULL,
  who TEXT NOT NULL,
  did TEXT NOT NULL,
  about TEXT NOT NULL,
  detail TEXT NOT NULL,
  before_it TEXT NOT NULL,
  digest TEXT NOT NULL
) ${strict};
