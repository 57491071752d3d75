import { AppError } from '../../../contract/errors.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { getRow } from '../../../db/rows.ts'
import { plainMailText } from '../../../domain/dispatch/mail-text.ts'
import { newestPart } from '../../../domain/dispatch/newest-part.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../domain/limits.ts'
import type { Observation } from '../../../domain/minutes/observation.ts'
import { readPastedMail } from '../../../imports/mail/pasted.ts'
import { handedOut } from '../../agenda/index.ts'
import type { WriteContext } from '../../context.ts'
import { expectItemOf } from '../../reads/item-ids.ts'
import { nextNumber, observationsOf, TakenChanges } from '../../reads/observations.ts'
import { authorFinder } from './authors.ts'
import { openPaper } from './open-paper.ts'

/** Most observations on the drafts of one meeting. */
export const MAX_OBSERVATIONS = 2000

export async function takeFiles(
  context: WriteContext,
  { meetingId, paper, files }: Parsed<'observations.take'>,
): Promise<Output<'observations.take'>> {
  const { tx, about } = context
  await openPaper(tx, { meetingId, paper })
  about(meetingId)
  if (paper === 'agenda') await handedOut(context, meetingId)
  const there = await observationsOf(tx, meetingId)
  const taken = new TakenChanges(there)
  const ids = new Set(there.map(({ id }) => id))
  let position = Math.max(-1, ...there.map((one) => one.position)) + 1
  let [added, again] = [0, 0]
  for (const { fileName, sha256, minutesVersionId, circle, drafts } of files) {
    await expectVersionOf(tx, meetingId, minutesVersionId)
    let number = await nextNumber(tx, { meetingId, paper, circle })
    for (const { isKnown, isResolved: _, ...draft } of drafts) {
      const one = { ...draft, paper, sourceSha256: sha256, minutesVersionId }
      // Whoever ticks what is shown as known wants it once more.
      const isAgain = !isKnown && taken.isAskedElsewhere(one)
      if (isAgain || taken.has({ ...one, isKnown }) || ids.has(draft.id)) {
        again += 1
        continue
      }
      if (there.length + added >= MAX_OBSERVATIONS)
        throw new AppError('limit-reached', { limit: { of: 'observations', most: MAX_OBSERVATIONS } })
      await expectItemOf(tx, meetingId, draft.itemId)
      taken.add(one)
      const row: Observation = {
        ...draft,
        version: 1,
        meetingId,
        paper,
        circle,
        number,
        position,
        sourceFileName: fileName,
        sourceSha256: sha256,
        minutesVersionId,
        state: 'open',
        answer: '',
        settledAt: null,
      }
      await tx.insertInto('observation').values(row).execute()
      position += 1
      number += 1
      added += 1
    }
  }
  return { added, known: again }
}

/** Who and when are read at the head of the mail, when it has one. */
export async function addText(
  { tx, about }: WriteContext,
  { id, meetingId, paper, circle, itemId, text }: Parsed<'observations.addText'>,
): Promise<Observation> {
  const known = await tx.selectFrom('observation').selectAll().where('id', '=', id).executeTakeFirst()
  if (known !== undefined) return known
  await openPaper(tx, { meetingId, paper })
  await expectItemOf(tx, meetingId, itemId)
  about(meetingId)
  const there = await observationsOf(tx, meetingId)
  if (there.length >= MAX_OBSERVATIONS)
    throw new AppError('limit-reached', { limit: { of: 'observations', most: MAX_OBSERVATIONS } })
  const mail = readPastedMail(text)
  const body = mail?.text ?? plainMailText(text)
  const words = newestPart(body).join('\n').trim() || body.trim()
  const author = (mail === null ? '' : mail.from.name || mail.from.email).slice(0, LINE_LENGTH)
  const organisation = author === '' ? null : await (await authorFinder(tx))(author, mail?.from.email)
  await tx
    .insertInto('observation')
    .values({
      id,
      version: 1,
      meetingId,
      paper,
      circle,
      number: await nextNumber(tx, { meetingId, paper, circle }),
      position: Math.max(-1, ...there.map((one) => one.position)) + 1,
      itemId,
      anchor: '',
      place: '',
      organisation: organisation?.organisation ?? '',
      organisationId: organisation?.organisationId ?? null,
      author,
      authoredAt: mail?.sentAt ?? null,
      kind: 'comment',
      beforeText: '',
      afterText: '',
      comment: words.slice(0, TEXT_LENGTH),
      // Its words can be put right and its proposal added, as those of one that was typed.
      source: 'typed',
      sourceFileName: '',
      sourceSha256: null,
      minutesVersionId: null,
      settledAt: null,
      state: 'open',
      answer: '',
    })
    .execute()
  return getRow(tx, 'observation', id)
}

async function expectVersionOf(tx: Reader, meetingId: string, id: string | null): Promise<void> {
  if (id === null) return
  const version = await tx
    .selectFrom('minutesVersion')
    .select('meetingId')
    .where('id', '=', id)
    .executeTakeFirst()
  if (version?.meetingId !== meetingId) throw new AppError('invalid-input', { field: 'minutesVersionId' })
}
