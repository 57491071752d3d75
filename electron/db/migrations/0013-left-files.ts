// Migration 13: kept files that are gone or altered, of which somebody noted that they stay so.
export const leftFiles = `
CREATE TABLE left_file (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, left_at TEXT NOT NULL
) STRICT;
`
