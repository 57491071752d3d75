export const home = `
CREATE INDEX watch_item_by_in_force_on ON watch_item (in_force_on) WHERE in_force_on IS NOT NULL;
CREATE INDEX watch_item_by_applies_on ON watch_item (applies_on) WHERE applies_on IS NOT NULL;
CREATE INDEX journal_entry_by_at ON journal_entry (at);
`
