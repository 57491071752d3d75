// Undo takes back somebody's own newest entry, however many others there are since.
export const undoByPerson = `
DROP INDEX journal_entry_by_state;
CREATE INDEX journal_entry_by_person ON journal_entry (who, state, seq);
`
