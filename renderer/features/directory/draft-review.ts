import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { Input, Output } from '../../../electron/contract/index.ts'
import { changesFrom } from '../../../electron/domain/people/directory-changes.ts'
import { findOrganisation } from '../../../electron/domain/people/same-organisation.ts'
import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { directoryImportText as text } from '../../text/directory-import.ts'

type DraftRow = Output<'directory.readFile'>['rows'][number]
export type TakenRow = Input<'directory.takeDraft'>['rows'][number]

export type ReviewRow = {
  readonly key: number
  readonly row: TakenRow
  /** Somebody looked: decided or confirmed. */
  readonly seen: boolean
}

export type ReviewAct =
  | { type: 'toggle'; key: number }
  | { type: 'take'; key: number; take: DraftRow['take'] }
  | { type: 'match'; key: number; personId: string }
  | { type: 'confirm'; key: number }

/** @param makeId ids for the persons that rows add, made once so that sending twice adds nobody twice */
export function reviewOf(rows: readonly DraftRow[], makeId: () => string): ReviewRow[] {
  return rows.map((row, key) => ({ key, row: { ...row, id: makeId() }, seen: false }))
}

const isNameless = ({ row }: ReviewRow) => row.warnings.includes('no-name')

export function reviewAfter(rows: readonly ReviewRow[], act: ReviewAct): ReviewRow[] {
  return rows.map((one) => (one.key === act.key ? rowAfter(one, act) : one))
}

function rowAfter(one: ReviewRow, act: ReviewAct): ReviewRow {
  const { row } = one
  switch (act.type) {
    case 'confirm':
      return { ...one, seen: true }
    case 'toggle':
      return isNameless(one) ? one : { ...one, seen: true, row: { ...row, take: toggled(row) } }
    case 'take':
      return { ...one, seen: true, row: { ...row, take: act.take } }
    case 'match': {
      if (row.match === null) return one
      const all = [row.match.personId, ...row.match.others]
      const match = { ...row.match, personId: act.personId, others: all.filter((id) => id !== act.personId) }
      return { ...one, seen: true, row: { ...row, match, take: 'update' } }
    }
  }
}

/** A left row that is taken updates whom it surely or likely is, otherwise adds. */
function toggled({ take, match }: TakenRow): DraftRow['take'] {
  if (take !== 'skip') return 'skip'
  return match === null || match.certainty === 'possible' ? 'add' : 'update'
}

/** Certainty of the reading, in one word; `check` asks somebody to look, also where the row writes over what is known. */
export function certaintyOf(
  one: ReviewRow,
  view: DirectoryView,
): 'sure' | 'likely' | 'check' | 'seen' | 'left' {
  const { take, match, warnings } = one.row
  if (one.seen) return take === 'skip' ? 'left' : 'seen'
  // A new organisation is said, but is no doubt.
  if (warnings.some((warning) => warning !== 'unknown-organisation')) return 'check'
  if (take === 'skip') return 'left'
  if (rowChanges(one, view).some(({ before }) => before !== '')) return 'check'
  return match === null ? 'sure' : match.certainty === 'sure' ? 'sure' : 'likely'
}

export function isToCheck(one: ReviewRow, view: DirectoryView): boolean {
  return certaintyOf(one, view) === 'check'
}

/** The next row to check after `key`, going round; null when there is none. */
export function nextToCheck(
  rows: readonly ReviewRow[],
  key: number | null,
  view: DirectoryView,
): number | null {
  const rank = rows.findIndex((one) => one.key === key)
  return (
    [...rows.slice(rank + 1), ...rows.slice(0, rank + 1)].find((one) => isToCheck(one, view))?.key ?? null
  )
}

export function countsOf(rows: readonly ReviewRow[]): { add: number; update: number; skip: number } {
  const counts = { add: 0, update: 0, skip: 0 }
  for (const { row } of rows) counts[row.take] += 1
  return counts
}

export type Change = {
  readonly field: keyof typeof text.fields
  readonly before: string
  readonly after: string
}

/** All that a taken row writes, but for what the other columns say of somebody new. */
export function rowChanges({ row }: ReviewRow, view: DirectoryView): Change[] {
  const matched = view.persons.find(({ id }) => id === row.match?.personId)
  const person = row.take === 'update' ? matched : undefined
  const changes: Change[] = []
  const patch = person === undefined ? row.person : changesFrom(person, row.person)
  for (const field of person === undefined ? unsaid : fields) {
    const after = patch[field]
    if (after !== undefined && after !== '') changes.push({ field, before: person?.[field] ?? '', after })
  }
  const name = row.organisation || row.acronym
  const found = name === '' ? null : findOrganisation(view, { name, acronym: row.acronym })
  if (name !== '' && person !== undefined) {
    const before = view.organisations.find(({ id }) => id === person.organisationId)
    if (found === null || found.id !== person.organisationId)
      changes.push({
        field: 'organisation',
        before: shortOf(before),
        after: found === null ? name : shortOf(found),
      })
  }
  // Only of an organisation that comes with the row.
  if (name !== '' && found === null && row.college !== '')
    changes.push({ field: 'college', before: '', after: row.college })
  const { mandate } = row
  const isKnown = view.mandates.some(
    ({ personId, role }) => personId === person?.id && role === mandate?.role,
  )
  if (mandate !== null && !isKnown)
    changes.push({ field: 'mandate', before: '', after: mandateWords(mandate) })
  return changes
}

function mandateWords({ role, startsOn, endsOn }: NonNullable<DraftRow['mandate']>): string {
  const date = (day: string | null) => (day === null ? null : formatDateWithoutWeekday(day))
  return text.mandate(text.roles[role], date(startsOn), date(endsOn))
}

/** Of somebody new: what no column of the review shows. */
const unsaid = ['otherNames', 'phone', 'copyEmails'] as const

const fields = [
  'civility',
  'givenName',
  'familyName',
  'otherNames',
  'jobTitle',
  'email',
  'phone',
  'copyEmails',
] as const

function shortOf(organisation: { name: string; acronym: string } | undefined): string {
  return organisation === undefined ? '' : organisation.acronym || organisation.name
}
