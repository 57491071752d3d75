import { AppError, type ErrorCode } from '../contract/errors.ts'

const byCode: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_FULL: 'disk-full',
  EROFS: 'data-read-only',
  EACCES: 'data-read-only',
  EPERM: 'data-read-only',
  SQLITE_READONLY: 'data-read-only',
  SQLITE_CANTOPEN: 'data-read-only',
  SQLITE_NOTADB: 'data-damaged',
  SQLITE_CORRUPT: 'data-damaged',
  SQLITE_IOERR: 'disk-failing',
  SQLITE_BUSY: 'data-in-use',
  SQLITE_LOCKED: 'data-in-use',
  // A row was to speak of one that is not there: removed by another window meanwhile.
  SQLITE_CONSTRAINT_FOREIGNKEY: 'not-found',
  // The id that a new row was to have belongs to another one.
  SQLITE_CONSTRAINT_PRIMARYKEY: 'conflict',
  ENOENT: 'folder-unreachable',
  ENOTDIR: 'folder-unreachable',
  // Of a folder that is made where a file is.
  EEXIST: 'folder-unreachable',
  EHOSTDOWN: 'folder-unreachable',
  ENETUNREACH: 'folder-unreachable',
  ETIMEDOUT: 'folder-unreachable',
  EBUSY: 'file-locked',
}

/** Whether a row was refused because another one has what only one may have, by the engine of a desk or of a team. */
export function isTaken(thrown: unknown): boolean {
  const said = thrown instanceof AppError ? thrown.cause : thrown
  const { code } = said instanceof Error && 'code' in said ? said : { code: null }
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === '23505'
}

/** Whatever was thrown, as an AppError: known machine conditions get their code, the rest is a bug (`unexpected`). */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  // Raised by the triggers on rows of approved minutes (migration 4).
  if (thrown instanceof Error && thrown.message === 'sealed')
    return new AppError('approved', { cause: thrown })
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const family = Object.keys(byCode).find((known) => code === known || code.startsWith(`${known}_`))
  // A full disk under WAL can surface as a plain write error.
  if (code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_SHMSIZE')
    return new AppError('disk-full', { cause: thrown })
  return new AppError(family ? (byCode[family] ?? 'unexpected') : 'unexpected', { cause: thrown })
}
