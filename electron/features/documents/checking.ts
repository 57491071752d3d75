// The checker's verdict on a PDF that left. What is to be checked lies beside the data until its verdict is written, and is
// taken up again at the next opening. A document that a full disk or a stop kept from lying there stays unchecked, as does
// one that an update no longer reads, or that could not be checked so often or for so long.
import type { DocumentFault } from '../../contract/document-faults.ts'
import { type Checking, ProducedFaults } from '../../contract/documents.ts'
import { AppError, type ErrorCode } from '../../contract/errors.ts'
import { sha256 } from '../../db/files/store.ts'
import { teamOf } from '../../db/postgres/address.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { Id } from '../../domain/ids.ts'
import type { LongContext } from '../context.ts'
import {
  clearAllAway,
  clearAway,
  layDown,
  lying,
  pickUp,
  type Slip,
  slipOf,
  type Unchecked,
  writeSlip,
} from './unchecked.ts'

/** A document as it left, with what the checker compares it to. */
export type MadeDocument = {
  bytes: Uint8Array
  /** Null for what has no pages before a program lays it out. */
  pageCount: number | null
  /** Null where nothing is checked: only a PDF of ours is. */
  model: DocumentModel | null
  /** Signs that the making could not draw. */
  undrawn: readonly string[]
}

/** A process may die of something else than of the document, once. */
const ATTEMPTS = 2
/** One that takes the application with it, or all of its time, is given up. */
const MOST_TRIES = 5
/** Nobody reads more, and one broken table can give a fault for each of its rows. */
const MAX_KEPT = 200
/** The verdict is no longer this desk's to write. */
const ofOthers: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['writer-away', 'team-not-allowed'])

/** Checks under way, by the id of their row. */
const underWay = new Map<string, Promise<void>>()
/** What lies there for the base that is open, by the id of its row, with the data folder. */
const waiting = new Map<string, string>()

/** Whether the verdict on a document is being reached, or will be; null where none is to come. */
export function checkingOf({ dataFolder }: Pick<LongContext, 'dataFolder'>, id: string): Checking | null {
  if (underWay.has(id)) return 'now'
  return waiting.get(id) === dataFolder ? 'later' : null
}

/**
 * Checks the very bytes that left, in a job, while the caller goes on; the verdict is kept with the row, and said by an
 * event.
 */
export function checkProduced(
  context: LongContext,
  id: string,
  { bytes, model, undrawn }: MadeDocument,
): void {
  if (model === null) return
  const unchecked = { bytes, model, undrawn: [...undrawn] }
  const slip = { base: baseOf(context), tries: 0, undrawn: [...undrawn] }
  void begin(id, async () => {
    // On a full disk it is checked all the same, for as long as the application runs.
    await layDown(context, id, { ...unchecked, ...slip }).then(
      () => waiting.set(id, context.dataFolder),
      () => clearAway(context, id),
    )
    await attempt(context, id, { unchecked, slip })
  }).then(() => context.changed('files'))
}

/** Takes up, one after the other, what was left unchecked: the application was closed, or nothing could be written. */
export async function resumeChecks(context: LongContext): Promise<void> {
  const base = baseOf(context)
  forget(context)
  const all = await lying(context, (id) => underWay.has(id))
  const ids = [...all].flatMap(([id, slip]) => (slip.base === base ? [id] : []))
  if (ids.length === 0) return
  for (const id of ids) waiting.set(id, context.dataFolder)
  context.changed('files')
  for (const id of ids) await resume(context, id)
  context.changed('files')
}

/** The checker's verdict on these bytes, waited for, whichever time they left; without one, whether it is still to come. */
export async function verdictOf(
  context: LongContext,
  id: string,
): Promise<{ faults: DocumentFault[] | null; isToCome: boolean }> {
  const asked = await context.read(({ tx }) =>
    tx.selectFrom('producedDocument').select('sha256').where('id', '=', id).executeTakeFirst(),
  )
  if (asked === undefined) throw new AppError('not-found')
  const ids = (await leavings(context, asked.sha256)).map((one) => one.id)
  for (const one of ids) await resume(context, one)
  const faults = judged(await leavings(context, asked.sha256))
  const slips = await Promise.all(ids.map((one) => ownSlip(context, one)))
  return { faults, isToCome: faults === null && slips.some((slip) => slip !== null) }
}

