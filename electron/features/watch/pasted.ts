import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { PastedRow, WatchRow } from '../../contract/watch.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import { citedName } from '../../documents/watch-name.ts'
import { mergedText } from '../../domain/text/merge.ts'
import { DraftMatcher } from '../../domain/watch/match.ts'
import { type PastedText, saidFields } from '../../domain/watch/pasted-text.ts'
import { unpublished, type WatchFields, type WatchItem } from '../../domain/watch/watch.ts'
import { readPasted } from '../../imports/watch/read-pasted.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { withHearings } from '../reads/watch.ts'
import { addWatchItem } from './add.ts'
import { drafts, proposeAgain } from './matches.ts'
import { knownTexts } from './same-text.ts'

/** Texts that some words name, each beside the one that is followed already or the drafts that it may be. */
export async function pastedTexts(
  { tx }: ReadContext,
  { words }: Parsed<'watch.readPasted'>,
): Promise<Output<'watch.readPasted'>> {
  const { texts, problems } = readPasted(words)
  const known = await knownTexts(tx, texts)
  const stored = await storedTexts(
    tx,
    texts.flatMap((text) => known(text)?.id ?? []),
  )
  const matcher = new DraftMatcher(await drafts(tx))
  const rows = texts.map((text): PastedRow => {
    const same = known(text)
    const item = same === undefined ? undefined : stored.get(same.id)
    return {
      text,
      title: citedName(text),
      known: item === undefined ? null : { ...namesOf(item), lacks: lackedBy(item, text) },
      drafts:
        same !== undefined || text.isDraft
          ? []
          : matcher.proposals({
              nature: text.nature,
              title: text.title ?? '',
              nor: text.nor ?? '',
              ministry: text.ministry ?? '',
              date: text.publishedOn ?? text.signedOn,
            }),
    }
  })
  return { rows, problems }
}

async function storedTexts(tx: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, WatchItem>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('watchItem')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const namesOf = ({ id, version, title, status }: WatchItem) => ({ id, version, title, status })

/** What words say of a text and its row leaves empty: what somebody wrote there is never gone over. */
function lackedBy(item: WatchItem, text: PastedText): Partial<WatchFields> {
  const { title: _, status: _status, nature: _nature, ...said } = fieldsOf(text)
  const isEmpty = (value: unknown) => value === '' || value === null || value === undefined
  const { inForceRule, ...lacked } = Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !isEmpty(value) && isEmpty(item[name as keyof WatchItem])),
  ) as Partial<WatchFields>
  return lacked.inForceOn === undefined || inForceRule === undefined ? lacked : { ...lacked, inForceRule }
}

/**
 * Follows the chosen texts; one that publishes a draft becomes that draft's next state: one row, its links and history kept.
 * A text that is followed already is answered as it is, so that the same words pasted twice add nothing.
 */
export async function addPasted(
  context: WriteContext,
  { texts }: Parsed<'watch.addPasted'>,
): Promise<WatchRow[]> {
  const { tx } = context
  const ids: string[] = []
  for (const { id, text, publishes } of texts) {
    if (publishes === null) {
      const known = (await knownTexts(tx, [text]))(text)
      ids.push(known?.id ?? id)
      if (known === undefined) await addWatchItem(tx, id, fieldsOf(text))
    } else {
      const draft = await getRow(tx, 'watchItem', publishes.id)
      if (!unpublished.includes(draft.status)) throw new AppError('state-refuses')
      await updateRow(tx, 'watchItem', publishes, mergedText(draft, publicationOf(text, draft)))
      await proposeAgain(tx, [publishes.id])
      ids.push(publishes.id)
    }
  }
  const items = await tx.selectFrom('watchItem').selectAll().where('id', 'in', ids).execute()
  return withHearings(tx, items)
}

/** The published text as the words have it; without a title of its own, that of its draft stays. */
function publicationOf(text: PastedText, draft: WatchFields): Partial<WatchFields> & { status: 'published' } {
  const { title, ...fields } = fieldsOf(text)
  return { ...fields, title: text.title === null ? draft.title : title, status: 'published' }
}

function fieldsOf(text: PastedText): Partial<WatchFields> & { title: string } {
  return { title: citedName(text), ...saidFields(text) }
}
