// What was published stays as it was published.
export const keptAgendas = `
CREATE TRIGGER agenda_version_kept_update BEFORE UPDATE ON agenda_version BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER agenda_version_kept_delete BEFORE DELETE ON agenda_version BEGIN SELECT RAISE(ABORT, 'sealed'); END;
`
