import { access } from 'node:fs/promises'
import { shell } from 'electron'
import type { Envelope } from '../contract/method.ts'
import { fileFailure } from './file-failure.ts'
import { log } from './log.ts'

/** `not-found` when the file is gone, `unexpected` when the system has no program for it. */
export async function openInProgram(path: string): Promise<Envelope<Record<string, never>>> {
  try {
    await access(path)
  } catch (cause) {
    return fileFailure(cause)
  }
  const complaint = await shell.openPath(path)
  if (complaint === '') return { ok: true, value: {} }
  log.warn('a document could not be opened: the system refused')
  return { ok: false, error: { code: 'unexpected' } }
}
