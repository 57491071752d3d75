import { typed } from '../../documents/head.ts'
import { dispatchText as text } from '../../documents/text/dispatch.ts'
import type { AgendaContent } from '../../domain/agenda/version.ts'
import { formatTime } from '../../domain/text/french.ts'

/** The agenda as lines of plain text, hours behind the items of the first level when it has any. */
export function agendaLines({ items }: AgendaContent): string {
  return items
    .map(({ number, title, start }) => {
      const line = text.item(number, typed(title))
      const indent = '  '.repeat(number.split('.').length - 1)
      return start === null || indent !== '' ? `${indent}${line}` : text.timed(line, formatTime(start))
    })
    .join('\n')
}
