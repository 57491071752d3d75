export const projectDocuments = `
-- A column cannot be freed of its NOT NULL: the table is made again under its name, with its rows. What speaks of them waits
-- for the end of the transaction; words of taken files would go with their documents, so they are put aside.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE kept_taken_file AS SELECT * FROM taken_file;
CREATE TABLE kept_attachment AS SELECT * FROM attachment;
DROP TABLE attachment;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT REFERENCES meeting (id),
  item_id TEXT REFERENCES agenda_item (id),
  project_id TEXT REFERENCES project (id),
  file_name TEXT NOT NULL, media_type TEXT NOT NULL, size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL, added_at TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  tabled INTEGER NOT NULL DEFAULT 0 CHECK (tabled IN (0, 1)),
  circulation TEXT NOT NULL DEFAULT 'members'
    CHECK (circulation IN ('secretariat', 'members', 'public')),
  replaced_by TEXT REFERENCES attachment (id),
  CHECK ((meeting_id IS NULL) = (project_id IS NOT NULL)),
  CHECK (item_id IS NULL OR meeting_id IS NOT NULL)
) STRICT;
INSERT INTO attachment (id, version, meeting_id, item_id, file_name, media_type, size_bytes, sha256, added_at, title, tabled,
    circulation, replaced_by)
  SELECT id, version, meeting_id, item_id, file_name, media_type, size_bytes, sha256, added_at, title, tabled,
    circulation, replaced_by
  FROM kept_attachment;
CREATE INDEX attachment_by_meeting ON attachment (meeting_id);
CREATE INDEX attachment_by_item ON attachment (item_id);
CREATE INDEX attachment_by_project ON attachment (project_id);
CREATE INDEX attachment_by_replaced_by ON attachment (replaced_by);
DELETE FROM taken_file;
INSERT INTO taken_file (id, meeting_id, text) SELECT id, meeting_id, text FROM kept_taken_file;
DROP TABLE kept_attachment;
DROP TABLE kept_taken_file;
`
