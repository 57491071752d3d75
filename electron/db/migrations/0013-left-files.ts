export const leftFiles = `
CREATE TABLE left_file (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, left_at TEXT NOT NULL
) STRICT;
`