/** Whether a verdict on these bytes is known already, or on its way. */
export async function isJudged(context: LongContext, bytes: Uint8Array): Promise<boolean> {
  const rows = await leavings(context, sha256(bytes))
  return judged(rows) !== null || rows.some(({ id }) => checkingOf(context, id) !== null)
}

/** Each time that the same bytes left. */
const leavings = (context: LongContext, hash: string) =>
  context.read(({ tx }) =>
    tx.selectFrom('producedDocument').select(['id', 'faults']).where('sha256', '=', hash).execute(),
  )

/** The same bytes have one verdict. */
const judged = (rows: readonly { faults: string | null }[]) =>
  faultsIn(rows.find(({ faults }) => faults !== null)?.faults ?? null)

/** Documents that wait say what is no longer to be said anywhere: none of them is checked any more. */
export async function giveUpChecks(context: LongContext): Promise<void> {
  await Promise.all(underWay.values())
  await clearAllAway(context)
  forget(context)
}

export function faultsIn(stored: string | null): DocumentFault[] | null {
  return stored === null ? null : ProducedFaults.parse(JSON.parse(stored))
}

function begin(id: string, work: () => Promise<void>): Promise<void> {
  const begun = work()
    .catch(() => undefined)
    .finally(() => underWay.delete(id))
  underWay.set(id, begun)
  return begun
}

async function resume(context: LongContext, id: string): Promise<void> {
  if (!Id.safeParse(id).success) return
  for (let other = underWay.get(id); other !== undefined; other = underWay.get(id)) await other
  await begin(id, async () => {
    const slip = await ownSlip(context, id)
    if (slip === null) return void waiting.delete(id)
    const parts = slip.tries < MOST_TRIES ? await pickUp(context, id) : null
    if (parts === null) await done(context, id)
    else await attempt(context, id, { unchecked: { ...parts, undrawn: slip.undrawn }, slip })
  })
}

async function ownSlip(context: LongContext, id: string): Promise<Slip | null> {
  const slip = await slipOf(context, id)
  return slip?.base === baseOf(context) ? slip : null
}

/** Counted before it begins: nothing tells afterwards of a document that takes the application with it. */
async function attempt(
  context: LongContext,
  id: string,
  { unchecked, slip }: { unchecked: Unchecked; slip: Slip },
): Promise<void> {
  if (waiting.has(id)) await writeSlip(context, id, { ...slip, tries: slip.tries + 1 })
  try {
    await check(context, id, unchecked)
  } catch (thrown) {
    const isOfDocument = thrown instanceof AppError && thrown.code === 'unexpected'
    if (waiting.has(id) && !isOfDocument) await writeSlip(context, id, slip)
  }
}

async function done(context: LongContext, id: string): Promise<void> {
  await clearAway(context, id)
  waiting.delete(id)
}

function forget({ dataFolder }: LongContext): void {
  for (const [id, folder] of waiting) if (folder === dataFolder) waiting.delete(id)
}

/** Empty for the data of this desk alone. */
function baseOf({ dataFolder }: LongContext): string {
  const team = teamOf(dataFolder)
  return team === null ? '' : `${team.host}:${team.port}/${team.database}`
}

async function check(context: LongContext, id: string, unchecked: Unchecked): Promise<void> {
  const faults = await faultsOf(context, unchecked)
  try {
    await context.write('documents.save', async ({ tx }) => {
      await tx
        .updateTable('producedDocument')
        .set({ faults: JSON.stringify(faults.slice(0, MAX_KEPT)) })
        .where('id', '=', id)
        .execute()
    })
  } catch (thrown) {
    if (!(thrown instanceof AppError && ofOthers.has(thrown.code))) throw thrown
  }
  await done(context, id)
}

/** @throws whatever is no fault of the document (the application closes, no process starts): the next opening goes on. */
async function faultsOf({ runJob }: LongContext, unchecked: Unchecked): Promise<DocumentFault[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return (await runJob('checkPdf', unchecked)).faults
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'file-damaged')) throw thrown
    }
  }
  return [{ code: 'unreadable', page: null, item: '', about: '' }]
}
