// Minutes give their record after the discussion, or before it where the secretariat says so.
export const recordPlace = `
ALTER TABLE document_style ADD COLUMN record_place TEXT NOT NULL DEFAULT 'afterItems'
  CHECK (record_place IN ('afterItems', 'beforeItems'));
`
