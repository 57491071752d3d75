// What was learnt from received files that somebody mended, for the next ones laid out like them.
export const learntLayouts = `
CREATE TABLE learnt_layout (
  id TEXT PRIMARY KEY NOT NULL,
  learnt_at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  labels TEXT NOT NULL,
  habits TEXT NOT NULL
) STRICT;
`
