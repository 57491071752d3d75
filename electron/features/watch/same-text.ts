import type { NamedText } from '../../contract/watch-life.ts'
import type { Reader } from '../../db/driver.ts'
import type { PastedText } from '../../domain/watch/pasted-text.ts'
import { contradict, type Identified, identityKeys } from '../../domain/watch/text-identifiers.ts'
import { unpublished, type WatchItem } from '../../domain/watch/watch.ts'

/** A followed text by what names it. */
export type FollowedName = Identified & Pick<WatchItem, 'id' | 'version' | 'title' | 'status' | 'publishedOn'>

/** Followed texts that share at least one identifier with one of these, each with those keys that it has. */
export async function followedTexts(
  tx: Reader,
  keys: readonly string[],
): Promise<{ item: FollowedName; keys: ReadonlySet<string> }[]> {
  const values = {
    nor: new Set<string>(),
    number: new Set<string>(),
    jorfText: new Set<string>(),
    eli: new Set<string>(),
    celex: new Set<string>(),
  }
  for (const key of keys) {
    const [kind, ...rest] = key.split(' ')
    const value = rest.at(-1) ?? ''
    if (kind === 'nor') values.nor.add(value)
    else if (kind === 'jorf') values.jorfText.add(value)
    else if (kind === 'eli') values.eli.add(value)
    else if (kind === 'celex') values.celex.add(value)
    else values.number.add(value)
  }
  const found = await tx
    .selectFrom('watchItem')
    .select(['id', 'version', 'title', 'status', 'publishedOn'])
    .select(['nature', 'number', 'nor', 'jorfText', 'eli', 'celex'])
    .where((eb) =>
      eb.or(
        (['nor', 'number', 'jorfText', 'eli', 'celex'] as const).map((column) =>
          eb(column, 'in', [...values[column]]),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  return found.map((item) => ({ item, keys: new Set(identityKeys(item)) }))
}

/**
 * Finds the followed text that a pasted one is. A draft that shares an identifier with a text that is out is not it: it is
 * proposed as its draft, since a NOR is sometimes reused; `mayBeDraft`: it is. Nor is a text that another identifier tells
 * apart.
 */
export async function knownTexts(
  tx: Reader,
  texts: readonly PastedText[],
  { mayBeDraft = false } = {},
): Promise<(text: PastedText) => FollowedName | undefined> {
  const followed = await followedTexts(tx, texts.flatMap(identityKeys))
  const byKey = new Map<string, FollowedName[]>()
  for (const { item, keys } of followed)
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), item])
  return (text) => {
    const candidates = new Map<FollowedName, number>()
    for (const key of identityKeys(text))
      for (const item of byKey.get(key) ?? []) candidates.set(item, (candidates.get(item) ?? 0) + 1)
    const same = [...candidates].filter(
      ([item]) =>
        !contradict(item, text) && (mayBeDraft || !isOut(text) || !unpublished.includes(item.status)),
    )
    // The one that shares most: where two carry one ELI, the other identifiers decide; else the one that is out.
    const isDraft = ({ status }: FollowedName) => Number(unpublished.includes(status))
    return same.sort(([one, a], [other, b]) => b - a || isDraft(one) - isDraft(other))[0]?.[0]
  }
}

/** Whether these words speak of a text that came out, and do not merely name a NOR. */
function isOut({ isDraft, number, jorfText, eli, celex, publishedOn, joNumber }: PastedText): boolean {
  return !isDraft && [number, jorfText, eli, celex, publishedOn, joNumber].some((value) => value !== null)
}

export function named({ id, version, title, status, publishedOn }: NamedText): NamedText {
  return { id, version, title, status, publishedOn }
}
