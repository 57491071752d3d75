// Word exports of minutes and agendas fill a template of the administration's own; its bytes are in the store.
export const wordTemplates = `
ALTER TABLE document_style ADD COLUMN minutes_template TEXT NOT NULL DEFAULT '';
ALTER TABLE document_style ADD COLUMN minutes_template_sha256 TEXT;
ALTER TABLE document_style ADD COLUMN agenda_template TEXT NOT NULL DEFAULT '';
ALTER TABLE document_style ADD COLUMN agenda_template_sha256 TEXT;
`
