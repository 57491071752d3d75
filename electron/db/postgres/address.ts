// Where the base of a team is: the file that IT hands out, and the same kept by a desk that joined.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../contract/errors.ts'
import { syncFolder, writeDurably } from '../durable.ts'

/** Everything of the application lies in a schema of its own: the base may serve others too. */
export const SCHEMA = 'inp'

/** Kept in the folder of a desk that works on the base of its team. */
const MEMBER_NAME = 'equipe.json'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** A connection file; the password is never part of it. */
export const TeamFile = z
  .strictObject({
    kind: z.literal('seances-inp/equipe'),
    host: z.string().regex(/^[\w.:-]{1,253}$/),
    port: z.int().min(1).max(65_535).default(5432),
    database: z.string().min(1).max(63),
    /** PEM of the authority that signed the server's certificate; empty on loopback alone. */
    authority: z.string().max(100_000).default(''),
  })
  .refine(({ host, authority }) => LOOPBACK.has(host) || authority.includes('-----BEGIN CERTIFICATE-----'), {
    path: ['authority'],
  })
export type TeamFile = z.infer<typeof TeamFile>

export type TeamAddress = Omit<TeamFile, 'kind'> & { readonly user: string }

const Member = z.object({ file: TeamFile, user: z.string().min(1).max(63) })

/** Reads a connection file. @throws AppError `team-file-refused`, also for one that cannot be read */
export function readTeamFile(path: string): TeamFile {
  try {
    return TeamFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new AppError('team-file-refused', { cause })
  }
}

/**
 * The base on which the desk of a folder works; null when it works on data of its own.
 * @throws AppError `team-file-refused` when what it kept cannot be read: other data are never opened in place of a team's
 */
export function teamOf(folder: string): TeamAddress | null {
  const path = join(folder, MEMBER_NAME)
  if (!existsSync(path)) return null
  try {
    const { file, user } = Member.parse(JSON.parse(readFileSync(path, 'utf8')))
    const { kind: _, ...address } = file
    return { ...address, user }
  } catch (cause) {
    throw new AppError('team-file-refused', { cause })
  }
}

/** From the next opening on the desk works on the base of the team; its own data stay as they are. */
export async function joinTeam(folder: string, file: TeamFile, user: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await writeDurably(join(folder, MEMBER_NAME), `${JSON.stringify({ file, user }, null, 2)}\n`)
}

/** From the next opening on it works on its own data again. */
export async function leaveTeam(folder: string): Promise<void> {
  rmSync(join(folder, MEMBER_NAME), { force: true })
  await syncFolder(folder)
}
