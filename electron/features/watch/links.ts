import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { NamedText, TextLife } from '../../contract/watch-life.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import { identityKeys } from '../../domain/watch/text-identifiers.ts'
import { MAX_OF_A_TEXT, type TextLink } from '../../domain/watch/text-life.ts'
import type { WatchItem } from '../../domain/watch/watch.ts'
import { readPasted } from '../../imports/watch/read-pasted.ts'
import type { WriteContext } from '../context.ts'
import { followedTexts, knownTexts, named } from './same-text.ts'

/** Its links to others; one that cites a text that is followed since leads there. */
export async function linksFrom(tx: Reader, id: string): Promise<TextLife['links']> {
  const links = await tx
    .selectFrom('textLink')
    .selectAll()
    .where('watchItemId', '=', id)
    .orderBy('kind')
    .orderBy('id')
    .execute()
  const targets = await tx
    .selectFrom('watchItem')
    .select(['id', 'version', 'title', 'status', 'publishedOn'])
    .where(
      'id',
      'in',
      links.flatMap(({ targetId }) => targetId ?? []),
    )
    .execute()
  const cited = await followedTexts(
    tx,
    links.flatMap(({ targetId, citedKey }) => (targetId === null && citedKey !== '' ? [citedKey] : [])),
  )
  return links.map((link) => ({ link, text: textOf(link, targets, cited) }))
}

function textOf(
  link: TextLink,
  targets: readonly NamedText[],
  cited: Awaited<ReturnType<typeof followedTexts>>,
): NamedText | null {
  if (link.targetId !== null) return targets.find(({ id }) => id === link.targetId) ?? null
  const found = cited.find(({ item, keys }) => item.id !== link.watchItemId && keys.has(link.citedKey))
  return found === undefined ? null : named(found.item)
}

/** Effects of others on it, by a link or by citing it under one of its names. */
export async function linksTo(tx: Reader, item: WatchItem): Promise<TextLife['linkedFrom']> {
  const rows = await tx
    .selectFrom('textLink')
    .innerJoin('watchItem', 'watchItem.id', 'textLink.watchItemId')
    .select(['watchItem.id', 'watchItem.version', 'watchItem.title', 'watchItem.status'])
    .select(['watchItem.publishedOn', 'textLink.kind'])
    .where((eb) =>
      eb.or([eb('textLink.targetId', '=', item.id), eb('textLink.citedKey', 'in', identityKeys(item))]),
    )
    .where('textLink.watchItemId', '!=', item.id)
    .orderBy('watchItem.publishedOn')
    .orderBy('watchItem.id')
    .execute()
  return rows.map(({ kind, ...text }) => ({ kind, text: named(text) }))
}

/** Adds one, once; a citation of a followed text links to it. */
export async function addLink(
  { tx }: WriteContext,
  { id, watchItemId, kind, to }: Parsed<'watch.addLink'>,
): Promise<void> {
  await getRow(tx, 'watchItem', watchItemId)
  const link = 'targetId' in to ? { targetId: to.targetId, citation: '', citedKey: '' } : await cited(tx, to)
  if (link.targetId === watchItemId) throw new AppError('invalid-input', { field: 'citation' })
  if (link.targetId !== null) await getRow(tx, 'watchItem', link.targetId)
  const there = await tx.selectFrom('textLink').selectAll().where('watchItemId', '=', watchItemId).execute()
  const isThere = there.some(
    (other) =>
      other.id === id ||
      (other.kind === kind && other.targetId === link.targetId && other.citation === link.citation),
  )
  if (isThere) return
  if (there.length >= MAX_OF_A_TEXT)
    throw new AppError('limit-reached', { limit: { of: 'ofText', most: MAX_OF_A_TEXT } })
  await tx
    .insertInto('textLink')
    .values({ id, version: 1, watchItemId, kind, ...link })
    .execute()
}

async function cited(
  tx: Reader,
  { citation }: { citation: string },
): Promise<Pick<TextLink, 'targetId' | 'citation' | 'citedKey'>> {
  const words = citation.trim()
  const [text] = readPasted(words).texts
  if (text === undefined) return { targetId: null, citation: words, citedKey: '' }
  const followed = (await knownTexts(tx, [text], { mayBeDraft: true }))(text)
  if (followed !== undefined) return { targetId: followed.id, citation: '', citedKey: '' }
  return { targetId: null, citation: words, citedKey: identityKeys(text)[0] ?? '' }
}

/** Before a text is removed: its own links go, those of others keep its title as a citation. */
export async function unlink(tx: WriteContext['tx'], { id, title, ...item }: WatchItem): Promise<void> {
  await tx.deleteFrom('textLink').where('watchItemId', '=', id).execute()
  await tx
    .updateTable('textLink')
    .set((eb) => ({
      targetId: null,
      citation: title,
      citedKey: identityKeys(item)[0] ?? '',
      version: eb('version', '+', 1),
    }))
    .where('targetId', '=', id)
    .execute()
}
