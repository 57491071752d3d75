import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { Input, Output } from '../../../electron/contract/index.ts'
import { changesFrom } from '../../../electron/domain/people/directory-changes.ts'
import { findOrganisations } from '../../../electron/domain/people/same-organisation.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
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

/** Of a row as it is decided now: how sure the reading is, and what it writes over or adds. */
export type Judgement = {
  /** `check` asks somebody to look, also where the row writes over what is known. */
  readonly certainty: 'sure' | 'likely' | 'check' | 'seen' | 'left'
  readonly changes: readonly Change[]
}
export type Judge = (one: ReviewRow) => Judgement

/** Prepares the directory once for all rows; a row that did not change is judged once. */
export function judgeBy(view: DirectoryView): Judge {
  const known = knownOf(view)
  const judged = new WeakMap<ReviewRow, Judgement>()
  return (one) => {
    const before = judged.get(one)
    if (before !== undefined) return before
    const changes = changesOf(one, known)
    const judgement = { certainty: certaintyOf(one, changes), changes }
    judged.set(one, judgement)
    return judgement
  }
}

function certaintyOf(one: ReviewRow, changes: readonly Change[]): Judgement['certainty'] {
  const { take, match, warnings } = one.row
  if (one.seen) return take === 'skip' ? 'left' : 'seen'
  // A new organisation is said, but is no doubt.
  if (warnings.some((warning) => warning !== 'unknown-organisation')) return 'check'
  if (take === 'skip') return 'left'
  if (changes.some(({ before }) => before !== '')) return 'check'
  return match === null ? 'sure' : match.certainty === 'sure' ? 'sure' : 'likely'
}

/** The next row to check after `key`, going round; null when there is none. */
export function nextToCheck(rows: readonly ReviewRow[], key: number | null, judge: Judge): number | null {
  const rank = rows.findIndex((one) => one.key === key)
  const from = [...rows.slice(rank + 1), ...rows.slice(0, rank + 1)]
  return from.find((one) => judge(one).certainty === 'check')?.key ?? null
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

function knownOf(view: DirectoryView) {
  return {
    persons: new Map(view.persons.map((one) => [one.id, one])),
    organisations: new Map(view.organisations.map((one) => [one.id, one])),
    roles: new Set(view.mandates.map(({ personId, role }) => `${personId} ${role}`)),
    find: findOrganisations(view),
  }
}

/** All that a taken row writes, but for what the other columns say of somebody new. */
function changesOf({ row }: ReviewRow, known: ReturnType<typeof knownOf>): Change[] {
  if (row.take === 'skip') return []
  const person = row.take === 'update' ? known.persons.get(row.match?.personId ?? '') : undefined
  const changes: Change[] = []
  const patch = person === undefined ? row.person : changesFrom(person, row.person)
  for (const field of person === undefined ? unsaid : fields) {
    const after = patch[field]
    if (after !== undefined && after !== '') changes.push({ field, before: person?.[field] ?? '', after })
  }
  const name = row.organisation || row.acronym
  const [found] = name === '' ? [] : known.find(name, row.acronym).organisations
  if (name !== '' && person !== undefined) {
    const before = known.organisations.get(person.organisationId ?? '')
    if (found === undefined || found.id !== person.organisationId)
      changes.push({
        field: 'organisation',
        before: shortName(before),
        after: found === undefined ? name : shortName(found),
      })
  }
  // Only of an organisation that comes with the row.
  if (name !== '' && found === undefined && row.college !== '')
    changes.push({ field: 'college', before: '', after: row.college })
  const { mandate } = row
  if (mandate !== null && !(person !== undefined && known.roles.has(`${person.id} ${mandate.role}`)))
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
