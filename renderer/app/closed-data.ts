import type { ErrorCode } from '../../electron/contract/errors.ts'
import { type ApiError, errorCode } from '../api/api-error.ts'
import { useQuery } from '../api/use-query.ts'
import { frameText } from '../text/frame.ts'

const closed: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'data-damaged',
  'data-missing',
  'data-moved',
  'data-place-unsure',
  'data-newer',
  'data-in-use',
  'data-read-only',
  'disk-failing',
  'disk-full',
  'team-away',
  'team-certificate',
  'team-file-refused',
  'team-incomplete',
  'team-missing',
  'team-not-allowed',
  'team-older',
  'team-password-needed',
  'team-password-wrong',
])

/** Why the data could not be opened, and how to try again; null when they are open. */
export function useClosedData(): { error: ApiError; retry: () => void } | null {
  const { error, refetch } = useQuery('home.get', {})
  return error === null || !closed.has(errorCode(error)) ? null : { error, retry: () => void refetch() }
}

/** Why nothing can be stored, whoever has the right to write; null when it can. */
export function useNothingStored(): string | null {
  const closedData = useClosedData()
  const damage = useQuery('recovery.damage', {})
  if (closedData !== null) return frameText.noData
  return damage.data?.data == null ? null : frameText.damaged
}
