// What a message carried when it was handed over, while nobody knows whether it left; empty otherwise.
export const handedCompositions = `
ALTER TABLE sending ADD COLUMN composition TEXT NOT NULL DEFAULT '';
`
