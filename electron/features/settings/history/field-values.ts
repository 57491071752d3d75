import type { FieldValue, HistoryField } from '../../../contract/history.ts'
import { labelOf } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { storedRichText } from '../../../domain/text/rich-text.ts'

const tables: Readonly<Record<HistoryField['kind'], string>> = {
  minutes: 'minutes',
  section: 'minutes_section',
  decision: 'decision',
  action: 'action',
  agendaItem: 'agenda_item',
}
/** Where it is not the name of the field. */
const columns: Readonly<Record<string, string>> = { outcomeSentence: 'outcome_sentence' }
const rich: ReadonlySet<string> = new Set(['opening', 'closing', 'presentation', 'exchanges'])

/** Changes of one row that are looked at: a text that was typed for hours leaves a few hundred. */
const MAX_CHANGES = 600
/** Values that are shown. */
const MAX_VALUES = 60

export async function fieldValues(tx: Reader, { kind, id, field }: HistoryField): Promise<FieldValue[]> {
  const changes = await tx
    .selectFrom('journalChange')
    .select(['ord', 'entrySeq', 'before', 'after'])
    .where('tableName', '=', tables[kind])
    .where('rowId', '=', id)
    .orderBy('entrySeq', 'desc')
    .orderBy('ord', 'desc')
    .limit(MAX_CHANGES)
    .execute()
  const entries = await entriesOf(tx, new Set(changes.map(({ entrySeq }) => entrySeq)))
  const values: (FieldValue & { stored: string })[] = []
  const add = (image: string | null, entry: Omit<FieldValue, 'value'>) => {
    const stored = image === null ? null : storedIn(image, field)
    if (stored === null || stored === values.at(-1)?.stored) return
    values.push({ ...entry, stored, value: rich.has(field) ? storedRichText(stored) : stored })
  }
  for (const { ord, entrySeq, before, after } of changes.reverse()) {
    const known = entries.get(entrySeq)
    if (known === undefined) continue
    const { method, state, at, who } = known
    if (values.length === 0) add(before, { change: 0, at: null, who: '', label: '', takenBack: false })
    add(after, { change: ord, at, who, label: labelOf(method), takenBack: state !== 'done' })
  }
  const stays = new Set(values.flatMap(({ takenBack, stored }) => (takenBack ? [] : [stored])))
  const shown = values.filter(({ takenBack, stored }) => !takenBack || !stays.has(stored)).reverse()
  const now = shown.findIndex(({ takenBack }) => !takenBack)
  return [...shown.splice(Math.max(0, now), 1), ...shown]
    .slice(0, MAX_VALUES)
    .map(({ stored: _, ...value }) => value)
}

/** Asked by number, not joined: what becomes of another entry is then no reason to read this field again. */
async function entriesOf(tx: Reader, seqs: ReadonlySet<number>) {
  const rows = await tx
    .selectFrom('journalEntry')
    .select(['seq', 'at', 'who', 'method', 'state'])
    .where('seq', 'in', [...seqs])
    .execute()
  return new Map(rows.map((row) => [row.seq, row]))
}

function storedIn(image: string, field: string): string | null {
  const value = (JSON.parse(image) as Record<string, unknown>)[columns[field] ?? field]
  return typeof value === 'string' ? value : null
}
