import { z } from 'zod'
import { TeamFile, TeamUser, teamRoles } from '../domain/data/team.ts'
import { Id, Instant } from '../domain/ids.ts'
import { long, recovery, shell } from './method.ts'
import { PasswordState } from './sending.ts'

const Nothing = z.strictObject({})
const Password = z.string().min(1).max(1_000)

export const TeamView = z.strictObject({
  /** The base that this desk works on; null when it works on data of its own. */
  member: z
    .strictObject({ host: z.string(), database: z.string(), user: z.string(), since: Instant.nullable() })
    .nullable(),
  /** Null while it is not known. */
  role: z.enum(teamRoles).nullable(),
  /** Since when its server does not answer. */
  awaySince: Instant.nullable(),
  /** Of when the copy of its data on this desk is, and whether that is shown, read-only, until the server is back. */
  copyAt: Instant.nullable(),
  isCopyShown: z.boolean(),
})
export type TeamView = z.infer<typeof TeamView>

/** Where somebody is, and the item or section of it that they write in; null when they only read. */
export const Whereabouts = z.strictObject({
  meetingId: Id.nullable(),
  screen: z.string().max(40),
  part: z.string().max(60).nullable(),
})
export type Whereabouts = z.infer<typeof Whereabouts>

/** Somebody else on the base of the team. */
export const TeamMate = Whereabouts.extend({ desk: z.uuid(), who: z.string().max(200) })
export type TeamMate = z.infer<typeof TeamMate>

/** `missing`: files that something here speaks of and that neither side has. */
const Carried = z.strictObject({ rows: z.int(), files: z.int(), missing: z.int() })

/** An account of the base that a connection file names. */
const Account = z.strictObject({ file: TeamFile, user: TeamUser, password: Password })

export const team = {
  /** Also while the base cannot be opened. */
  'team.get': recovery('reads', () => [Nothing, TeamView]),
  /** The connection file that the administration gives; null where each desk has its own. */
  'team.offered': long('reads', () => [Nothing, z.strictObject({ file: TeamFile.nullable() })]),
  /** As they say themselves, over the server; only to be seen. */
  'team.mates': recovery('reads', () => [Nothing, z.array(TeamMate)]),
  /** Tells them where this desk is. */
  'team.say': recovery('acts', () => [Whereabouts, Nothing]),
  'team.password': shell('reads', () => [Nothing, PasswordState]),
  /** Speaks with the server and changes nothing; `isEmpty`: nobody has written there yet. */
  'team.try': shell('acts', () => [
    Account,
    /** `body`: the name of the one whose base it is. */
    z.strictObject({ role: z.enum(teamRoles), isEmpty: z.boolean(), body: z.string() }),
  ]),
  /** From now on this desk works there; its own data stay as they are. */
  'team.join': shell('acts', () => [Account, TeamView]),
  /** Gives an empty base all that this desk holds, each row and file compared there, and works there from then on. */
  'team.share': shell('acts', () => [Account, Carried]),
  /** Puts the team's data in place of this desk's own, which go aside whole, and works alone from then on. */
  'team.bring': shell('acts', () => [Nothing, Carried]),
  /** Gives up either of them: this desk works on as before. */
  'team.stop': long('acts', () => [Nothing, Nothing]),
  /** Opens the base again with another password. */
  'team.setPassword': shell('acts', () => [z.strictObject({ password: Password }), TeamView]),
  /** Shows the copy of the data on this desk while the server is away. */
  'team.showCopy': recovery('acts', () => [Nothing, Nothing]),
  /** Goes back to the data of this desk. */
  'team.leave': shell('acts', () => [Nothing, TeamView]),
}
