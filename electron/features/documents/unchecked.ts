// Documents that left and whose verdict is not written yet, in the data folder: of each its bytes, what the checker compares
// them to, and last the slip that makes them one. Each holds a whole document: they do not lie there for ever.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../../db/durable.ts'
import { DocumentModel } from '../../documents/model.ts'
import { createdOn, Id } from '../../domain/ids.ts'
import { addDays } from '../../domain/time/civil-date.ts'

const FOLDER = 'a-controler'
const MOST_DAYS = 30

const Slip = z.strictObject({
  /** The one whose row waits for the verdict: the folder stays when this desk joins or leaves a team. */
  base: z.string(),
  /** Begun so often, without an end. */
  tries: z.int(),
  undrawn: z.array(z.string()),
})
export type Slip = z.infer<typeof Slip>

export type Unchecked = { bytes: Uint8Array; model: DocumentModel; undrawn: readonly string[] }

type Place = { dataFolder: string }
const pathOf = ({ dataFolder }: Place, id: string, part: 'pdf' | 'model' | 'json') =>
  join(dataFolder, FOLDER, `${id}.${part}`)

/** Lays a document there, whole or not at all. */
export async function layDown(
  place: Place,
  id: string,
  { bytes, model, ...slip }: Unchecked & Slip,
): Promise<void> {
  await mkdir(join(place.dataFolder, FOLDER), { recursive: true })
  await writeDurably(pathOf(place, id, 'pdf'), bytes)
  await writeDurably(pathOf(place, id, 'model'), JSON.stringify(model))
  await writeSlip(place, id, slip)
}

export async function writeSlip(place: Place, id: string, slip: Slip): Promise<void> {
  await writeDurably(pathOf(place, id, 'json'), JSON.stringify(slip))
}

/** Null where none lies there, or where another version of the application wrote it. */
export async function slipOf(place: Place, id: string): Promise<Slip | null> {
  return parsed(Slip, await readFile(pathOf(place, id, 'json'), 'utf8').catch(() => ''))
}

export async function pickUp(place: Place, id: string): Promise<Omit<Unchecked, 'undrawn'> | null> {
  const bytes = await readFile(pathOf(place, id, 'pdf')).catch(() => null)
  const model = parsed(DocumentModel, await readFile(pathOf(place, id, 'model'), 'utf8').catch(() => ''))
  return bytes === null || model === null ? null : { bytes, model }
}

export async function clearAway(place: Place, id: string): Promise<void> {
  // The slip first: what is left of the others is no document.
  for (const part of ['json', 'model', 'pdf'] as const) await rm(pathOf(place, id, part), { force: true })
}

/**
 * What lies there. Parts that a stop in the middle of writing left are taken away, and what no opening could check for long.
 * @param isHeld documents that are just being laid down
 */
export async function lying(
  place: Place & { today: string },
  isHeld: (id: string) => boolean,
): Promise<Map<string, Slip>> {
  const folder = join(place.dataFolder, FOLDER)
  const found = new Map<string, Slip>()
  for (const file of await readdir(folder).catch(() => [])) {
    const [id = ''] = file.split('.')
    const isOf = Id.safeParse(id).success && createdOn(id) >= addDays(place.today, -MOST_DAYS)
    const slip = isOf && !file.endsWith('.tmp') ? await slipOf(place, id) : null
    if (slip !== null) found.set(id, slip)
    else if (!isHeld(id)) await rm(join(folder, file), { force: true })
  }
  return found
}

/** Takes all of them away: their words are no longer to be anywhere. */
export async function clearAllAway({ dataFolder }: Place): Promise<void> {
  await rm(join(dataFolder, FOLDER), { recursive: true, force: true })
}

function parsed<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return null
  }
}
