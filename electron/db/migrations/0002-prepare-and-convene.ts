// A standing member was a mark on the person; it becomes a mandate, which has dates and may concern one series only.
const mandateId = `lower(
  substr(hex(randomblob(4)), 1, 8) || '-' || substr(hex(randomblob(2)), 1, 4) || '-4' || substr(hex(randomblob(2)), 1, 3)
  || '-a' || substr(hex(randomblob(2)), 1, 3) || '-' || substr(hex(randomblob(6)), 1, 12))`

export const prepareAndConvene = `
ALTER TABLE body ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN signature TEXT NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN convocation_days INTEGER NOT NULL DEFAULT 5;
ALTER TABLE body ADD COLUMN convocation_counting TEXT NOT NULL DEFAULT 'calendar'
  CHECK (convocation_counting IN ('calendar', 'working', 'clear'));
ALTER TABLE body ADD COLUMN message_limit_mb INTEGER NOT NULL DEFAULT 10;

CREATE TABLE series (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  name TEXT NOT NULL, rule TEXT NOT NULL CHECK (json_valid(rule)),
  start_time TEXT NOT NULL, end_time TEXT, mode TEXT NOT NULL,
  place TEXT NOT NULL, video_link TEXT NOT NULL, chair TEXT NOT NULL, secretary TEXT NOT NULL
) STRICT;
CREATE TABLE series_skip (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES series (id),
  date TEXT NOT NULL, reason TEXT NOT NULL,
  UNIQUE (series_id, date)
) STRICT;
ALTER TABLE meeting ADD COLUMN series_id TEXT REFERENCES series (id);
ALTER TABLE meeting ADD COLUMN occurrence_date TEXT;
CREATE INDEX meeting_by_series ON meeting (series_id, occurrence_date);

CREATE TABLE organisation_name (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL, acronym TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
CREATE INDEX organisation_name_by_organisation ON organisation_name (organisation_id, until);

CREATE TABLE mandate (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  series_id TEXT REFERENCES series (id),
  role TEXT NOT NULL CHECK (role IN ('titulaire', 'suppleant')),
  starts_on TEXT, ends_on TEXT
) STRICT;
CREATE INDEX mandate_by_person ON mandate (person_id);
CREATE INDEX mandate_by_organisation ON mandate (organisation_id);
CREATE INDEX mandate_by_series ON mandate (series_id);
INSERT INTO mandate (id, version, person_id, organisation_id, role)
  SELECT ${mandateId}, 1, id, organisation_id, 'titulaire' FROM person WHERE is_member = 1;
ALTER TABLE person DROP COLUMN is_member;
ALTER TABLE person ADD COLUMN copy_emails TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN other_names TEXT NOT NULL DEFAULT '';

-- Two persons who look like one and are not: never proposed as duplicates again. person_id < other_id.
CREATE TABLE distinct_person (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  other_id TEXT NOT NULL REFERENCES person (id),
  UNIQUE (person_id, other_id)
) STRICT;
CREATE INDEX distinct_person_by_other ON distinct_person (other_id);

ALTER TABLE agenda_item ADD COLUMN disagreement TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN disagreement_by TEXT NOT NULL DEFAULT '';
CREATE TABLE item_guest (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  UNIQUE (item_id, person_id)
) STRICT;
CREATE INDEX item_guest_by_person ON item_guest (person_id);

-- One per meeting, under the meeting's own id; no row means a draft that nobody was shown. That it is published is not
-- written here but follows from the versions, which no undo takes back: their papers may have left.
CREATE TABLE agenda_status (
  id TEXT PRIMARY KEY REFERENCES meeting (id), version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'validated')),
  submitted_to TEXT NOT NULL, submitted_at TEXT,
  validated_by TEXT NOT NULL, validated_at TEXT,
  validated_content TEXT CHECK (json_valid(validated_content))
) STRICT;
CREATE TABLE agenda_version (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  number INTEGER NOT NULL,
  published_at TEXT NOT NULL, published_by TEXT NOT NULL, validated_by TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  file_name TEXT NOT NULL, size_bytes INTEGER NOT NULL, page_count INTEGER NOT NULL, sha256 TEXT NOT NULL,
  UNIQUE (meeting_id, number)
) STRICT;
CREATE TABLE agenda_template_line (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('approval', 'followUp', 'otherBusiness', 'item')),
  title TEXT NOT NULL, kind TEXT NOT NULL, nature TEXT, duration_minutes INTEGER
) STRICT;
INSERT INTO agenda_template_line (id, version, position, role, title, kind, nature, duration_minutes) VALUES
  ('01900000-0000-7000-8000-00000000a001', 1, 0, 'approval', 'Approbation du compte rendu de la {séance}', 'item', 'approbation', 5),
  ('01900000-0000-7000-8000-00000000a002', 1, 1, 'followUp', 'Suivi des décisions et actions', 'item', 'information', 10),
  ('01900000-0000-7000-8000-00000000a003', 1, 2, 'otherBusiness', 'Questions diverses', 'item', NULL, 10);

CREATE TABLE back_plan_line (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  title TEXT NOT NULL, offset_days INTEGER NOT NULL,
  counting TEXT NOT NULL CHECK (counting IN ('calendar', 'working')),
  act TEXT
) STRICT;
INSERT INTO back_plan_line (id, version, title, offset_days, counting, act) VALUES
  ('01900000-0000-7000-8000-00000000b001', 1, 'Appeler les sujets', -30, 'calendar', 'callForSubjects'),
  ('01900000-0000-7000-8000-00000000b002', 1, 'Construire l’ordre du jour', -20, 'calendar', 'buildAgenda'),
  ('01900000-0000-7000-8000-00000000b003', 1, 'Soumettre l’ordre du jour à la présidence', -15, 'calendar', 'submitAgenda'),
  ('01900000-0000-7000-8000-00000000b004', 1, 'Publier l’ordre du jour et convoquer', -10, 'calendar', 'convene'),
  ('01900000-0000-7000-8000-00000000b005', 1, 'Relancer les supports', -5, 'working', 'remindSlides'),
  ('01900000-0000-7000-8000-00000000b006', 1, 'Relancer les réponses', -3, 'working', 'countReplies'),
  ('01900000-0000-7000-8000-00000000b007', 1, 'Préparer la feuille d’émargement et le dossier de projection', -1, 'working', 'prepareRoom'),
  ('01900000-0000-7000-8000-00000000b008', 1, 'Rédiger le compte rendu', 5, 'working', 'writeMinutes'),
  ('01900000-0000-7000-8000-00000000b009', 1, 'Envoyer le projet de compte rendu', 15, 'calendar', 'sendDraftMinutes'),
  ('01900000-0000-7000-8000-00000000b00a', 1, 'Relancer les relectures', 25, 'calendar', 'remindReviewers'),
  ('01900000-0000-7000-8000-00000000b00b', 1, 'Relancer les actions', 30, 'calendar', 'remindActions');
CREATE TABLE meeting_task (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  title TEXT NOT NULL, offset_days INTEGER NOT NULL, counting TEXT NOT NULL, act TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX meeting_task_by_meeting ON meeting_task (meeting_id);

CREATE TABLE subject (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  title TEXT NOT NULL, text TEXT NOT NULL, received_on TEXT NOT NULL,
  requester TEXT NOT NULL, requester_id TEXT REFERENCES person (id),
  organisation TEXT NOT NULL, organisation_id TEXT REFERENCES organisation (id),
  nature TEXT, duration_minutes INTEGER, note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'retained', 'waiting', 'dismissed')),
  reason TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id), item_id TEXT REFERENCES agenda_item (id),
  project_id TEXT REFERENCES project (id)
) STRICT;
CREATE INDEX subject_by_state ON subject (state, received_on);
CREATE INDEX subject_by_meeting ON subject (meeting_id);
CREATE INDEX subject_by_item ON subject (item_id);
CREATE INDEX subject_by_project ON subject (project_id);
CREATE INDEX subject_by_requester ON subject (requester_id);
CREATE INDEX subject_by_organisation ON subject (organisation_id);
CREATE TABLE subject_message (
  id TEXT PRIMARY KEY,
  subject_id TEXT NOT NULL REFERENCES subject (id),
  message_id TEXT NOT NULL, refers_to TEXT NOT NULL, thread_topic TEXT NOT NULL, participants TEXT NOT NULL,
  from_name TEXT NOT NULL, from_email TEXT NOT NULL,
  sent_at TEXT, subject_line TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX subject_message_by_subject ON subject_message (subject_id);
CREATE INDEX subject_message_by_message_id ON subject_message (message_id);
CREATE INDEX subject_message_by_topic ON subject_message (thread_topic);
CREATE TABLE subject_file (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  subject_id TEXT NOT NULL REFERENCES subject (id),
  file_name TEXT NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, added_at TEXT NOT NULL
) STRICT;
CREATE INDEX subject_file_by_subject ON subject_file (subject_id);

-- A received document; the one that takes its place points back from replaced_by, and the older stays.
ALTER TABLE attachment ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN tabled INTEGER NOT NULL DEFAULT 0 CHECK (tabled IN (0, 1));
ALTER TABLE attachment ADD COLUMN circulation TEXT NOT NULL DEFAULT 'members'
  CHECK (circulation IN ('secretariat', 'members', 'public'));
ALTER TABLE attachment ADD COLUMN replaced_by TEXT REFERENCES attachment (id);
CREATE INDEX attachment_by_replaced_by ON attachment (replaced_by);
CREATE TABLE awaited_document (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  title TEXT NOT NULL, from_name TEXT NOT NULL, from_id TEXT REFERENCES person (id),
  due_on TEXT, attachment_id TEXT REFERENCES attachment (id)
) STRICT;
CREATE INDEX awaited_document_by_item ON awaited_document (item_id);
CREATE INDEX awaited_document_by_person ON awaited_document (from_id);
CREATE INDEX awaited_document_by_attachment ON awaited_document (attachment_id);

-- Only the templates that somebody changed; the others are the shipped ones.
CREATE TABLE dispatch_template (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  kind TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE TABLE dispatch (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  kind TEXT NOT NULL, item_id TEXT REFERENCES agenda_item (id),
  subject TEXT NOT NULL, body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'sent')),
  created_at TEXT NOT NULL, sent_at TEXT, sent_by TEXT NOT NULL,
  agenda_version_number INTEGER,
  calendar_sequence INTEGER, calendar_content TEXT,
  message_sha256 TEXT, message_bytes INTEGER
) STRICT;
CREATE INDEX dispatch_by_meeting ON dispatch (meeting_id, created_at);
CREATE INDEX dispatch_by_item ON dispatch (item_id);
CREATE TABLE dispatch_recipient (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  dispatch_id TEXT NOT NULL REFERENCES dispatch (id), position INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL, organisation TEXT NOT NULL, email TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('to', 'cc', 'bcc')),
  reason TEXT NOT NULL CHECK (reason IN ('member', 'deputy', 'assistant', 'guest', 'presenter', 'owner', 'chair', 'added'))
) STRICT;
CREATE INDEX dispatch_recipient_by_dispatch ON dispatch_recipient (dispatch_id, position);
CREATE INDEX dispatch_recipient_by_person ON dispatch_recipient (person_id);
CREATE TABLE dispatch_document (
  id TEXT PRIMARY KEY,
  dispatch_id TEXT NOT NULL REFERENCES dispatch (id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, attachment_id TEXT REFERENCES attachment (id),
  file_name TEXT NOT NULL,
  placement TEXT NOT NULL CHECK (placement IN ('message', 'folder')),
  size_bytes INTEGER, sha256 TEXT
) STRICT;
CREATE INDEX dispatch_document_by_dispatch ON dispatch_document (dispatch_id, position);
CREATE INDEX dispatch_document_by_attachment ON dispatch_document (attachment_id);
-- What was, or is still to be, written to the shared folder; only what is listed here may ever be replaced there. It
-- is not undone and outlives its dispatch, hence no reference: what was written there stays ours.
CREATE TABLE shared_file (
  id TEXT PRIMARY KEY,
  dispatch_id TEXT NOT NULL,
  relative_path TEXT NOT NULL, sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'written')),
  written_at TEXT
) STRICT;
CREATE INDEX shared_file_by_dispatch ON shared_file (dispatch_id);
CREATE INDEX shared_file_queued ON shared_file (state) WHERE state = 'queued';

CREATE TABLE reply (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL CHECK (answer IN ('onSite', 'remote', 'excused', 'represented')),
  represented_by TEXT NOT NULL, comment TEXT NOT NULL, answered_at TEXT NOT NULL,
  UNIQUE (meeting_id, person_id)
) STRICT;
CREATE INDEX reply_by_person ON reply (person_id);
`
