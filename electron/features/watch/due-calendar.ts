import type { Parsed } from '../../contract/index.ts'
import type { DueText } from '../../contract/watch-life.ts'
import { type DueDay, dueCalendar } from '../../documents/calendar/due-ics.ts'
import { safeFileName } from '../../documents/file-name.ts'
import { dueText as text } from '../../documents/text/watch-due.ts'
import { writeAtomically } from '../../documents/write-atomically.ts'
import type { LongContext } from '../context.ts'
import { due } from './due.ts'

export function dueFileName({ today }: LongContext, _: Parsed<'watch.saveDue'>): { fileName: string } {
  return { fileName: safeFileName(text.fileName(today), 'ics') }
}

export async function writeDue(
  context: LongContext,
  { path, span }: Parsed<'watch.saveDue'> & { path: string },
): Promise<{ path: string }> {
  const { rows } = await context.read((reading) => due(reading, { span }))
  const file = dueCalendar(rows.map(dayOf), context.now.toISOString())
  await writeAtomically(path, new TextEncoder().encode(file))
  return { path }
}

function dayOf({ watchItemId, deadlineId, date, what, title, shortTitle, ...of }: DueText): DueDay {
  const words = [
    of.label,
    title,
    of.audience + of.threshold === '' ? '' : text.audience(of.audience, of.threshold),
  ]
  return {
    uid: `${deadlineId ?? `${watchItemId}-${what}`}@seances-inp`,
    date,
    summary: text.summary(text.what[what], shortTitle || title),
    description: words.filter((line) => line !== '').join('\n'),
  }
}
