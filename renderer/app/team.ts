import type { Output } from '../../electron/contract/index.ts'
import { useQuery } from '../api/use-query.ts'

export type Team = Output<'team.get'>

/** The team that this desk works with; null without one, and before it is known. */
export function useTeam(): Team | null {
  const { data } = useQuery('team.get', {})
  return data === undefined || data.member === null ? null : data
}
