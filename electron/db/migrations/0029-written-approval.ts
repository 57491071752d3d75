// Minutes approved by writing: until when the members answer, what each answered, and how many did what.
export const writtenApproval = `
ALTER TABLE minutes ADD COLUMN consultation_deadline TEXT;
ALTER TABLE approval ADD COLUMN replies TEXT NOT NULL DEFAULT '';
CREATE TABLE approval_reply (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL CHECK (answer IN ('approves', 'observations')),
  words TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  UNIQUE (meeting_id, person_id)
) STRICT;
CREATE INDEX approval_reply_by_person ON approval_reply (person_id);
`
