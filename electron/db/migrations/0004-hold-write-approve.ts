// Sealed minutes are printed, signed and sent: no later act of the application may touch it. The proof against anybody else
// is the hash of the kept bytes. An action's state goes on living and links to the directory may move: words are locked.
const sealedOf = (meetingId: string) => `EXISTS (SELECT 1 FROM approval WHERE approval.id = ${meetingId})`

function lock(table: string, meetingId: (row: 'OLD' | 'NEW') => string, only = ''): string {
  return `
CREATE TRIGGER ${table}_sealed_update BEFORE UPDATE${only} ON ${table}
  WHEN ${sealedOf(meetingId('OLD'))} BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER ${table}_sealed_delete BEFORE DELETE ON ${table}
  WHEN ${sealedOf(meetingId('OLD'))} BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER ${table}_sealed_insert BEFORE INSERT ON ${table}
  WHEN ${sealedOf(meetingId('NEW'))} BEGIN SELECT RAISE(ABORT, 'sealed'); END;`
}

const ofMeeting = (row: string) => `${row}.meeting_id`
const ofMinutes = (row: string) => `(SELECT meeting_id FROM minutes WHERE id = ${row}.minutes_id)`

export const holdWriteApprove = `
ALTER TABLE body ADD COLUMN quorum_percent INTEGER;
ALTER TABLE body ADD COLUMN max_proxies INTEGER;
ALTER TABLE body ADD COLUMN review_days INTEGER NOT NULL DEFAULT 15;
ALTER TABLE body ADD COLUMN approval_mode TEXT NOT NULL DEFAULT 'meeting'
  CHECK (approval_mode IN ('meeting', 'written', 'tacit'));

ALTER TABLE attendee ADD COLUMN arrived_at TEXT;
ALTER TABLE attendee ADD COLUMN left_at TEXT;

-- One line typed in the meeting, or read in a notebook. A decision or an action that came of it is a row of its own.
CREATE TABLE session_line (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  item_id TEXT REFERENCES agenda_item (id),
  notebook_id TEXT REFERENCES notebook (id),
  at TEXT NOT NULL, position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'decision', 'action', 'intervention', 'watch', 'question')),
  raw TEXT NOT NULL, text TEXT NOT NULL,
  speaker TEXT NOT NULL, organisation TEXT NOT NULL,
  person_id TEXT REFERENCES person (id), organisation_id TEXT REFERENCES organisation (id),
  due_date TEXT, due_words TEXT NOT NULL,
  decision_id TEXT REFERENCES decision (id), action_id TEXT REFERENCES action (id),
  watch_item_id TEXT REFERENCES watch_item (id),
  author TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('kept', 'proposed', 'left'))
) STRICT;
CREATE INDEX session_line_by_meeting ON session_line (meeting_id, at, position);
CREATE INDEX session_line_by_item ON session_line (item_id);
CREATE INDEX session_line_by_notebook ON session_line (notebook_id);
CREATE INDEX session_line_by_decision ON session_line (decision_id);
CREATE INDEX session_line_by_action ON session_line (action_id);
CREATE INDEX session_line_by_person ON session_line (person_id);
CREATE INDEX session_line_by_organisation ON session_line (organisation_id);
CREATE INDEX session_line_by_watch_item ON session_line (watch_item_id);

-- The line that is being typed, so that a machine that stops takes a second of it at most. Not journaled.
CREATE TABLE session_draft (
  meeting_id TEXT PRIMARY KEY REFERENCES meeting (id),
  text TEXT NOT NULL
) STRICT;

-- When an item was really on; an item taken up again has two. Without an item: a suspension.
CREATE TABLE session_span (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  item_id TEXT REFERENCES agenda_item (id),
  started_at TEXT NOT NULL, ended_at TEXT
) STRICT;
CREATE INDEX session_span_by_meeting ON session_span (meeting_id, started_at);
CREATE INDEX session_span_by_item ON session_span (item_id);

CREATE TABLE item_position (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  organisation TEXT NOT NULL, organisation_id TEXT REFERENCES organisation (id),
  stance TEXT NOT NULL CHECK (stance IN ('favorable', 'reserves', 'defavorable', 'reservee', 'sansAvis')),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX item_position_by_meeting ON item_position (meeting_id);
CREATE INDEX item_position_by_item ON item_position (item_id);
CREATE INDEX item_position_by_organisation ON item_position (organisation_id);

CREATE TABLE notebook (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  author TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, read_at TEXT NOT NULL,
  gone TEXT NOT NULL CHECK (json_valid(gone))
) STRICT;
CREATE INDEX notebook_by_meeting ON notebook (meeting_id);

-- What was proposed from the notes, to know whether somebody edited it since. Under the section's own id.
CREATE TABLE generated_section (
  id TEXT PRIMARY KEY REFERENCES minutes_section (id), version INTEGER NOT NULL,
  presentation TEXT NOT NULL CHECK (json_valid(presentation)),
  exchanges TEXT NOT NULL CHECK (json_valid(exchanges)),
  at TEXT NOT NULL
) STRICT;

-- Numbers of decisions and actions stand still from frozen_at on: the draft has left.
ALTER TABLE minutes ADD COLUMN review_deadline TEXT;
ALTER TABLE minutes ADD COLUMN frozen_at TEXT;
-- Kept for good: not undone, their papers may have left.
CREATE TABLE minutes_version (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('sent', 'review', 'validated', 'restored', 'approved', 'kept')),
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, note TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  pdf_sha256 TEXT, pdf_pages INTEGER, pdf_size INTEGER, docx_sha256 TEXT,
  UNIQUE (meeting_id, number)
) STRICT;
ALTER TABLE observation ADD COLUMN minutes_version_id TEXT REFERENCES minutes_version (id);
CREATE INDEX observation_by_minutes_version ON observation (minutes_version_id);

-- One per sealed minutes, under the meeting's own id. Its presence is the seal.
CREATE TABLE approval (
  id TEXT PRIMARY KEY REFERENCES meeting (id),
  mode TEXT NOT NULL CHECK (mode IN ('meeting', 'written', 'tacit')),
  approving_meeting_id TEXT REFERENCES meeting (id),
  approved_on TEXT NOT NULL, corrections TEXT NOT NULL,
  version_id TEXT NOT NULL REFERENCES minutes_version (id),
  sha256 TEXT NOT NULL, sealed_at TEXT NOT NULL, sealed_by TEXT NOT NULL
) STRICT;
CREATE INDEX approval_by_approving_meeting ON approval (approving_meeting_id);
CREATE INDEX approval_by_version ON approval (version_id);
CREATE TRIGGER approval_kept_update BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER approval_kept_delete BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER minutes_version_kept_update BEFORE UPDATE ON minutes_version BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER minutes_version_kept_delete BEFORE DELETE ON minutes_version BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TABLE corrigendum (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  number INTEGER NOT NULL,
  item_id TEXT REFERENCES agenda_item (id),
  place TEXT NOT NULL, before_text TEXT NOT NULL, after_text TEXT NOT NULL, reason TEXT NOT NULL,
  decided_on TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL,
  sha256 TEXT NOT NULL, page_count INTEGER NOT NULL,
  UNIQUE (meeting_id, number)
) STRICT;
CREATE INDEX corrigendum_by_item ON corrigendum (item_id);
CREATE TRIGGER corrigendum_kept_update BEFORE UPDATE ON corrigendum BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER corrigendum_kept_delete BEFORE DELETE ON corrigendum BEGIN SELECT RAISE(ABORT, 'sealed'); END;
${lock('minutes', ofMeeting)}
${lock('minutes_section', ofMinutes)}
${lock('decision', ofMeeting)}
${lock('action', ofMeeting, ' OF meeting_id, item_id, rank, text, owner, organisation, due_date')}
${lock(
  'attendee',
  ofMeeting,
  ` OF meeting_id, position, family_name, given_name, organisation, college, role, status,
  represented_by, arrived_at, left_at`,
)}
${lock('agenda_item', ofMeeting, ' OF meeting_id, parent_id, title')}
${lock('item_position', ofMeeting, ' OF meeting_id, item_id, organisation, stance, words')}
${lock(
  'observation',
  ofMeeting,
  ` OF meeting_id, paper, item_id, place, organisation, author, before_text, after_text,
  comment, state, answer`,
)}

-- What a field said before (history of one row).
CREATE INDEX journal_change_by_row ON journal_change (table_name, row_id, entry_seq);

-- Words that the person added to the dictionary.
CREATE TABLE dictionary_word (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, word TEXT NOT NULL UNIQUE
) STRICT;
`
