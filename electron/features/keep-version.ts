import { AppError } from '../contract/errors.ts'
import type { Reader, Transaction } from '../db/driver.ts'
import { LINE_LENGTH } from '../domain/limits.ts'
import type { MinutesContent, MinutesVersion } from '../domain/minutes/version.ts'
import type { WriteContext } from './context.ts'
import { newId } from './new-id.ts'
import { minutesView } from './reads/minutes.ts'
import { minutesContent } from './reads/minutes-content.ts'

/** What a draft said when it left, and how far the minutes had come by it. */
export type LeftDraft = Pick<MinutesVersion, 'state' | 'content'>

/** Whether two moments say the same. */
export function same(one: MinutesContent, other: MinutesContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** A version that is only words. */
export const withoutPapers = { pdfSha256: null, pdfPages: null, pdfSize: null, docxSha256: null } as const

export type NewVersion = Pick<
  MinutesVersion,
  'reason' | 'note' | 'pdfSha256' | 'pdfPages' | 'pdfSize' | 'docxSha256'
>

/**
 * Keeps what the minutes say now as their next version; returns its id.
 * @param as what they said, where that is not now.
 */
export async function addVersion(
  { tx, now, who }: Pick<WriteContext, 'tx' | 'now' | 'who'>,
  meetingId: string,
  version: NewVersion,
  as: LeftDraft | null = null,
): Promise<string> {
  const content = as?.content ?? (await minutesContent(tx, meetingId))
  const view = await minutesView(tx, meetingId)
  if (view === null) throw new AppError('not-found')
  const id = newId(now)
  await tx
    .insertInto('minutesVersion')
    .values({
      ...version,
      id,
      meetingId,
      number: await nextNumber(tx, meetingId),
      state: as?.state ?? view.minutes.state,
      madeAt: now.toISOString(),
      madeBy: who.slice(0, LINE_LENGTH),
      content: JSON.stringify(content),
    })
    .execute()
  return id
}

async function nextNumber(tx: Transaction, meetingId: string): Promise<number> {
  const { highest } = await tx
    .selectFrom('minutesVersion')
    .select((eb) => eb.fn.max('number').as('highest'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

/** The minutes as they are; null without any, and once they are approved: what leaves then is kept with the seal. */
export async function draftNow(tx: Reader, meetingId: string): Promise<LeftDraft | null> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (minutes === undefined || minutes.state === 'approved') return null
  return { state: minutes.state, content: await minutesContent(tx, meetingId) }
}

type Papers = Omit<NewVersion, 'reason' | 'note'>

/** Whether the last version says what left, and holds a paper where one left. */
export async function isKept(
  tx: Reader,
  meetingId: string,
  { pdfSha256 }: Papers,
  { content }: LeftDraft,
): Promise<boolean> {
  const last = await tx
    .selectFrom('minutesVersion')
    .select(['content', 'pdfSha256'])
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.content === JSON.stringify(content) && (pdfSha256 === null || last.pdfSha256 !== null)
}

/** A draft that left beside its letters: kept once, so that what is written on it is compared with what it said. */
export async function keepLeft(
  writing: Pick<WriteContext, 'tx' | 'now' | 'who'>,
  meetingId: string,
  papers: Papers,
  draft: LeftDraft,
): Promise<void> {
  if (await isKept(writing.tx, meetingId, papers, draft)) return
  await addVersion(writing, meetingId, { ...papers, reason: 'kept', note: '' }, draft)
}
