import { AppError } from '../contract/errors.ts'
import { toAppError } from '../db/translate-error.ts'
import type { Damage } from './context.ts'

/** The copy made of the data is not sound, although every page could be copied. */
export class DamagedCopy extends Error {
  readonly code = 'SQLITE_CORRUPT'
}

/** Whether what SQLite itself threw says that data cannot be read; what the calls refuse has its code already. */
export function damageCode(thrown: unknown): Damage['code'] | null {
  const own = thrown instanceof AppError ? thrown.cause : thrown
  if (own === undefined || own instanceof AppError) return null
  const { code } = toAppError(own)
  return code === 'data-damaged' || code === 'disk-failing' ? code : null
}
