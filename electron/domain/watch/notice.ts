import { z } from 'zod'
import { PlainText } from '../ids.ts'
import { LINE_LENGTH } from '../limits.ts'
import type { WatchFields } from './watch.ts'

/** The rubrics of the notice that the JO prints above a decree (circular of 7 July 2011 on the quality of law). */
export const NoticeRubrics = z.strictObject({
  audience: PlainText,
  purpose: PlainText,
  entryWords: PlainText,
  notice: PlainText,
  references: PlainText,
  application: PlainText,
})
export type NoticeRubrics = z.infer<typeof NoticeRubrics>

/** Of a text without a notice. */
export const blankNotice: NoticeRubrics = {
  audience: '',
  purpose: '',
  entryWords: '',
  notice: '',
  references: '',
  application: '',
}

/** The fields of the watch in which they are kept. */
export function noticeFields(
  rubrics: NoticeRubrics,
): Pick<WatchFields, 'audience' | 'purpose' | 'inForceWords' | 'notice' | 'legalReferences'> {
  return {
    // It names whom the text is for: a title, and what a list is narrowed to, have no full stop.
    audience: rubrics.audience
      .replace(/\s+/g, ' ')
      .replace(/(?<!\betc| )\. ?$/u, '')
      .slice(0, LINE_LENGTH),
    purpose: rubrics.purpose,
    inForceWords: rubrics.entryWords,
    notice: rubrics.notice,
    legalReferences: [rubrics.references, rubrics.application].filter((words) => words !== '').join('\n'),
  }
}
