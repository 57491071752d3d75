// Everything that is not named here is rewritten when somebody is made anonymous.
import type { TextRow } from '../../../db/search/every-text.ts'
import type { KeptBecause } from '../../../domain/people/personal-data.ts'

type Keep = {
  /** `sealed`: only where the minutes of the meeting are approved. */
  when: 'always' | 'sealed'
  columns: 'all' | readonly string[]
  because: KeptBecause
}

/** By table. Columns of approved minutes are those that the minutes print; what is internal beside them is rewritten. */
const keeps: Readonly<Record<string, Keep>> = {
  approval: { when: 'always', columns: 'all', because: 'sealed' },
  corrigendum: { when: 'always', columns: 'all', because: 'corrigendum' },
  minutes_version: { when: 'always', columns: 'all', because: 'keptVersion' },
  agenda_version: { when: 'always', columns: 'all', because: 'publishedAgenda' },
  // Only what is listed may ever be replaced there: another name would lose the file.
  shared_file: { when: 'always', columns: 'all', because: 'sharedFile' },
  meeting: { when: 'sealed', columns: 'all', because: 'sealed' },
  minutes: { when: 'sealed', columns: 'all', because: 'sealed' },
  minutes_section: { when: 'sealed', columns: 'all', because: 'sealed' },
  decision: { when: 'sealed', columns: 'all', because: 'sealed' },
  action: { when: 'sealed', columns: ['text', 'owner', 'organisation'], because: 'sealed' },
  attendee: {
    when: 'sealed',
    columns: ['family_name', 'given_name', 'organisation', 'college', 'role', 'represented_by'],
    because: 'sealed',
  },
  agenda_item: {
    when: 'sealed',
    columns: ['title', 'presenter', 'organisation', 'requester'],
    because: 'sealed',
  },
  item_position: { when: 'sealed', columns: ['organisation', 'words'], because: 'sealed' },
  observation: {
    when: 'sealed',
    columns: ['place', 'organisation', 'author', 'before_text', 'after_text', 'comment', 'answer'],
    because: 'sealed',
  },
}

/** Why a column of a row stays as it is; null when it does not. */
export function keptBecause(
  table: string,
  column: string,
  row: Pick<TextRow, 'isSealed'>,
): KeptBecause | null {
  const keep = keeps[table]
  if (keep === undefined || (keep.when === 'sealed' && !row.isSealed)) return null
  if (keep.columns !== 'all' && !keep.columns.includes(column)) return null
  return keep.because === 'keptVersion' && row.isSealed ? 'sealed' : keep.because
}
