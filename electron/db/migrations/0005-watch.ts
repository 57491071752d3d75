export const watch = `
ALTER TABLE watch_item ADD COLUMN jorf_text TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN eli TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN celex TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN signed_on TEXT;
ALTER TABLE watch_item ADD COLUMN jo_number TEXT NOT NULL DEFAULT '';
ALTER TABLE watch_item ADD COLUMN jo_text_number INTEGER;
-- No identifier is unique: a NOR is sometimes reused, two texts may carry one ELI. They find, they do not forbid.
CREATE INDEX watch_item_by_nor ON watch_item (nor);
CREATE INDEX watch_item_by_number ON watch_item (number);
CREATE INDEX watch_item_by_jorf_text ON watch_item (jorf_text);
CREATE INDEX watch_item_by_eli ON watch_item (eli);
CREATE INDEX watch_item_by_celex ON watch_item (celex);
CREATE INDEX watch_item_by_status ON watch_item (status);
`
