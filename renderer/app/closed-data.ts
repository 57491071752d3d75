import type { ErrorCode } from '../../electron/contract/errors.ts'
import { errorCode } from '../api/api-error.ts'

const closed: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'data-damaged',
  'data-missing',
  'data-moved',
  'data-newer',
  'data-in-use',
  'data-read-only',
  'disk-failing',
  'disk-full',
])

export function isClosedData(error: unknown): boolean {
  return closed.has(errorCode(error))
}
