import { z } from 'zod'
import { itemNumbers } from '../../domain/agenda/agenda.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { meetingNumbered } from '../../domain/meetings/meeting-name.ts'
import type { Approval, CorrigendumFields } from '../../domain/minutes/version.ts'
import { formatDate, formatDateWithoutWeekday } from '../../domain/text/french.ts'
import { asSentence } from '../../domain/text/french-sentence.ts'
import { plainLines } from '../blocks.ts'
import { signatureOf } from '../convocation/model.ts'
import { acronymOf, DocumentHead, fact, headOf, momentOf, Row, typed } from '../head.ts'
import { corrigendumText as text } from '../text/corrigendum.ts'
import { paperText } from '../text/head.ts'

export const CorrigendumModel = z.strictObject({
  kind: z.literal('corrigendum'),
  head: DocumentHead,
  facts: z.array(Row),
  /** In reading order: the passage, what it said, what it says, why. */
  parts: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()) })),
  foot: z.string(),
  /** Quality and name, one line each; empty where the paper bears no signature, or nobody is known to sign. */
  signature: z.array(z.string()).default([]),
})
export type CorrigendumModel = z.infer<typeof CorrigendumModel>

/**
 * @param file the meeting whose minutes are approved.
 * @param number of the corrigendum, from 1.
 */
export function corrigendumModel(
  file: MeetingFile,
  { approval, number, fields }: { approval: Approval; number: number; fields: CorrigendumFields },
): CorrigendumModel {
  const { body, meeting } = file
  const minutes = text.minutes(meetingNumbered(meeting.number, body.meetingWord))
  const title = text.title(number, minutes)
  const day = formatDate(meeting.date)
  const rank =
    meeting.number === null
      ? meeting.date
      : `${meeting.date.slice(0, 4)}/${String(meeting.number).padStart(2, '0')}`
  const item = file.items.find(({ id }) => id === fields.itemId)
  const itemNumber = item === undefined ? undefined : itemNumbers(file.items).get(item.id)
  const itemWords = `${itemNumber === undefined ? '' : `${itemNumber}.\u00a0`}${item?.title ?? ''}`
  const part = (heading: string, words: string, empty: string) => {
    const lines = plainLines(words)
    return lines.length > 0 ? [{ heading, lines }] : empty === '' ? [] : [{ heading, lines: [empty] }]
  }
  return {
    kind: 'corrigendum',
    head: headOf(file, 'corrigendum', {
      title,
      subtitle: `du ${day}`,
      runningTitle: `${title} du ${formatDateWithoutWeekday(meeting.date)}`,
      reference: `${acronymOf(body)}/${rank}-${paperText.corrigendum.code}${number}`,
      mention: '',
      notice: '',
      metadataTitle: `${title} du ${day}, ${typed(body.name)}`,
      keywords: [meeting.date],
      date: momentOf(fields.decidedOn, '12:00'),
    }),
    facts: [
      ...fact(text.decidedOn, formatDate(fields.decidedOn)),
      ...fact(text.minutesOf, text.approvedOn(formatDate(approval.approvedOn))),
      ...fact(text.approvedHash, text.hashed(approval.sha256)),
    ],
    parts: [
      ...part(text.item, itemWords, ''),
      ...part(text.place, fields.place, ''),
      ...part(text.instead, fields.beforeText, text.nothingBefore),
      ...part(text.read, fields.afterText, text.nothingAfter),
      ...part(text.reason, asSentence(fields.reason), ''),
    ],
    foot: text.foot,
    signature: signatureOf(file),
  }
}
