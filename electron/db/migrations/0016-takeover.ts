export const takeover = `
-- Taken over from old files: locked, or opened again by hand; null for a meeting that was made here.
ALTER TABLE meeting ADD COLUMN taken_over TEXT CHECK (taken_over IN ('locked', 'unlocked'));

-- The words of a file that a meeting was taken over from, for the search; the id is that of the document (its bytes).
CREATE TABLE taken_file (
  id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX taken_file_by_meeting ON taken_file (meeting_id);

-- Files that were read, in the order of their paths. code: why one was refused. facts, reading: JSON; null of a refused one.
-- sha256 is empty of a file whose bytes were not kept.
CREATE TABLE takeover_file (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, size_bytes INTEGER NOT NULL,
  code TEXT, facts TEXT, reading TEXT,
  CHECK ((code IS NULL) = (facts IS NOT NULL AND reading IS NOT NULL))
) STRICT;
`
