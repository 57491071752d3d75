// Pasted: pasted words become followed texts: what they name, what is known of it already, which draft it may be.
import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { PastedRow, WatchRow } from '../../contract/watch.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import { citedName } from '../../documents/watch-name.ts'
import type { PastedText } from '../../domain/pasted-text.ts'
import { identityKeys } from '../../domain/text-identifiers.ts'
import { unpublished, type WatchFields, type WatchItem } from '../../domain/watch.ts'
import { DraftMatcher } from '../../domain/watch-match.ts'
import { readPasted } from '../../imports/watch/read-pasted.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { addWatchItem } from './add.ts'
import { withHearings } from './queries.ts'

/** What some words name, each text beside the one that is followed already or the drafts that it may be. */
export async function pastedTexts(
  { tx }: ReadContext,
  { words }: Parsed<'watch.readPasted'>,
): Promise<Output<'watch.readPasted'>> {
  const { texts, problems } = readPasted(words)
  const known = await knownTexts(tx, texts)
  const drafts = await tx.selectFrom('watchItem').selectAll().where('status', 'in', unpublished).execute()
  const matcher = new DraftMatcher(drafts)
  const rows = texts.map((text): PastedRow => {
    const same = known(text)
    const { id, title, status } = same ?? {}
    return {
      text,
      title: citedName(text),
      known: id === undefined || title === undefined || status === undefined ? null : { id, title, status },
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

/** Finds the followed text that a pasted one is, by any of its identifiers; a draft of another status is none. */
async function knownTexts(
  tx: Reader,
  texts: readonly PastedText[],
): Promise<(text: PastedText) => WatchItem | undefined> {
  const values = {
    nor: new Set<string>(),
    number: new Set<string>(),
    jorfText: new Set<string>(),
    eli: new Set<string>(),
    celex: new Set<string>(),
  }
  for (const text of texts)
    for (const key of identityKeys(text)) {
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
    .selectAll()
    .where((eb) =>
      eb.or(
        (['nor', 'number', 'jorfText', 'eli', 'celex'] as const).map((column) =>
          eb(column, 'in', [...values[column]]),
        ),
      ),
    )
    .execute()
  const byKey = new Map<string, WatchItem>()
  for (const item of found) for (const key of identityKeys(item)) byKey.set(key, item)
  return (text) => {
    for (const key of identityKeys(text)) {
      const item = byKey.get(key)
      if (item !== undefined) return item
    }
    return undefined
  }
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
      await updateRow(tx, 'watchItem', publishes, { ...publication(text), followUp: followUpOf(draft) })
      ids.push(publishes.id)
    }
  }
  const items = await tx.selectFrom('watchItem').selectAll().where('id', 'in', ids).execute()
  return withHearings(tx, items)
}

/** A text that came out is to be presented, also where its draft was: what was said of the draft stands beside it. */
const followUpOf = (draft: WatchItem): WatchItem['followUp'] =>
  draft.followUp === 'closed' ? 'closed' : 'toPresent'

/** What is known of the published text; what its words do not hold stays as it was in the draft. */
function publication(text: PastedText): Partial<WatchFields> {
  const { title: _, ...fields } = fieldsOf(text)
  const held = Object.entries(fields).filter(([, value]) => value !== '' && value !== null)
  return Object.fromEntries(held)
}

function fieldsOf(text: PastedText): Partial<WatchFields> & { title: string } {
  return {
    title: citedName(text),
    ...(text.nature === null ? {} : { nature: text.nature }),
    number: text.number ?? '',
    nor: text.nor ?? '',
    jorfText: text.jorfText ?? '',
    eli: text.eli ?? '',
    celex: text.celex ?? '',
    ministry: text.ministry ?? '',
    signedOn: text.signedOn,
    publishedOn: text.publishedOn,
    joNumber: text.joNumber ?? '',
    joTextNumber: text.joTextNumber,
    sourceUrl: text.sourceUrl ?? '',
    status: text.isDraft ? 'draft' : 'published',
  }
}
