import type { KeptFileKind, KeptFileUse } from '../../../contract/kept-files.ts'
import { storeColumns } from '../../../db/files/stored-hashes.ts'
import type { EveryText, TextRow } from '../../../db/search/every-text.ts'
import type { LongContext } from '../../context.ts'

/** A use before its meeting, its item and its project were looked up. */
export type FoundUse = {
  kind: KeptFileKind
  name: string
  meetingId: string | null
  itemId: string | null
  projectId: string | null
  /** The document's row, when other bytes may take its place. */
  replaceableId: string | null
}

const kinds: Readonly<Record<string, KeptFileKind>> = {
  attachment: 'attachment',
  subject_file: 'subjectFile',
  agenda_version: 'agendaVersion',
  logo: 'logo',
  dispatch: 'sentMessage',
  minutes_version: 'minutesVersion',
  approval: 'approval',
  corrigendum: 'corrigendum',
  signed_copy: 'signedCopy',
}
/** Tables whose rich texts may show pictures. */
const withPictures: ReadonlySet<string> = new Set(['minutes', 'minutes_section', 'minutes_version'])
const picture = /"sha256":"([0-9a-f]{64})"/g

/** Every kept file by its hash, with its uses; of some files only, if asked. */
export async function usesOfFiles(
  { readTexts }: LongContext,
  only?: ReadonlySet<string>,
): Promise<Map<string, FoundUse[]>> {
  const uses = new Map<string, FoundUse[]>()
  const add = (hash: string, use: FoundUse) => {
    if (only !== undefined && !only.has(hash)) return
    const known = uses.get(hash)
    if (known === undefined) uses.set(hash, [use])
    else if (!known.some((one) => isSame(one, use))) known.push(use)
  }
  const tables = await readTexts((texts) =>
    texts.tables.filter(({ name }) => name in storeColumns || withPictures.has(name)),
  )
  for (const table of tables) {
    const step = (texts: EveryText, after: number) =>
      texts.step(table, after, (row) => {
        for (const [hash, use] of usesOfRow(table.name, row)) add(hash, use)
      })
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after
      after = await readTexts((texts) => step(texts, from))
    }
  }
  return uses
}

function* usesOfRow(table: string, { key, meetingId, values }: TextRow): Iterable<[string, FoundUse]> {
  const kind = kinds[table]
  const at = {
    meetingId,
    itemId: values.item_id ?? null,
    projectId: kind === 'attachment' ? (values.project_id ?? null) : null,
  }
  if (kind !== undefined)
    for (const column of storeColumns[table] ?? []) {
      const hash = values[column]
      if (hash == null) continue
      const name = values.file_name ?? values.subject ?? ''
      const isCurrent = kind === 'attachment' && values.replaced_by == null
      yield [hash, { ...at, kind, name, replaceableId: isCurrent ? key : null }]
    }
  if (!withPictures.has(table)) return
  for (const value of Object.values(values))
    for (const [, hash] of value?.matchAll(picture) ?? [])
      if (hash !== undefined) yield [hash, { ...at, kind: 'picture', name: '', replaceableId: null }]
}

function isSame(one: FoundUse, other: FoundUse): boolean {
  return (
    one.kind === other.kind &&
    one.name === other.name &&
    one.meetingId === other.meetingId &&
    one.itemId === other.itemId &&
    one.projectId === other.projectId &&
    one.replaceableId === other.replaceableId
  )
}

/** Ids looked up at once. */
const AT_ONCE = 500

/** The uses with their meetings, items and projects, as they are shown. */
export async function describedUses(
  { read }: LongContext,
  found: ReadonlyMap<string, readonly FoundUse[]>,
): Promise<Map<string, KeptFileUse[]>> {
  const all = [...found.values()].flat()
  const ids = (of: (use: FoundUse) => string | null) => [...new Set(all.map(of).filter((id) => id !== null))]
  const meetings = new Map<string, NonNullable<KeptFileUse['meeting']>>()
  for (const some of chunks(ids(({ meetingId }) => meetingId)))
    for (const row of await read(({ tx }) =>
      tx.selectFrom('meeting').select(['id', 'date', 'title']).where('id', 'in', some).execute(),
    ))
      meetings.set(row.id, row)
  const items = new Map<string, string>()
  for (const some of chunks(ids(({ itemId }) => itemId)))
    for (const { id, title } of await read(({ tx }) =>
      tx.selectFrom('agendaItem').select(['id', 'title']).where('id', 'in', some).execute(),
    ))
      items.set(id, title)
  const projects = new Map<string, NonNullable<KeptFileUse['project']>>()
  for (const some of chunks(ids(({ projectId }) => projectId)))
    for (const row of await read(({ tx }) =>
      tx.selectFrom('project').select(['id', 'title']).where('id', 'in', some).execute(),
    ))
      projects.set(row.id, row)
  const described = ({ kind, name, meetingId, itemId, projectId, replaceableId }: FoundUse): KeptFileUse => ({
    kind,
    name,
    meeting: meetings.get(meetingId ?? '') ?? null,
    itemTitle: items.get(itemId ?? '') ?? null,
    project: projects.get(projectId ?? '') ?? null,
    isReplaceable: replaceableId !== null,
  })
  return new Map([...found].map(([hash, uses]) => [hash, uses.map(described)]))
}

function chunks(ids: readonly string[]): string[][] {
  const some: string[][] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) some.push(ids.slice(at, at + AT_ONCE))
  return some
}
