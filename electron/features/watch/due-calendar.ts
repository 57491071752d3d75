import type { DueSpan } from '../../contract/watch.ts'
import type { DueText } from '../../contract/watch-life.ts'
import { type DueDay, dueCalendar } from '../../documents/calendar/due-ics.ts'
import { safeFileName } from '../../documents/file-name.ts'
import { dueText as text } from '../../documents/text/watch-due.ts'
import { linkTo } from '../../domain/link.ts'
import type { LongContext } from '../context.ts'
import { due } from './due.ts'

export function dueFileName({ today }: LongContext): string {
  return safeFileName(text.fileName(today), 'ics')
}

/** The deadlines of followed texts, for a calendar. */
export async function renderDue(context: LongContext, span: DueSpan): Promise<Uint8Array> {
  const { rows } = await context.read((reading) => due(reading, { span }))
  return new TextEncoder().encode(dueCalendar(rows.map(dayOf), context.now.toISOString()))
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
    link: linkTo({ kind: 'text', id: watchItemId }),
  }
}
