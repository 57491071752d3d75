// The lines of a table go into the watch, in short transactions under one entry of the journal; links last, since they
// may lead from one line to another.
import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Transaction } from '../../../db/driver.ts'
import { updateRow } from '../../../db/rows.ts'
import type { ListedText } from '../../../domain/watch/list.ts'
import { ConsultationFields } from '../../../domain/watch/text-life.ts'
import { unpublished } from '../../../domain/watch/watch.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { addWatchItem } from '../add.ts'
import { addLink } from '../links.ts'
import { proposeAgain } from '../matches.ts'
import { type ComparedLine, compareLines, isPublished, type KnownTitles, knownTitles } from './compare.ts'
import { dropPendingList, pendingList } from './pending.ts'

/** Lines of one transaction: what is typed meanwhile waits no longer than for a few of them. */
const BATCH = 10

type Taking = {
  titles: KnownTitles
  own: ReadonlySet<string>
  links: LinkOf[]
  result: Output<'watchList.take'>
}
type LinkOf = { watchItemId: string; link: ComparedLine['links'][number] }

/** @throws AppError `not-found`, and `cancelled` when the beginning of it was taken back meanwhile */
export async function takeWatchList(
  context: LongContext,
  { token, except }: Parsed<'watchList.take'>,
): Promise<Output<'watchList.take'>> {
  const { dataFolder, emit, read, writeInSteps } = context
  const { texts, rows } = pendingList(dataFolder, token)
  const left = new Set(except)
  // Lines that would change nothing, or were refused, are not looked at again.
  const wanted = new Set(rows.flatMap(({ line }) => (left.has(line) ? [] : [line])))
  const chosen = texts.filter(({ line }) => wanted.has(line))
  const taking: Taking = {
    titles: await knownTitles(read),
    own: new Set(texts.flatMap(({ id }) => id ?? [])),
    links: [],
    result: { added: 0, changed: 0, left: rows.length - chosen.length },
  }
  const step = writeInSteps('watchList.take')
  for (let at = 0; at < chosen.length; at += BATCH) {
    await step((write) => takeLines(write, chosen.slice(at, at + BATCH), taking))
    emit({ topic: 'progress', method: 'watchList.take', done: at, total: chosen.length })
  }
  for (let at = 0; at < taking.links.length; at += BATCH)
    await step((write) => takeLinks(write, taking.links.slice(at, at + BATCH)))
  dropPendingList(dataFolder)
  return taking.result
}

async function takeLines(write: WriteContext, texts: readonly ListedText[], taking: Taking): Promise<void> {
  const { tx, now } = write
  // As the watch is now: it may have changed since the preview.
  for (const compared of await compareLines(tx, texts, taking)) {
    const { text, item, patch, fault } = compared
    if (fault !== null) {
      taking.result.left += 1
      continue
    }
    const id = item?.id ?? text.id ?? newId(now)
    if (item === null) {
      await addWatchItem(tx, id, {
        status: isPublished(text) ? 'published' : 'announced',
        ...patch,
        title: patch.title ?? '',
      })
      taking.result.added += 1
    } else {
      if (Object.keys(patch).length > 0) await updateRow(tx, 'watchItem', item, patch)
      taking.result.changed += 1
    }
    if (item !== null && unpublished.includes(item.status) && isPublished(text)) await proposeAgain(tx, [id])
    await moveDeadlines(tx, id, compared.moved)
    await changeConsultations(tx, id, compared.answered)
    await addDetails(tx, id, compared, now)
    taking.links.push(...compared.links.map((link) => ({ watchItemId: id, link })))
  }
}

async function moveDeadlines(
  tx: Transaction,
  watchItemId: string,
  moved: ComparedLine['moved'],
): Promise<void> {
  if (moved.length === 0) return
  const free = await tx
    .selectFrom('textDeadline')
    .selectAll()
    .where('watchItemId', '=', watchItemId)
    .execute()
  for (const { to, ...fields } of moved) {
    const at = free.findIndex((row) =>
      (['date', 'audience', 'threshold', 'label'] as const).every((field) => row[field] === fields[field]),
    )
    const [row] = at < 0 ? [] : free.splice(at, 1)
    if (row !== undefined) await updateRow(tx, 'textDeadline', row, { date: to })
  }
}

async function changeConsultations(
  tx: Transaction,
  watchItemId: string,
  answered: ComparedLine['answered'],
): Promise<void> {
  if (answered.length === 0) return
  const free = await tx
    .selectFrom('textConsultation')
    .selectAll()
    .where('watchItemId', '=', watchItemId)
    .execute()
  for (const { from, to } of answered) {
    const at = free.findIndex((row) => consultationFields.every((field) => row[field] === from[field]))
    const [row] = at < 0 ? [] : free.splice(at, 1)
    if (row !== undefined) await updateRow(tx, 'textConsultation', row, to)
  }
}

const consultationFields = ConsultationFields.keyof().options

async function addDetails(
  tx: Transaction,
  watchItemId: string,
  { deadlines, consultations }: ComparedLine,
  now: Date,
): Promise<void> {
  const own = () => ({ id: newId(now), version: 1, watchItemId })
  if (deadlines.length > 0)
    await tx
      .insertInto('textDeadline')
      .values(deadlines.map((fields) => ({ ...fields, ...own() })))
      .execute()
  if (consultations.length > 0)
    await tx
      .insertInto('textConsultation')
      .values(consultations.map((fields) => ({ ...fields, ...own() })))
      .execute()
}

/** To the followed text that the line names; to one that is not there by its citation. */
async function takeLinks(write: WriteContext, links: readonly LinkOf[]): Promise<void> {
  const there = new Set(
    (
      await write.tx
        .selectFrom('watchItem')
        .select('id')
        .where(
          'id',
          'in',
          links.flatMap(({ link }) => link.targetId ?? []),
        )
        .execute()
    ).map(({ id }) => id),
  )
  for (const { watchItemId, link } of links) {
    const { kind, targetId, citation } = link
    const isThere = targetId !== null && there.has(targetId)
    if (targetId === watchItemId || (!isThere && citation === '')) continue
    const to = isThere ? { targetId } : { citation }
    try {
      await addLink(write, { id: newId(write.now), watchItemId, kind, to })
    } catch (thrown) {
      // A citation that names the text itself links to nothing.
      if (!(thrown instanceof AppError && thrown.code === 'invalid-input')) throw thrown
    }
  }
}
