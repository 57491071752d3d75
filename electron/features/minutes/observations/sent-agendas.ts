import type { Reader } from '../../../db/driver.ts'
import { blankItem } from '../../../domain/agenda/agenda.ts'
import type { AgendaContent } from '../../../domain/agenda/version.ts'
import type { FileToPrint } from '../../../domain/meetings/meeting-file.ts'
import { standingOf } from '../../reads/agenda-status.ts'

/** A meeting's file with each agenda that somebody may have been given, newest first; then with that of now. */
export async function sentAgendas(tx: Reader, file: FileToPrint): Promise<FileToPrint[]> {
  const { row, last, earlier } = await standingOf(tx, file.meeting.id)
  const published = [last, earlier].flatMap((version) => (version === null ? [] : [version.content]))
  const validated = row.validatedContent === null ? [] : [row.validatedContent]
  return [
    ...row.submittedContents.toReversed().map((content) => asLeft(file, content, true)),
    ...[...validated, ...published].map((content) => asLeft(file, content, false)),
    file,
  ]
}

/** What best matches what came back; of equal ones the newest that was sent. @param match the more, the better. */
export function bestOf<T>(all: readonly T[], match: (one: T) => number): T {
  const measured = all.map((one) => ({ one, its: match(one) }))
  const [best] = measured.sort((a, b) => b.its - a.its)
  if (best === undefined) throw new Error('nothing to choose from')
  return best.one
}

function asLeft(file: FileToPrint, { items, ...head }: AgendaContent, isAgendaDraft: boolean): FileToPrint {
  return {
    ...file,
    isAgendaDraft,
    meeting: { ...file.meeting, ...head },
    items: items.map(({ number: _, start: _start, end: _end, ...item }, position) => ({
      ...blankItem,
      ...item,
      version: 1,
      meetingId: file.meeting.id,
      position,
    })),
  }
}
