// The base of a team, as the file that IT hands out names it; the password is never part of it.
import { z } from 'zod'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

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

/** Null for what is no connection file. */
export function readTeamFile(text: string): TeamFile | null {
  try {
    // Editors of Windows put a mark before what they write.
    return TeamFile.parse(JSON.parse(text.replace(/^\uFEFF/u, '')))
  } catch {
    return null
  }
}

/** An account of the server. */
export const TeamUser = z.string().trim().min(1).max(63)

/** Who writes on the base of a team, as people read it: the account there, and the one of the computer where it is another. */
export const teamAuthor = (account: string, onComputer: string): string =>
  onComputer === '' || onComputer === account ? account : `${account} (${onComputer})`

/** Whether somebody's name is that of an account, on whichever computer. */
export const isTeamAuthor = (account: string, who: unknown): boolean =>
  typeof who === 'string' && (who === account || who.startsWith(`${account} (`))

export const teamRoles = ['administration', 'secretariat', 'lecture'] as const
export type TeamRole = (typeof teamRoles)[number]
