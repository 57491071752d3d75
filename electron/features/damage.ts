import { AppError } from '../contract/errors.ts'
import { toAppError } from '../db/translate-error.ts'
import type { Damage } from './context.ts'

/** The data, or a copy made of them, are not sound, although nothing that was read of them said so. */
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
