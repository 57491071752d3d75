export const archiveRules = `
CREATE TABLE retention_rule (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  kind TEXT NOT NULL UNIQUE CHECK (kind IN ('minutes', 'agenda', 'annex', 'attendance')),
  dua_years INTEGER,
  final_fate TEXT CHECK (final_fate IN ('keep', 'sort', 'destroy')),
  communicable_after_years INTEGER,
  reference TEXT NOT NULL
) STRICT;
INSERT INTO retention_rule (id, version, kind, reference) VALUES
  ('01900000-0000-7000-8000-00000000d001', 1, 'minutes', ''),
  ('01900000-0000-7000-8000-00000000d002', 1, 'agenda', ''),
  ('01900000-0000-7000-8000-00000000d003', 1, 'annex', ''),
  ('01900000-0000-7000-8000-00000000d004', 1, 'attendance', '');
`
