import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withSession } from '../../electron/command-line/session.ts'
import type { ProducedFormat } from '../../electron/contract/documents.ts'
import { handOver, putDemo } from './command-line.ts'
import { modelBlocks } from './model-blocks.ts'

const kinds = { minutes: 'minutes', agenda: 'timedAgenda' } as const

/** One document in every format asked for. */
export type DemoDocument = {
  /** As it is printed: it names the meeting and the kind. */
  reference: string
  kind: keyof typeof kinds
  /** Its model, as it is exported. */
  json: string
  path(format: ProducedFormat): string
}

/**
 * @param folder empty; any user may read what is written there.
 * @param options.meetings how many: those whose minutes and agenda have most words.
 */
export async function demoDocuments(
  folder: string,
  { years, meetings, formats }: { years: number; meetings: number; formats: readonly ProducedFormat[] },
): Promise<DemoDocument[]> {
  const [data, written] = [join(folder, 'data'), join(folder, 'written')]
  chmodSync(folder, 0o755)
  mkdirSync(written)
  handOver(folder)
  putDemo(data, years)
  return withSession(data, async ({ call, internal }) => {
    const held = (await call('meetings.list', { year: null })).filter(
      ({ minutesState }) => minutesState !== null,
    )
    const write = async (meetingId: string, kind: DemoDocument['kind'], format: ProducedFormat) => {
      const path = join(written, `${kind}-${meetingId}.${format}`)
      await internal('writeDocument', { subject: { kind: kinds[kind], meetingId }, format, path })
      return path
    }
    const read: { id: string; words: number; minutes: string; agenda: string }[] = []
    for (const { id } of held) {
      const minutes = readFileSync(await write(id, 'minutes', 'json'), 'utf8')
      const agenda = readFileSync(await write(id, 'agenda', 'json'), 'utf8')
      read.push({ id, words: wordsOf(minutes) + wordsOf(agenda), minutes, agenda })
    }
    const rich = read.sort((a, b) => b.words - a.words || a.id.localeCompare(b.id)).slice(0, meetings)
    const documents = rich.flatMap(({ id, ...models }) =>
      (['minutes', 'agenda'] as const).map((kind) => ({
        id,
        reference: referenceIn(models[kind]),
        kind,
        json: models[kind],
        path: (format: ProducedFormat) => join(written, `${kind}-${id}.${format}`),
      })),
    )
    for (const { id, kind } of documents) for (const format of formats) await write(id, kind, format)
    return documents
  })
}

function referenceIn(json: string): string {
  return (JSON.parse(json) as { head: { reference: string } }).head.reference
}

function wordsOf(json: string): number {
  return modelBlocks(json, { paged: false }).join(' ').split(' ').length
}
