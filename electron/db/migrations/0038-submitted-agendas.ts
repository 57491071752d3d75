// Each agenda as it went to those who read it over, oldest first: what comes back is compared with what they had.
export const submittedAgendas = `
ALTER TABLE agenda_status ADD COLUMN submitted_contents TEXT NOT NULL DEFAULT '[]';
`
