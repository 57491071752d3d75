import { useTeam } from '../../../app/team.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'

/** Why nothing can be erased from here; undefined where it can. Readers are told by the frame. */
export function useWhyNotErased(): string | undefined {
  return useTeam()?.role === 'secretariat' ? text.forAdministration : undefined
}
