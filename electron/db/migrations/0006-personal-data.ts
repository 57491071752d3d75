export const personalData = `
-- Null: what the application proposes under that heading.
CREATE TABLE personal_data (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL DEFAULT 1,
  contact_months INTEGER NOT NULL DEFAULT 12,
  mail_months INTEGER NOT NULL DEFAULT 24,
  reply_months INTEGER NOT NULL DEFAULT 12,
  note_months INTEGER NOT NULL DEFAULT 6,
  controller TEXT, contact TEXT, purposes TEXT, legal_basis TEXT, persons TEXT, categories TEXT,
  recipients TEXT, transfers TEXT, retention TEXT, security TEXT
) STRICT;
INSERT INTO personal_data (id) VALUES (1);

-- That something was erased, and when: never whom it was about.
CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'mails', 'replies', 'notes')),
  at TEXT NOT NULL, done_by TEXT NOT NULL,
  removed INTEGER NOT NULL, rewritten INTEGER NOT NULL
) STRICT;
`
