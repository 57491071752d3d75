import type { SessionLineFields } from '../electron/domain/session/session.ts'

/** A line as somebody notes it: said by nobody, of no item and without a day, but for what is given. */
export const notedLine = (fields: Partial<SessionLineFields>): SessionLineFields => ({
  itemId: null,
  kind: 'note',
  raw: 'Note',
  text: 'Note',
  speaker: '',
  organisation: '',
  personId: null,
  organisationId: null,
  dueDate: null,
  dueWords: '',
  watchItemId: null,
  ...fields,
})
