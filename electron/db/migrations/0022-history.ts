// The history narrowed to an author or a subject is found at once, however long the journal is.
export const history = `
CREATE INDEX journal_entry_by_who ON journal_entry (who, seq);
CREATE INDEX journal_change_by_table ON journal_change (table_name, entry_seq);
`
