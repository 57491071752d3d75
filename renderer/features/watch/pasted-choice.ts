import type { Input, Output } from '../../../electron/contract/index.ts'
import { newId } from '../../api/new-id.ts'

export type PastedRow = Output<'watch.readPasted'>['rows'][number]

/** By the rank of a text: whether it is taken, and the draft that it publishes; what nobody touched is as proposed. */
export type PastedChoice = ReadonlyMap<number, { taken?: boolean; publishes?: string | null }>

/** A draft this like the text is proposed as chosen: it is seen, and one press takes it back. */
const SURE = 0.6

/** A text that is followed already is not taken again unless somebody says so. */
export function isTaken(row: PastedRow, rank: number, choice: PastedChoice): boolean {
  return row.known === null && (choice.get(rank)?.taken ?? true)
}

/** The draft that a text is the publication of; null for a text of its own. */
export function draftOf(
  row: PastedRow,
  rank: number,
  choice: PastedChoice,
): PastedRow['drafts'][number] | null {
  const chosen = choice.get(rank)?.publishes
  const [best] = row.drafts
  const id = chosen === undefined ? (best !== undefined && best.score >= SURE ? best.id : null) : chosen
  return row.drafts.find((draft) => draft.id === id) ?? null
}

/** The same choice with one text's changed. */
export function changed(
  choice: PastedChoice,
  rank: number,
  change: { taken?: boolean; publishes?: string | null },
): PastedChoice {
  return new Map(choice).set(rank, { ...choice.get(rank), ...change })
}

/** Sent to follow the chosen texts. */
export function takenTexts(
  rows: readonly PastedRow[],
  choice: PastedChoice,
): Input<'watch.addPasted'>['texts'] {
  return rows.flatMap((row, rank) => {
    if (!isTaken(row, rank, choice)) return []
    const draft = draftOf(row, rank, choice)
    const publishes = draft === null ? null : { id: draft.id, version: draft.version }
    return [{ id: newId(), text: row.text, publishes }]
  })
}
