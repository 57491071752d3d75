export const deliveries = `
-- One row: which texts of a delivery are kept. Lists as JSON.
CREATE TABLE watch_profile (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  natures TEXT NOT NULL, ministries TEXT NOT NULL, words TEXT NOT NULL,
  with_nominative INTEGER NOT NULL CHECK (with_nominative IN (0, 1))
) STRICT;
INSERT INTO watch_profile VALUES ('01900000-0000-7000-8000-00000000d001', 1, '[]', '[]', '[]', 0);

-- The journal of deliveries: each as it was read, and what it did to the watch. reading, acts: JSON.
CREATE TABLE watch_delivery (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL, who TEXT NOT NULL, name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('partial', 'stopped', 'whole')),
  reading TEXT NOT NULL, acts TEXT NOT NULL,
  refused_by_hand INTEGER NOT NULL
) STRICT;
CREATE INDEX watch_delivery_newest ON watch_delivery (at DESC, id DESC);

-- What deliveries say of a followed text (its id is that text's). fields: those of watch_item as they were taken in, by which
-- a field that people edited since is told from one that they did not. text, fields: JSON.
CREATE TABLE watch_source (
  id TEXT PRIMARY KEY REFERENCES watch_item (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  delivery_id TEXT NOT NULL REFERENCES watch_delivery (id) DEFERRABLE INITIALLY DEFERRED,
  stamp TEXT NOT NULL, modified_on TEXT,
  rubric TEXT NOT NULL, text TEXT NOT NULL, fields TEXT NOT NULL
) STRICT;
CREATE INDEX watch_source_by_delivery ON watch_source (delivery_id);
`
