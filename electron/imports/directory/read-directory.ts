import { AppError } from '../../contract/errors.ts'
import {
  type DirectoryDraft,
  type DirectoryDraftRow,
  MAX_DIRECTORY_ROWS,
} from '../../domain/people/directory-draft.ts'
import { findOrganisations } from '../../domain/people/same-organisation.ts'
import {
  type KnownPersons,
  listedBefore,
  type PersonTraits,
  personFinder,
} from '../../domain/people/same-person.ts'
import { recognise } from '../format.ts'
import { readCsv } from '../readers/csv.ts'
import type { Reading } from '../readers/reading.ts'
import { readXlsx } from '../readers/xlsx.ts'
import { oneLine } from '../understanding/plain-line.ts'
import { findHead } from './heads.ts'
import { type ListedPerson, personsOf } from './listed-persons.ts'

/**
 * @throws AppError `file-empty`, `file-too-large`, `file-inflates`, `file-damaged`, `file-protected`,
 *   `file-format-unknown` (also what is neither a csv nor an xlsx)
 */
export function readDirectory(input: {
  fileName: string
  bytes: Uint8Array
  directory: KnownPersons
}): DirectoryDraft {
  const reading = tableOf(input.fileName, input.bytes)
  const rows = reading.blocks.flatMap((block) => (block.type === 'row' ? [block.cells] : []))
  const head = findHead(rows)
  if (head === null) {
    const heads = (rows[0] ?? []).map(oneLine).filter((cell) => cell !== '')
    return { fileName: input.fileName, rows: [], unknownColumns: heads, truncated: false }
  }
  const persons = personsOf(rows, head)
  return {
    fileName: input.fileName,
    rows: matched(persons.slice(0, MAX_DIRECTORY_ROWS), input.directory),
    unknownColumns: head.columns.flatMap((column, rank) => {
      const words = oneLine(head.heads[rank] ?? '')
      return (column === 'other' || column === 'presence') && words !== '' ? [words] : []
    }),
    truncated: reading.truncated || persons.length > MAX_DIRECTORY_ROWS,
  }
}

/**
 * Whether a list says who came to a meeting.
 * @throws AppError as `readDirectory`
 */
export function listsPresence(input: { fileName: string; bytes: Uint8Array }): boolean {
  const { blocks } = tableOf(input.fileName, input.bytes)
  const head = findHead(blocks.flatMap((block) => (block.type === 'row' ? [block.cells] : [])))
  return head?.columns.includes('presence') ?? false
}

function tableOf(fileName: string, bytes: Uint8Array): Reading {
  const recognised = recognise(fileName, bytes)
  if (recognised.format === 'xlsx') return readXlsx(recognised.archive, recognised.main)
  // Some lists come as text with separators under any text name.
  if (recognised.format === 'csv' || recognised.format === 'txt') return readCsv(bytes)
  throw new AppError('file-format-unknown')
}

function matched(persons: readonly ListedPerson[], directory: KnownPersons): DirectoryDraftRow[] {
  const find = personFinder(directory)
  const findBody = findOrganisations(directory)
  const isListedBefore = listedBefore()
  return persons.map((listed) => {
    const { person, organisation, acronym, warnings } = listed
    if (person.familyName === '') return { ...listed, match: null, take: 'skip' }
    const traits: PersonTraits = {
      ...person,
      organisations: [organisation, acronym].filter((name) => name !== ''),
    }
    const match = find(traits)
    const more = [...warnings]
    if (isListedBefore(traits)) more.push('same-line-before')
    if (match !== null && match.others.length > 0) more.push('two-matches')
    else if (match?.certainty === 'possible') more.push('possible-match')
    const name = organisation || acronym
    if (name !== '' && findBody(name, acronym).organisations.length === 0) more.push('unknown-organisation')
    return {
      ...listed,
      match: match === null ? null : { ...match, others: [...match.others] },
      take: takeOf(match?.certainty ?? null, more),
      warnings: more,
    }
  })
}

/** Doubtful rows are left until somebody decides. */
function takeOf(
  certainty: 'sure' | 'likely' | 'possible' | null,
  warnings: DirectoryDraftRow['warnings'],
): DirectoryDraftRow['take'] {
  if (warnings.includes('same-line-before') || certainty === 'possible') return 'skip'
  return certainty === null ? 'add' : 'update'
}
