import type { ImageRow, TextRow, TextTable } from '../../../db/search/every-text.ts'
import { type Edit, erased, type PersonWords } from '../../../domain/people/person-words.ts'
import type { KeptBecause, PersonTrace } from '../../../domain/people/personal-data.ts'
import { rewritten, textsIn } from '../../../domain/text/stored-text.ts'

// Everything that is not named here is rewritten when somebody is made anonymous.
type Keep = {
  /** `approved`: only where the minutes of the meeting are approved. */
  when: 'always' | 'approved'
  columns: 'all' | readonly string[]
  because: KeptBecause
}

/** By table. Columns of approved minutes are those that the minutes print; what is internal beside them is rewritten. */
const keeps: Readonly<Record<string, Keep>> = {
  approval: { when: 'always', columns: 'all', because: 'approved' },
  corrigendum: { when: 'always', columns: 'all', because: 'corrigendum' },
  // What a signature says stands in the signed file itself.
  signed_copy: { when: 'always', columns: 'all', because: 'approved' },
  minutes_version: { when: 'always', columns: 'all', because: 'keptVersion' },
  agenda_version: { when: 'always', columns: 'all', because: 'publishedAgenda' },
  // Only what is listed may ever be replaced there: another name would lose the file.
  shared_file: { when: 'always', columns: 'all', because: 'sharedFile' },
  meeting: { when: 'approved', columns: 'all', because: 'approved' },
  minutes: { when: 'approved', columns: 'all', because: 'approved' },
  minutes_section: { when: 'approved', columns: 'all', because: 'approved' },
  decision: { when: 'approved', columns: 'all', because: 'approved' },
  action: { when: 'approved', columns: ['text', 'owner', 'organisation'], because: 'approved' },
  attendee: {
    when: 'approved',
    columns: ['family_name', 'given_name', 'organisation', 'college', 'role', 'represented_by'],
    because: 'approved',
  },
  agenda_item: {
    when: 'approved',
    columns: ['title', 'presenter', 'organisation', 'requester'],
    because: 'approved',
  },
  item_position: { when: 'approved', columns: ['organisation', 'words'], because: 'approved' },
  approval_reply: { when: 'approved', columns: ['words'], because: 'approved' },
  observation: {
    when: 'approved',
    columns: ['place', 'organisation', 'author', 'before_text', 'after_text', 'comment', 'answer'],
    because: 'approved',
  },
}

/** Why a column of a row stays as it is; null when it does not. */
function keptBecause(table: string, column: string, row: Pick<TextRow, 'isApproved'>): KeptBecause | null {
  const keep = keeps[table]
  if (keep === undefined || (keep.when === 'approved' && !row.isApproved)) return null
  if (keep.columns !== 'all' && !keep.columns.includes(column)) return null
  return keep.because === 'keptVersion' && row.isApproved ? 'approved' : keep.because
}

/** Whom it is about. */
export type Sought = {
  /** The person's id, and those of entries that were merged into it. */
  ids: ReadonlySet<string>
  words: PersonWords
}

/** The columns where the name of a linked person is printed: theirs however it is written. */
const printed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  attendee: { person_id: ['family_name', 'given_name'] },
  agenda_item: { presenter_id: ['presenter'] },
  action: { owner_id: ['owner'] },
  action_follow_up: { owner_id: ['owner'] },
  subject: { requester_id: ['requester'] },
  awaited_document: { from_id: ['from_name'] },
  dispatch_recipient: { person_id: ['name', 'email'] },
  session_line: { person_id: ['speaker'] },
}

/** Rows that are nothing but the name. */
const onlyName: ReadonlySet<string> = new Set(['dictionary_word'])

export type RowPlan = {
  by: PersonTrace['by']
  /** The columns that say something of the person. */
  columns: string[]
  fate: PersonTrace['fate']
  because: KeptBecause | null
  /** New values of the row, links included; empty for one that is removed. */
  values: Record<string, string | null>
}

/** Null when the row does not concern the person. @param alsoMaybe whether a family name alone is taken for the person. */
export function planOf(table: TextTable, row: TextRow, sought: Sought, alsoMaybe: boolean): RowPlan | null {
  const about = aboutOf(table, row.values, row.key, sought)
  if (about === null) return null
  const { by, links, named } = about
  if (by === 'familyName' && !alsoMaybe) return null
  if (by === 'own' || links.some(({ required }) => required) || onlyName.has(table.name))
    return { by, columns: named, fate: 'removed', because: null, values: {} }
  const values: Record<string, string | null> = {}
  for (const { column } of links) values[column] = null
  let because: KeptBecause | null = null
  let changed = 0
  for (const column of named) {
    const kept = keptBecause(table.name, column, row)
    if (kept !== null) because ??= kept
    else {
      values[column] = without(column, row.values[column] ?? '', about, sought, alsoMaybe)
      changed += 1
    }
  }
  const fate = because === null ? 'rewritten' : changed > 0 ? 'mixed' : 'kept'
  return { by, columns: named, fate, because, values }
}

/**
 * A change of the journal without the person: both images rewritten, or `removed` when it is of a row that is nothing
 * without the person. Null when it does not concern the person. What is kept elsewhere is not kept here.
 */
