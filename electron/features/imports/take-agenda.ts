import { AppError } from '../../contract/errors.ts'
import type { JoinedItem } from '../../contract/imports.ts'
import type { Transaction } from '../../db/driver.ts'
import { type Target, updateRow } from '../../db/rows.ts'
import { type AgendaItem, blankItem, MAX_ITEMS } from '../../domain/agenda/agenda.ts'
import type { DraftItem } from '../../domain/agenda/draft.ts'
import { laidOut } from '../../domain/agenda/layout.ts'
import {
  changesOf,
  type Linked,
  linesOf,
  notLinked,
  type ReimportField,
  type Said,
  type SaidLine,
} from '../../domain/agenda/reimport.ts'
import { insertSections, removeItem } from '../agenda/index.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'

export type TakenAgenda = {
  readonly meetingId: string
  readonly items: readonly DraftItem[]
  readonly joined: readonly JoinedItem[]
  readonly withdrawn: readonly Target[]
  readonly linked: ReadonlyMap<number, Linked>
}

/** Answers the id that each item of the draft has on the agenda, children after their parent. */
export async function takeAgenda(tx: Transaction, taken: TakenAgenda, now: Date): Promise<string[]> {
  const { meetingId } = taken
  const present = await agendaItems(tx, meetingId)
  const joined = new Map(taken.joined.map((one) => [one.at, one]))
  expectTargets(present, [...taken.joined.map(({ item }) => item), ...taken.withdrawn])
  const lines = linesOf(taken.items)
  const ids = lines.map(({ key }) => joined.get(key)?.item.id ?? newId(now))
  const idOf = (key: number | null) => (key === null ? null : (ids[key] ?? null))
  const withdrawn = new Set(taken.withdrawn.map(({ id }) => id))
  const layout = laidOut(
    present,
    lines.map(({ key, parentKey }) => ({
      id: ids[key] ?? '',
      parentId: idOf(parentKey),
      isPlaced: joined.get(key)?.fields.includes('place') ?? true,
    })),
    withdrawn,
  )
  if (layout.length > MAX_ITEMS)
    throw new AppError('limit-reached', { field: 'items', limit: { of: 'items', most: MAX_ITEMS } })
  const said = new Map(lines.map((line) => [ids[line.key] ?? '', line]))
  const fields = new Map(taken.joined.map((one) => [one.item.id, one.fields]))
  const known = new Map(present.map((item) => [item.id, item]))
  const ranks = new Map<string | null, number>()
  const added: string[] = []
  for (const { id, parentId } of layout) {
    const position = ranks.get(parentId) ?? 0
    ranks.set(parentId, position + 1)
    const line = said.get(id)
    const linked = (line && taken.linked.get(line.key)) ?? notLinked
    const item = known.get(id)
    if (item !== undefined)
      await changeItem(tx, item, { parentId, position }, editsOf(line, item, fields.get(id) ?? [], linked))
    else if (line !== undefined) {
      const row = { ...blankItem, ...textsOf(line.said), ...linked, id, version: 1, meetingId }
      await tx
        .insertInto('agendaItem')
        .values({ ...row, parentId, position })
        .execute()
      added.push(id)
    }
  }
  // Sub-items that stay have left by now; those of a withdrawn item that go with it come last.
  for (const item of present.filter(({ id }) => withdrawn.has(id)).reverse()) await removeItem(tx, item)
  await insertSections(tx, meetingId, added, now)
  return ids
}

/** Each once, of this agenda, and as it was when somebody looked. */
function expectTargets(present: readonly AgendaItem[], targets: readonly Target[]): void {
  const known = new Map(present.map((item) => [item.id, item]))
  const seen = new Set<string>()
  for (const { id, version } of targets) {
    const item = known.get(id)
    if (item === undefined) throw new AppError('not-found')
    if (item.version !== version) throw new AppError('conflict')
    if (seen.has(id)) throw new AppError('invalid-input', { field: 'joined' })
    seen.add(id)
  }
}

function textsOf({ title, kind, nature, fixedStart, durationMinutes, ...said }: Said) {
  return {
    title,
    kind,
    nature,
    fixedStart,
    durationMinutes,
    presenter: said.presenter ?? '',
    organisation: said.organisation ?? '',
    requester: said.requester ?? '',
    note: said.note ?? '',
  }
}

type Edits = { [K in keyof AgendaItem]?: AgendaItem[K] }

/** Changes of the line to an item, among the fields that were chosen. */
function editsOf(
  line: SaidLine | undefined,
  item: AgendaItem,
  chosen: readonly ReimportField[],
  linked: Linked,
): Edits {
  const edits: Edits = {}
  for (const { field, after } of line === undefined ? [] : changesOf(line.said, item, linked)) {
    if (!chosen.includes(field)) continue
    Object.assign(edits, { [field]: after })
    // The name of another person is no longer that of the one who was linked.
    if (field === 'presenter') edits.presenterId = linked.presenterId
    if (field === 'organisation') edits.organisationId = linked.organisationId
  }
  return edits
}

async function changeItem(
  tx: Transaction,
  item: AgendaItem,
  place: Pick<AgendaItem, 'parentId' | 'position'>,
  edits: Edits,
): Promise<void> {
  if (item.parentId !== place.parentId || Object.keys(edits).length > 0)
    await updateRow(tx, 'agendaItem', item, { ...edits, ...place })
  else if (item.position !== place.position)
    await tx.updateTable('agendaItem').set({ position: place.position }).where('id', '=', item.id).execute()
}
