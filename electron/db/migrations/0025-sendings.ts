// What was handed to a mail server outlives its message, hence no reference; it is written before the server is spoken to.
export const sendings = `
CREATE TABLE sending (
  id TEXT PRIMARY KEY,
  attempt_id TEXT NOT NULL,
  dispatch_id TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('drafts', 'server')),
  host TEXT NOT NULL,
  message_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'handed', 'confirmed', 'refused')),
  prepared_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE INDEX sending_by_dispatch ON sending (dispatch_id, prepared_at);
`
