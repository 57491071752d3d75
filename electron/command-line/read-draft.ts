import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toAppError } from '../db/translate-error.ts'
import type { ReadFile } from '../domain/agenda/draft.ts'
import { civilDate } from '../domain/time/civil-date.ts'
import { startJobs } from './session.ts'

export async function readDraft(path: string): Promise<ReadFile> {
  const bytes = await readFile(path).catch((thrown) => {
    throw toAppError(thrown)
  })
  const jobs = startJobs()
  try {
    return await jobs.run('readFile', { fileName: basename(path), bytes, today: civilDate(new Date()) })
  } finally {
    jobs.close()
  }
}
