// Copies of sealed minutes that were signed elsewhere; what their signatures say is JSON.
export const signedCopies = `
CREATE TABLE signed_copy (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, size_bytes INTEGER NOT NULL,
  added_at TEXT NOT NULL, added_by TEXT NOT NULL,
  signatures TEXT NOT NULL,
  are_appended_read INTEGER NOT NULL,
  UNIQUE (meeting_id, sha256)
) STRICT;
`
