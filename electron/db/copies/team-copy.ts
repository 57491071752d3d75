// A copy of a team's data on one desk, as the data of a desk: read while the server is away, or gone on with.
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../domain/ids.ts'
import { syncFolder, writeDurably } from '../durable.ts'
import { accountOf, memberOf, type TeamAddress } from '../postgres/address.ts'
import { type OpenTeam, openTeam } from '../postgres/open.ts'
import { type Carried, type Step, takeTeam } from '../postgres/share.ts'
import { DATABASE_NAME } from '../replace.ts'

const FOLDER = 'copie-equipe'
export const copyFolder = (dataFolder: string): string => join(dataFolder, FOLDER)
/** Where it is made. */
const unfinishedFolder = (dataFolder: string): string => `${copyFolder(dataFolder)}-en-cours`
const NOTE = 'copie.json'
/** Of which account of which base it is: of another one it is no copy. Those of former versions do not say. */
const Note = z.object({ at: Instant, of: z.string().optional() })

export type TeamCopy = { readonly folder: string; readonly at: string }

/** The copy of what a desk works on; null where there is none that is whole. */
export function copyOf(dataFolder: string): TeamCopy | null {
  const folder = copyFolder(dataFolder)
  if (!existsSync(join(folder, DATABASE_NAME))) return null
  try {
    const member = memberOf(dataFolder)
    if (member === null) return null
    const { at, of } = Note.parse(JSON.parse(readFileSync(join(folder, NOTE), 'utf8')))
    // One that does not say is of who was a member when it was made.
    const isOwn = of === undefined ? at >= (member.since ?? '') : of === accountOf(member.address)
    return isOwn ? { folder, at } : null
  } catch {
    return null
  }
}

export async function dropCopy(dataFolder: string): Promise<void> {
  // What looks through new files may hold one for a moment.
  for (const folder of [copyFolder(dataFolder), unfinishedFolder(dataFolder)])
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** Makes it anew, as the data are now, on a line of its own; until it is whole the one of before stays. @param of isWhole: not of an account that only reads */
export async function makeCopy(
  of: { dataFolder: string; address: TeamAddress; password: string | null; at: string; isWhole: boolean },
  step: Step,
): Promise<Carried> {
  const { dataFolder, address, password, at, isWhole } = of
  const team = await openTeam(dataFolder, address, password ?? undefined)
  try {
    return await copyTo(team, { dataFolder, of: accountOf(address), at, isWhole }, step)
  } finally {
    await team.close()
  }
}

async function copyTo(
  team: OpenTeam,
  { dataFolder, of, at, isWhole }: { dataFolder: string; of: string; at: string; isWhole: boolean },
  step: Step,
): Promise<Carried> {
  const folder = copyFolder(dataFolder)
  const unfinished = unfinishedFolder(dataFolder)
  await rm(unfinished, { recursive: true, force: true })
  const carried = await takeTeam(team, unfinished, { now: new Date(at), step, mayLack: !isWhole })
  await writeDurably(join(unfinished, NOTE), JSON.stringify({ at, of }))
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
  await syncFolder(dataFolder)
  return carried
}
