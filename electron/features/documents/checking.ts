// The checker's verdict on a PDF that left. What is to be checked lies beside the data until its verdict is written, and is
// taken up again at the next opening. A document that a full disk or a stop kept from lying there stays unchecked, as does
// one that an update no longer reads, or that no opening could check for a month.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DocumentFault } from '../../contract/document-faults.ts'
import { ProducedFaults } from '../../contract/documents.ts'
import { AppError, type ErrorCode } from '../../contract/errors.ts'
import { writeDurably } from '../../db/durable.ts'
import { teamOf } from '../../db/postgres/address.ts'
import { DocumentModel } from '../../documents/model.ts'
import { createdOn, Id } from '../../domain/ids.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { LongContext } from '../context.ts'

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

/** In the data folder: a file for each document whose verdict is not written yet, named by the id of its row. */
const UNCHECKED_FOLDER = 'a-controler'

const Unchecked = z.strictObject({
  /** The one whose row waits for the verdict: the folder stays when this desk joins or leaves a team. */
  base: z.string(),
  bytes: z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  model: DocumentModel,
  undrawn: z.array(z.string()),
})
type Unchecked = { base: string; bytes: Uint8Array; model: DocumentModel; undrawn: string[] }

/** A process may die of something else than of the document, once. */
const ATTEMPTS = 2
/** Nobody reads more, and one broken table can give a fault for each of its rows. */
const MAX_KEPT = 200
/** Each holds a whole document: those that are not to be checked here do not lie there for ever. */
const MOST_DAYS = 30
/** The verdict is no longer this desk's to write. */
const ofOthers: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['writer-away', 'team-not-allowed'])

/** Checks under way, by the id of their row. */
const underWay = new Map<string, Promise<void>>()

/** Whether the verdict on a document is being reached. */
export const isChecking = (id: string): boolean => underWay.has(id)

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
  begin(id, async () => {
    const unchecked = { base: baseOf(context), bytes, model, undrawn: [...undrawn] }
    // On a full disk it is checked all the same, for as long as the application runs.
    await keep(context, id, unchecked).catch(() => undefined)
    await check(context, id, unchecked)
  })
}

/** Takes up, one after the other, what was left unchecked: the application was closed, or nothing could be written. */
export async function resumeChecks(context: LongContext): Promise<void> {
  const folder = join(context.dataFolder, UNCHECKED_FOLDER)
  for (const file of await readdir(folder).catch(() => [])) {
    const id = file.replace(/\.json$/, '')
    // A stop in the middle of writing leaves a part of a file.
    const isLeftOver =
      file.endsWith('.tmp') ||
      (Id.safeParse(id).success && createdOn(id) < addDays(context.today, -MOST_DAYS))
    if (isLeftOver) await rm(join(folder, file), { force: true })
    else await resume(context, id)
  }
}

/** The checker's verdict, waited for; null for what is not checked. */
export async function verdictOf(context: LongContext, id: string): Promise<DocumentFault[] | null> {
  await resume(context, id)
  const row = await context.read(({ tx }) =>
    tx.selectFrom('producedDocument').select('faults').where('id', '=', id).executeTakeFirst(),
  )
  if (row === undefined) throw new AppError('not-found')
  return faultsIn(row.faults)
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
    const unchecked = await kept(context, id)
    if (unchecked !== null && unchecked.base === baseOf(context)) await check(context, id, unchecked)
  })
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
  await rm(pathOf(context, id), { force: true })
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

const pathOf = ({ dataFolder }: LongContext, id: string) => join(dataFolder, UNCHECKED_FOLDER, `${id}.json`)

async function keep(context: LongContext, id: string, { bytes, ...rest }: Unchecked): Promise<void> {
  await mkdir(join(context.dataFolder, UNCHECKED_FOLDER), { recursive: true })
  const text = JSON.stringify({ bytes: Buffer.from(bytes).toString('base64'), ...rest })
  await writeDurably(pathOf(context, id), text)
}

/** Null where nothing is left to check, or where another version of the application left it. */
async function kept(context: LongContext, id: string): Promise<Unchecked | null> {
  const text = await readFile(pathOf(context, id), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return Unchecked.parse(JSON.parse(text))
  } catch {
    await rm(pathOf(context, id), { force: true })
    return null
  }
}
