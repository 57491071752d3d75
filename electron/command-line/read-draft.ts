import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toAppError } from '../db/translate-error.ts'
import type { ReadFile } from '../domain/agenda/draft.ts'
import { civilDate } from '../domain/time/civil-date.ts'
import { readAny } from '../features/imports/read-any.ts'
import { settled, startJobs } from './session.ts'

export async function readDraft(path: string): Promise<ReadFile> {
  const bytes = await readFile(path).catch((thrown) => {
    throw toAppError(thrown)
  })
  const jobs = startJobs()
  try {
    const input = { fileName: basename(path), bytes, today: civilDate(new Date()) }
    return await readAny({ runJob: jobs.run, settled: settled() }, input)
  } finally {
    jobs.close()
  }
}
