import type { Reader } from '../../../db/driver.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import { fold } from '../../../domain/text/fold.ts'
import {
  identifiedBy,
  type LineFault,
  type ListChange,
  type ListDetails,
  type ListedText,
  type ListRow,
  listChange,
  type WholeText,
} from '../../../domain/watch/list.ts'
import { contradict, type Identified, identityKeys } from '../../../domain/watch/text-identifiers.ts'
import { MAX_OF_A_TEXT } from '../../../domain/watch/text-life.ts'
import { unpublished, type WatchItem } from '../../../domain/watch/watch.ts'
import { followedTexts } from '../same-text.ts'
import { wholeTexts } from './whole-texts.ts'

export type ComparedLine = {
  text: ListedText
  item: WatchItem | null
  draft: ListRow['draft']
  /** Why it cannot be taken after all. */
  fault: Extract<LineFault, 'noTitle' | 'several' | 'tooMany'> | null
} & ListChange

/** Titles of the watch; texts in preparation often have no other name. */
export type KnownTitles = ReadonlyMap<string, readonly string[]>

const TITLES_AT_ONCE = 2000

/** Read in steps, since it reads every text. */
export async function knownTitles(
  read: <T>(work: (context: { tx: Reader }) => Promise<T>) => Promise<T>,
): Promise<KnownTitles> {
  const ids = new Map<string, string[]>()
  let after = ''
  for (;;) {
    const rows = await read(({ tx }) =>
      tx
        .selectFrom('watchItem')
        .select(['id', 'title'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(TITLES_AT_ONCE)
        .execute(),
    )
    for (const { id, title } of rows) ids.set(fold(title), [...(ids.get(fold(title)) ?? []), id])
    const last = rows.at(-1)
    if (last === undefined || rows.length < TITLES_AT_ONCE) return ids
    after = last.id
  }
}

/** Some lines, in their order. `own`: the signs of every line of the table: a text that one names is no other's. */
export async function compareLines(
  tx: Reader,
  texts: readonly ListedText[],
  { titles, own }: { titles: KnownTitles; own: ReadonlySet<string> },
): Promise<ComparedLine[]> {
  const keysOf = (text: ListedText) => identityKeys(identifiedBy(text.fields))
  const followed = await followedTexts(tx, texts.flatMap(keysOf))
  const titledIds = (text: ListedText) => titles.get(fold(text.fields.title ?? '')) ?? []
  const ids = new Set([
    ...texts.flatMap((text) => [...(text.id === null ? [] : [text.id]), ...titledIds(text)]),
    ...followed.map(({ item }) => item.id),
  ])
  const known = new Map((await wholeTexts(tx, [...ids])).map((whole) => [whole.item.id, whole]))
  return texts.map((text) => {
    const byId = text.id === null ? undefined : known.get(text.id)
    const isFree = ({ id }: { id: string }) => !own.has(id) || id === text.id
    const named = identifiedBy(text.fields)
    const keys = keysOf(text)
    const sharing = followed
      .filter(({ item, keys: theirs }) => isFree(item) && keys.some((key) => theirs.has(key)))
      .flatMap(({ item }) => known.get(item.id)?.item ?? [])
      .filter((item) => !contradict(item, named))
    const isOut = isPublished(text)
    const same = sharing.filter(({ status }) => !(isOut && unpublished.includes(status)))
    const titled = titledIds(text)
      .flatMap((id) => known.get(id)?.item ?? [])
      .filter((item) => isFree(item) && mayBe(item, named, text))
    const candidates = byId !== undefined ? [byId.item] : same.length > 0 ? same : titled
    const item = candidates.length === 1 ? (candidates[0] ?? null) : null
    const whole = item === null ? undefined : known.get(item.id)
    const draft = item === null ? (sharing.find(({ status }) => unpublished.includes(status)) ?? null) : null
    const change: ListChange =
      whole === undefined
        ? {
            patch: text.fields as ListChange['patch'],
            moved: [],
            answered: [],
            deadlines: text.deadlines,
            consultations: text.consultations,
            links: text.links,
          }
        : listChange(text, whole)
    return {
      text,
      item,
      draft: draft === null ? null : { id: draft.id, title: draft.title },
      fault: candidates.length > 1 ? 'several' : faultOf(text, whole, change),
      ...change,
    }
  })
}

function faultOf(
  { fields }: ListedText,
  known: WholeText | undefined,
  added: ListDetails,
): 'noTitle' | 'tooMany' | null {
  if (known === undefined) return fields.title ? null : 'noTitle'
  const isTooMany = (['deadlines', 'consultations', 'links'] as const).some(
    (kind) => known[kind].length + added[kind].length > MAX_OF_A_TEXT,
  )
  return isTooMany ? 'tooMany' : null
}

/** Of one title, and nothing tells them apart: a nature, a day or an identifier that both have. */
function mayBe(item: WatchItem, named: Identified, { fields }: ListedText): boolean {
  const differ = (one: string | null | undefined, other: string | null) => !!one && !!other && one !== other
  return (
    !contradict(item, named) &&
    !differ(named.nor, item.nor) &&
    !differ(named.eli, item.eli) &&
    !differ(fields.nature, item.nature === 'autre' ? null : item.nature) &&
    !differ(fields.signedOn, item.signedOn) &&
    !differ(fields.publishedOn, item.publishedOn)
  )
}

/** Whether the line speaks of a text that came out. */
export function isPublished({ fields }: ListedText): boolean {
  if (fields.status !== undefined) return !unpublished.includes(fields.status)
  return !!fields.publishedOn || !!fields.jorfText || !!fields.joNumber
}

export function rowOf({ text, item, draft, patch, moved, answered, ...added }: ComparedLine): ListRow {
  const { line, fields, warnings } = text
  const changed = Object.keys(patch)
  const counts = {
    deadlines: added.deadlines.length,
    consultations: added.consultations.length,
    links: added.links.length,
  }
  const isSame =
    changed.length + moved.length + answered.length === 0 &&
    counts.deadlines + counts.consultations + counts.links === 0
  return {
    line,
    act: item === null ? 'new' : isSame ? 'same' : 'changes',
    title: (fields.title ?? item?.title ?? '').slice(0, LINE_LENGTH),
    nature: fields.nature ?? item?.nature ?? null,
    nor: fields.nor ?? item?.nor ?? '',
    item: item === null ? null : { id: item.id, title: item.title },
    changed,
    ...counts,
    moved: [...moved],
    answered: [...answered],
    warnings,
    draft,
  }
}