export function imagePlanOf(
  table: TextTable | undefined,
  { rowId, before, after }: ImageRow,
  sought: Sought,
  alsoMaybe: boolean,
): 'removed' | { before: string | null; after: string | null } | null {
  if (table === undefined) return null
  const plans = [before, after].map((image) => {
    if (image === null || !mayConcern(image, sought, rowId)) return { image, about: null }
    const values = valuesIn(image, table)
    return { image, values, about: aboutOf(table, values, rowId, sought) }
  })
  const concerned = plans.filter(({ about }) => about !== null && (about.by !== 'familyName' || alsoMaybe))
  if (concerned.length === 0) return null
  if (
    concerned.some(
      ({ about }) =>
        about?.by === 'own' || onlyName.has(table.name) || about?.links.some(({ required }) => required),
    )
  )
    return 'removed'
  const [first, second] = plans.map(({ image, values, about }) => {
    if (image === null || values === undefined || about === null) return image
    const json = JSON.parse(image) as Record<string, unknown>
    for (const { column } of about.links) json[column] = null
    for (const column of about.named)
      json[column] = without(column, values[column] ?? '', about, sought, alsoMaybe)
    return JSON.stringify(json)
  })
  return { before: first ?? null, after: second ?? null }
}

/** The words around the first mention in a row. */
export function excerptOf(row: TextRow, columns: readonly string[], { words }: Sought): string {
  const { given_name: given, family_name: family } = row.values
  const texts =
    given === undefined || family === undefined
      ? columns.flatMap((column) => textsIn(row.values[column] ?? ''))
      : [`${given ?? ''} ${family ?? ''}`.trim()]
  // Of a row that names the person surely, not the words that may be of another.
  const text =
    texts.find((one) => words.namedIn(one) === 'sure') ??
    texts.find((one) => words.namedIn(one) !== null) ??
    texts.find((one) => one.trim() !== '') ??
    ''
  const [first] = [...words.editsOf(text, false), ...words.editsOf(text, true)]
  const from = Math.max(0, (first?.start ?? 0) - 60)
  const to = Math.min(text.length, (first?.end ?? 0) + 100)
  const part = text.slice(from, to).replaceAll(/\s+/g, ' ').trim()
  return `${from > 0 ? '… ' : ''}${part}${to < text.length ? ' …' : ''}`
}

type About = {
  by: PersonTrace['by']
  links: TextTable['links']
  /** Columns whose words name the person, printed ones included. */
  named: string[]
  /** Columns that are the person's name or address, however written. */
  printed: readonly string[]
}

function aboutOf(
  table: TextTable,
  values: Readonly<Record<string, string | null>>,
  key: string,
  { ids, words }: Sought,
): About | null {
  const isOwn = table.name === 'person' && ids.has(key)
  const links = table.links.filter(({ column }) => ids.has(values[column] ?? ''))
  const whole = `${values.given_name ?? ''} ${values.family_name ?? ''}`
  const isWhole = !isOwn && words.mayName(whole) && words.namedIn(whole) === 'sure'
  const printedHere = [
    ...links.flatMap(({ column }) => printed[table.name]?.[column] ?? []),
    ...(isWhole ? ['family_name', 'given_name'] : []),
  ]
  // A family name beside the given name, or in the place, of somebody else is theirs.
  const others = [
    ...table.links.flatMap(({ column }) =>
      ids.has(values[column] ?? '') || (values[column] ?? '') === ''
        ? []
        : (printed[table.name]?.[column] ?? []),
    ),
    ...(!isOwn && words.isOther(values.given_name ?? '') ? ['family_name', 'given_name'] : []),
  ]
  const named: string[] = []
  let isSure = isWhole
  for (const column of table.columns) {
    const value = values[column] ?? ''
    if (value === '' || table.links.some((link) => link.column === column)) continue
    const naming = mayNameIn(value, words)
      ? strongest(textsIn(value).map((text) => words.namedIn(text)))
      : null
    const isTheirs = naming === 'maybe' && others.includes(column)
    if ((naming === null || isTheirs) && !printedHere.includes(column)) continue
    named.push(column)
    isSure ||= naming === 'sure'
  }
  if (!isOwn && links.length === 0 && named.length === 0) return null
  const by = isOwn ? 'own' : links.length > 0 ? 'link' : isSure ? 'name' : 'familyName'
  return { by, links, named, printed: printedHere }
}

/** A column without the person. In a row that is theirs the family name alone is the person's. */
function without(column: string, value: string, about: About, { words }: Sought, alsoMaybe: boolean): string {
  const isTheirs = about.links.length > 0 || about.printed.length > 0
  const editsOf = (text: string): Edit[] => words.editsOf(text, alsoMaybe || isTheirs)
  const after = rewritten(value, editsOf)
  if (after !== value || !about.printed.includes(column)) return after
  return column === 'given_name' || column === 'email' ? '' : erased.name
}

function strongest(namings: readonly ('sure' | 'maybe' | null)[]): 'sure' | 'maybe' | null {
  return namings.includes('sure') ? 'sure' : namings.includes('maybe') ? 'maybe' : null
}

/** A name half in bold lies in two nodes of what is stored, and is whole in none. */
function mayNameIn(stored: string, words: PersonWords): boolean {
  return words.mayName(stored) || (stored.includes('marks') && textsIn(stored).some(words.mayName))
}

function mayConcern(image: string, { ids, words }: Sought, rowId: string): boolean {
  return ids.has(rowId) || mayNameIn(image, words) || [...ids].some((id) => image.includes(id))
}

function valuesIn(image: string, { columns }: TextTable): Record<string, string | null> {
  const json = JSON.parse(image) as Record<string, unknown>
  return Object.fromEntries(
    columns.map((column) => {
      const value = json[column]
      return [column, typeof value === 'string' ? value : null]
    }),
  )
}
