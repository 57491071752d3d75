import { openProfileText as text } from '../text/open-profile.ts'

export const registerPath = {
  decision: 'registres/decisions.html',
  action: 'registres/actions.html',
  project: 'registres/projets.html',
  /** One for each year of publication, one for the texts without one. */
  watch: (year: string) => `registres/textes-${year === '' ? 'sans-date' : year}.html`,
  subject: 'registres/sujets.html',
  person: 'registres/annuaire.html',
  piece: 'registres/fichiers.html',
} as const

const { columns } = text
export const registerHeads = {
  decision: [columns.number, columns.decision, columns.item, columns.meeting],
  action: [columns.number, columns.action, columns.owner, columns.due, columns.state, columns.meeting],
  project: [columns.title, columns.owner, columns.stage, columns.purpose],
  watch: [
    columns.nature,
    columns.title,
    columns.reference,
    columns.state,
    columns.published,
    columns.inForce,
    columns.text,
  ],
  subject: [columns.received, columns.title, columns.text, columns.requester, columns.state, columns.meeting],
  person: [columns.name, columns.organisation, columns.function, columns.email, columns.phone],
  piece: [columns.file, columns.size, columns.hash],
} as const
