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
