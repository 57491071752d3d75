// The small files of a hand-over in the shared folder: who has the hand, the mark of each generation, and what a desk
// wrote beside. They are read by people too, and may lie on a share, a stick or in a synchronised folder.
import { constants } from 'node:fs'
import { copyFile, link, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { Aside, type Claim, type CopyRef, type Seen, SharedWriter } from '../../domain/data/hand-over.ts'
import { hashFile, renameDurably, syncFile, syncFolder } from '../durable.ts'
import { toAppError } from '../translate-error.ts'

const SHARED_NAME = 'passation.json'
const asideName = /^passation-ecart-[0-9a-f-]{36}\.json$/
const claimName = /^passation-(\d{1,9})\.marque$/
/** Marks kept: the newest decides; a few older ones tell people what happened. */
const KEPT_CLAIMS = 5
/** Nothing of ours is longer; a huge file in their place is not read. */
const MAX_BYTES = 64 * 1024

/** Throws `folder-unreachable` when it cannot be read at all. */
export async function readSeen(folder: string): Promise<Seen> {
  try {
    const names = await readdir(folder)
    const generation = Math.max(0, ...names.map((name) => Number(claimName.exec(name)?.[1] ?? 0)))
    const sharedWriter = names.includes(SHARED_NAME)
      ? await readSharedWriter(join(folder, SHARED_NAME))
      : 'none'
    return { sharedWriter, claim: generation === 0 ? null : await readClaim(folder, generation) }
  } catch (thrown) {
    throw toAppError(thrown)
  }
}

/** Puts the shared writer in place of the older one: whole or not at all. */
export async function writeSharedWriter(folder: string, sharedWriter: SharedWriter): Promise<void> {
  await replaceFile(folder, SHARED_NAME, sharedWriter)
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const generation = Number(claimName.exec(name)?.[1] ?? Number.NaN)
    if (generation <= sharedWriter.generation - KEPT_CLAIMS)
      await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}

/**
 * Makes the mark of a generation unless there is one: whether it is this machine's. The whole file appears at once where
 * the file system knows links; elsewhere (sticks) it is made exclusively, then filled.
 */
export async function makeClaim(
  folder: string,
  generation: number,
  { machineId, profileId }: { machineId: string; profileId: string },
): Promise<boolean> {
  const path = join(folder, `passation-${generation}.marque`)
  const temporary = join(folder, `.${machineId}.marque.tmp`)
  try {
    // One that a stop left behind is the mark itself under another name: not to be written through.
    await rm(temporary, { force: true })
    await writeFile(temporary, `${machineId} ${profileId}\n`)
    await syncFile(temporary)
    await link(temporary, path).catch(async (thrown) => {
      if (codeOf(thrown) === 'EEXIST') throw thrown
      await copyFile(temporary, path, constants.COPYFILE_EXCL)
    })
    await syncFile(path)
    await syncFolder(folder)
    return true
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw toAppError(thrown)
    return (await readClaim(folder, generation)).machineId === machineId
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

/** Whether a copy lies there with every byte it should have: a synchronised folder shows files before they are whole. */
export async function isWhole(folder: string, copy: CopyRef): Promise<boolean> {
  try {
    const path = join(folder, copy.file)
    return (await stat(path)).size === copy.sizeBytes && (await hashFile(path)) === copy.sha256
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return false
    throw toAppError(thrown)
  }
}

/** Says that a copy holds what a desk wrote while another one took over. */
export function writeAside(folder: string, aside: Aside): Promise<void> {
  return replaceFile(folder, `passation-ecart-${aside.machine.id}.json`, aside)
}

/** Copies that desks wrote beside, oldest machine id first; a damaged file is left out. */
export async function listAsides(folder: string): Promise<Aside[]> {
  const asides: Aside[] = []
  for (const name of (await readdir(folder)).filter((one) => asideName.test(one)).sort()) {
    const read = Aside.safeParse(await readJson(join(folder, name)))
    if (read.success) asides.push(read.data)
  }
  return asides
}

/** The copy of a desk is merged, for good: after a restore it would be merged once more. The copy itself stays. */
export async function removeAside(folder: string, machineId: string): Promise<void> {
  await rm(join(folder, `passation-ecart-${machineId}.json`), { force: true })
  await syncFolder(folder)
}

async function readSharedWriter(path: string): Promise<SharedWriter | 'unreadable'> {
  const read = SharedWriter.safeParse(await readJson(path))
  return read.success ? read.data : 'unreadable'
}

async function readJson(path: string): Promise<unknown> {
  try {
    if ((await stat(path)).size > MAX_BYTES) return null
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (thrown) {
    // Not JSON is unreadable; a folder that went away is not the same thing.
    if (thrown instanceof SyntaxError) return null
    throw toAppError(thrown)
  }
}

async function readClaim(folder: string, generation: number): Promise<Claim> {
  const words = await readFile(join(folder, `passation-${generation}.marque`), 'utf8').catch((thrown) => {
    if (codeOf(thrown) === 'ENOENT') return ''
    throw toAppError(thrown)
  })
  const [, machineId = null, profileId = null] = /^([0-9a-f-]{36}) ([0-9a-f-]{36})\n$/.exec(words) ?? []
  return { generation, machineId, profileId }
}

async function replaceFile(folder: string, name: string, value: unknown): Promise<void> {
  const path = join(folder, name)
  const temporary = `${path}.tmp`
  try {
    await writeFile(temporary, `${JSON.stringify(value, null, 2)}\n`)
    await renameDurably(temporary, path)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw toAppError(thrown)
  }
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
}

/** Refuses a folder that is not there. */
export async function expectFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new AppError('folder-unreachable')
  } catch (thrown) {
    throw toAppError(thrown)
  }
}
