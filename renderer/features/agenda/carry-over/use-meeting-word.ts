import type { Body } from '../../../../electron/domain/meetings/body.ts'
import { useQuery } from '../../../api/use-query.ts'

export function useMeetingWord(): Body['meetingWord'] {
  return useQuery('settings.body', {}).data?.meetingWord ?? 'séance'
}
