// What was retained and put into the text by hand is asked no more.
export const settledObservations = `
ALTER TABLE observation ADD COLUMN settled_at TEXT;

-- Answers given before the text was read back: an agenda goes on being edited, a move did not say where it went.
UPDATE observation SET settled_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE state IN ('accepted', 'reworded') AND (paper = 'agenda' OR kind = 'move');
`
