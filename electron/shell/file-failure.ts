import type { ErrorCode } from '../contract/errors.ts'
import type { Envelope } from '../contract/method.ts'

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-found',
  EACCES: 'file-locked',
  EPERM: 'file-locked',
  EBUSY: 'file-locked',
  ENOSPC: 'disk-full',
  ENOTCONN: 'folder-unreachable',
  EHOSTUNREACH: 'folder-unreachable',
}

/** A failure of reading or copying a file; anything unknown is thrown on as the bug it is. */
export function fileFailure(cause: unknown): Envelope<never> {
  const systemCode = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const code = codes[systemCode]
  if (code === undefined) throw cause
  return { ok: false, error: { code } }
}
