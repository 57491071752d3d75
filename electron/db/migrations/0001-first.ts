export const first = `
CREATE TABLE body (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  acronym TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  meeting_word TEXT NOT NULL DEFAULT 'séance' CHECK (meeting_word IN ('séance', 'réunion')),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1))
) STRICT;
INSERT INTO body (id, name, acronym) VALUES (1, 'Instance nationale partenariale', 'INP');

CREATE TABLE college (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  name TEXT NOT NULL, protocol_order INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  name TEXT NOT NULL, acronym TEXT NOT NULL,
  college_id TEXT REFERENCES college (id),
  protocol_order INTEGER NOT NULL
) STRICT;
CREATE INDEX organisation_by_college ON organisation (college_id);

CREATE TABLE person (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  civility TEXT NOT NULL, given_name TEXT NOT NULL, family_name TEXT NOT NULL, job_title TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  email TEXT NOT NULL, phone TEXT NOT NULL,
  is_member INTEGER NOT NULL CHECK (is_member IN (0, 1)),
  protocol_order INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_organisation ON person (organisation_id);

CREATE TABLE meeting (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  title TEXT NOT NULL, number INTEGER, date TEXT NOT NULL,
  start_time TEXT NOT NULL, end_time TEXT, mode TEXT NOT NULL,
  place TEXT NOT NULL, video_link TEXT NOT NULL, chair TEXT NOT NULL, secretary TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'convened', 'inSession', 'held', 'cancelled')),
  cancel_reason TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX meeting_by_date ON meeting (date);

CREATE TABLE meeting_move (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  from_date TEXT NOT NULL, from_start_time TEXT NOT NULL,
  to_date TEXT NOT NULL, to_start_time TEXT NOT NULL,
  reason TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_move_by_meeting ON meeting_move (meeting_id);

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  parent_id TEXT REFERENCES agenda_item (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL, kind TEXT NOT NULL, nature TEXT,
  presenter TEXT NOT NULL, presenter_id TEXT REFERENCES person (id),
  organisation TEXT NOT NULL, organisation_id TEXT REFERENCES organisation (id),
  requester TEXT NOT NULL, duration_minutes INTEGER, fixed_start TEXT, note TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id);
CREATE INDEX agenda_item_by_parent ON agenda_item (parent_id);
CREATE INDEX agenda_item_by_presenter ON agenda_item (presenter_id);
CREATE INDEX agenda_item_by_organisation ON agenda_item (organisation_id);

CREATE TABLE project (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  title TEXT NOT NULL, project_owner TEXT NOT NULL, organisation TEXT NOT NULL, stage TEXT NOT NULL,
  purpose TEXT NOT NULL, local_impact TEXT NOT NULL, regulatory_side TEXT NOT NULL, asked_of_body TEXT NOT NULL
) STRICT;

CREATE TABLE watch_item (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  nature TEXT NOT NULL, title TEXT NOT NULL, number TEXT NOT NULL, nor TEXT NOT NULL, ministry TEXT NOT NULL,
  status TEXT NOT NULL, follow_up TEXT NOT NULL,
  published_on TEXT, in_force_on TEXT, applies_on TEXT,
  audience TEXT NOT NULL, consequences TEXT NOT NULL, source_url TEXT NOT NULL
) STRICT;
CREATE INDEX watch_item_newest ON watch_item (coalesce(published_on, '9999') DESC, id DESC);

CREATE TABLE item_project (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  project_id TEXT NOT NULL REFERENCES project (id),
  UNIQUE (item_id, project_id)
) STRICT;
CREATE INDEX item_project_by_project ON item_project (project_id);

CREATE TABLE item_watch (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  watch_item_id TEXT NOT NULL REFERENCES watch_item (id),
  UNIQUE (item_id, watch_item_id)
) STRICT;
CREATE INDEX item_watch_by_watch_item ON item_watch (watch_item_id);

CREATE TABLE attendee (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  family_name TEXT NOT NULL, given_name TEXT NOT NULL, organisation TEXT NOT NULL, college TEXT NOT NULL,
  role TEXT NOT NULL, status TEXT, represented_by TEXT NOT NULL
) STRICT;
CREATE INDEX attendee_by_meeting ON attendee (meeting_id);
CREATE INDEX attendee_by_person ON attendee (person_id);

CREATE TABLE minutes (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting (id),
  state TEXT NOT NULL,
  opened_at TEXT, closed_at TEXT,
  opening TEXT NOT NULL CHECK (json_valid(opening)), closing TEXT NOT NULL CHECK (json_valid(closing)),
  next_meeting_date TEXT, next_meeting_time TEXT, next_meeting_place TEXT NOT NULL
) STRICT;

CREATE TABLE minutes_section (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  minutes_id TEXT NOT NULL REFERENCES minutes (id),
  item_id TEXT NOT NULL UNIQUE REFERENCES agenda_item (id),
  presentation TEXT NOT NULL CHECK (json_valid(presentation)),
  exchanges TEXT NOT NULL CHECK (json_valid(exchanges)),
  outcome TEXT, outcome_sentence TEXT NOT NULL
) STRICT;
CREATE INDEX minutes_section_by_minutes ON minutes_section (minutes_id);

CREATE TABLE decision (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  rank INTEGER NOT NULL, text TEXT NOT NULL,
  UNIQUE (meeting_id, rank)
) STRICT;
CREATE INDEX decision_by_item ON decision (item_id);

CREATE TABLE action (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  rank INTEGER NOT NULL, text TEXT NOT NULL,
  owner TEXT NOT NULL, owner_id TEXT REFERENCES person (id), organisation TEXT NOT NULL,
  due_date TEXT, state TEXT NOT NULL,
  UNIQUE (meeting_id, rank)
) STRICT;
CREATE INDEX action_by_item ON action (item_id);
CREATE INDEX action_by_owner ON action (owner_id);
CREATE INDEX action_open_by_due_date ON action (due_date) WHERE state IN ('todo', 'inProgress');

CREATE TABLE attachment (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  item_id TEXT REFERENCES agenda_item (id),
  file_name TEXT NOT NULL, media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL, added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_by_meeting ON attachment (meeting_id);
CREATE INDEX attachment_by_item ON attachment (item_id);

-- One entry per write that a person made; its changes hold each row before and after, as JSON.
CREATE TABLE journal_entry (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL, who TEXT NOT NULL, method TEXT NOT NULL,
  meeting_id TEXT, merge_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded'))
) STRICT;
CREATE INDEX journal_entry_by_state ON journal_entry (state, seq);
CREATE INDEX journal_entry_by_meeting ON journal_entry (meeting_id, seq);
CREATE TABLE journal_change (
  ord INTEGER PRIMARY KEY,
  entry_seq INTEGER NOT NULL REFERENCES journal_entry (seq),
  table_name TEXT NOT NULL, row_id TEXT NOT NULL,
  before TEXT, after TEXT
) STRICT;
CREATE INDEX journal_change_by_entry ON journal_change (entry_seq);

-- What can be found: one row per text, already folded (accents, ligatures, case) for the index.
CREATE TABLE search_text (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL, entity_id TEXT NOT NULL,
  meeting_id TEXT, item_id TEXT, date TEXT,
  title TEXT NOT NULL, body TEXT NOT NULL, folded TEXT NOT NULL,
  UNIQUE (kind, entity_id)
) STRICT;
CREATE INDEX search_text_by_meeting ON search_text (meeting_id);
CREATE VIRTUAL TABLE search_index USING fts5 (
  folded, content = 'search_text', content_rowid = 'rowid', prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index (rowid, folded) VALUES (NEW.rowid, NEW.folded);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', OLD.rowid, OLD.folded);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', OLD.rowid, OLD.folded);
  INSERT INTO search_index (rowid, folded) VALUES (NEW.rowid, NEW.folded);
END;
`
