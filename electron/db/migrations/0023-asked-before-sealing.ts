// What was said to be looked at when minutes were sealed, in the words that were shown.
export const askedBeforeSealing = `
ALTER TABLE approval ADD COLUMN asked TEXT NOT NULL DEFAULT '';
`
