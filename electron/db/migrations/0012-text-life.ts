export const textLife = `
ALTER TABLE watch_item ADD COLUMN short_title TEXT NOT NULL DEFAULT '';
-- What it was called while it was a draft: agendas and minutes of that time say so.
ALTER TABLE watch_item ADD COLUMN draft_title TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN theme TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN announced_on TEXT;
ALTER TABLE watch_item ADD COLUMN drafted_on TEXT;
ALTER TABLE watch_item ADD COLUMN repealed_on TEXT;
-- Why it enters into force when it does; '': nobody said.
ALTER TABLE watch_item ADD COLUMN in_force_rule TEXT NOT NULL DEFAULT ''
  CHECK (in_force_rule IN ('', 'dayAfter', 'dated', 'dependent'));
-- The rubrics of a notice, in the text's own words.
ALTER TABLE watch_item ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN in_force_words TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN notice TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN legal_references TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN checked_on TEXT;

-- date NULL: to be set by another text.
CREATE TABLE text_deadline (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  watch_item_id TEXT NOT NULL REFERENCES watch_item (id),
  date TEXT, audience TEXT NOT NULL, threshold TEXT NOT NULL, label TEXT NOT NULL
) STRICT;
CREATE INDEX text_deadline_by_text ON text_deadline (watch_item_id);
CREATE INDEX text_deadline_by_date ON text_deadline (date) WHERE date IS NOT NULL;

CREATE TABLE text_consultation (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  watch_item_id TEXT NOT NULL REFERENCES watch_item (id),
  authority TEXT NOT NULL CHECK (authority IN ('cnen', 'cnil', 'conseilEtat', 'public', 'europeanUnion', 'other')),
  name TEXT NOT NULL, asked_on TEXT, answered_on TEXT,
  opinion TEXT NOT NULL CHECK (opinion IN ('', 'favorable', 'reserved', 'unfavorable', 'tacit', 'none')),
  reference TEXT NOT NULL
) STRICT;
CREATE INDEX text_consultation_by_text ON text_consultation (watch_item_id);

-- To a followed text, or to one outside the watch by its citation; cited_key is one of the names by which that one is
-- recognised once it is followed too.
CREATE TABLE text_link (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  watch_item_id TEXT NOT NULL REFERENCES watch_item (id),
  kind TEXT NOT NULL CHECK (kind IN ('transposes', 'modifies', 'repeals', 'applies')),
  target_id TEXT REFERENCES watch_item (id) CHECK (target_id <> watch_item_id),
  citation TEXT NOT NULL, cited_key TEXT NOT NULL
) STRICT;
CREATE INDEX text_link_by_text ON text_link (watch_item_id);
CREATE INDEX text_link_by_target ON text_link (target_id);
CREATE INDEX text_link_by_cited_key ON text_link (cited_key) WHERE cited_key <> '';
`
