// The issuing direction was a field of the body; it becomes the first letterhead, valid from no date: always.
const firstLetterhead = '01900000-0000-7000-8000-00000000c001'

export const documents = `
CREATE TABLE letterhead (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  valid_from TEXT,
  issuer TEXT NOT NULL, address TEXT NOT NULL, place TEXT NOT NULL,
  signatory_name TEXT NOT NULL, signatory_title TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX letterhead_by_date ON letterhead (coalesce(valid_from, ''));
INSERT INTO letterhead (id, version, valid_from, issuer, address, place, signatory_name, signatory_title)
  SELECT '${firstLetterhead}', 1, NULL, issuer, '', '', '', '' FROM body;
ALTER TABLE body DROP COLUMN issuer;
CREATE TABLE logo (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  letterhead_id TEXT NOT NULL REFERENCES letterhead (id),
  role TEXT NOT NULL CHECK (role IN ('issuer', 'partner')),
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/svg+xml')),
  width INTEGER NOT NULL, height INTEGER NOT NULL,
  alt TEXT NOT NULL
) STRICT;
CREATE INDEX logo_by_letterhead ON logo (letterhead_id, position);

CREATE TABLE document_style (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL DEFAULT 1,
  accent TEXT NOT NULL DEFAULT '#0a5a66',
  decision_colour TEXT NOT NULL DEFAULT '#76306a',
  action_colour TEXT NOT NULL DEFAULT '#1d558f',
  footer TEXT NOT NULL DEFAULT '',
  attendance_list TEXT NOT NULL DEFAULT 'names' CHECK (attendance_list IN ('names', 'organisations')),
  record_word TEXT NOT NULL DEFAULT 'décisions' CHECK (record_word IN ('décisions', 'conclusions')),
  hidden_sections TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hidden_sections)),
  embeds_data INTEGER NOT NULL DEFAULT 1 CHECK (embeds_data IN (0, 1))
) STRICT;
INSERT INTO document_style (id) VALUES (1);

-- Only the sentences that somebody changed; the others are the shipped ones.
CREATE TABLE standard_sentence (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  sentence_key TEXT NOT NULL UNIQUE, text TEXT NOT NULL
) STRICT;

-- One row per document that left: not undone, the paper may be anywhere. faults: null where nothing was checked.
-- No foreign keys: undoing the creation of a meeting takes its row away, and not what it sent out.
CREATE TABLE produced_document (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL, format TEXT NOT NULL,
  meeting_id TEXT, project_id TEXT,
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, size_bytes INTEGER NOT NULL, page_count INTEGER,
  produced_at TEXT NOT NULL, produced_by TEXT NOT NULL,
  faults TEXT CHECK (json_valid(faults))
) STRICT;
CREATE INDEX produced_document_by_meeting ON produced_document (meeting_id, produced_at);
CREATE INDEX produced_document_by_project ON produced_document (project_id);
CREATE INDEX produced_document_by_bytes ON produced_document (sha256);

-- What a reader of a draft wants otherwise, and what was answered.
CREATE TABLE observation (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  paper TEXT NOT NULL CHECK (paper IN ('minutes', 'agenda')),
  position INTEGER NOT NULL,
  item_id TEXT REFERENCES agenda_item (id),
  anchor TEXT NOT NULL, place TEXT NOT NULL,
  organisation TEXT NOT NULL, organisation_id TEXT REFERENCES organisation (id),
  author TEXT NOT NULL, authored_at TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'comment', 'move')),
  before_text TEXT NOT NULL, after_text TEXT NOT NULL, comment TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('tracked', 'compared', 'mail', 'typed')),
  source_file_name TEXT NOT NULL, source_sha256 TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'reworded', 'refused')),
  answer TEXT NOT NULL
) STRICT;
CREATE INDEX observation_by_meeting ON observation (meeting_id, position);
CREATE INDEX observation_by_item ON observation (item_id);
CREATE INDEX observation_by_organisation ON observation (organisation_id);
`
