// What minutes print: positions of organisations, with their articles, and what of it is published.
export const positionsAndPublic = `
ALTER TABLE document_style ADD COLUMN positions TEXT NOT NULL DEFAULT 'text' CHECK (positions IN ('text', 'table', 'none'));
ALTER TABLE document_style ADD COLUMN empty_items TEXT NOT NULL DEFAULT 'silent' CHECK (empty_items IN ('silent', 'said'));
ALTER TABLE document_style ADD COLUMN public_names TEXT NOT NULL DEFAULT 'names'
  CHECK (public_names IN ('names', 'functions'));
ALTER TABLE organisation ADD COLUMN article TEXT CHECK (article IN ('', 'le', 'la', 'l’', 'les'));
ALTER TABLE minutes_section ADD COLUMN circulation TEXT NOT NULL DEFAULT 'public'
  CHECK (circulation IN ('members', 'public'));
`
