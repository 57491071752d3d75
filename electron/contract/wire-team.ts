import type { TeamFile } from '../domain/data/team.ts'
import type { Output, Parsed } from './index.ts'

/** Passwords travel with the call that needs them, or are asked for by `password-wanted`. */
export type TeamCalls = {
  tryTeam: { input: Parsed<'team.try'>; output: Output<'team.try'> }
  /** `account` is what its password is kept under. */
  joinTeam: { input: Parsed<'team.join'>; output: { account: string } }
  shareWithTeam: { input: Parsed<'team.share'>; output: { account: string; carried: Output<'team.share'> } }
  bringTeam: { input: Record<string, never>; output: Output<'team.bring'> }
  leaveTeam: { input: Record<string, never>; output: Record<string, never> }
}

export type TeamJobs = {
  /** Makes the copy of a team's data on this desk, on a line of its own; ended, it leaves the one of before. */
  copyTeam: {
    input: {
      dataFolder: string
      address: Omit<TeamFile, 'kind'> & { user: string }
      /** Null: the engine's own file of passwords is asked. */
      password: string | null
      at: string
      /** Refused to an account that is not shown everything. */
      isWhole: boolean
    }
    output: Output<'team.bring'>
  }
}
