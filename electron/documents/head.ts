// Head: what stands at the top of every document, on each of its pages and in its metadata.
import { z } from 'zod'
import type { DocumentKind } from '../contract/documents.ts'
import { formatDate, formatDateWithoutWeekday, typography } from '../domain/french.ts'
import type { MeetingFile } from '../domain/meeting-file.ts'
import { headText, paperText } from './text/head.ts'

export const Row = z.strictObject({
  label: z.string(),
  value: z.string(),
  /** Web address of the value, or null. */
  href: z.string().nullable(),
})
export type Row = z.infer<typeof Row>

/** A plain table: as many cells in each row as there are columns; the first cell of a row names the row. */
export const PlainTable = z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) })
export type PlainTable = z.infer<typeof PlainTable>

export const DocumentHead = z.strictObject({
  issuer: z.string(),
  bodyName: z.string(),
  title: z.string(),
  subtitle: z.string(),
  /** Printed at the top of each page after the first. */
  runningTitle: z.string(),
  reference: z.string(),
  /** Short state printed in the foot of each page; empty when there is none. */
  mention: z.string(),
  /** A sentence that explains the mention, first page only; empty when there is none. */
  notice: z.string(),
  /** "Données d'exemple", or empty. */
  sampleMark: z.string(),
  page: z.string(),
  pageOf: z.string(),
  metadata: z.strictObject({
    title: z.string(),
    author: z.string(),
    description: z.string(),
    keywords: z.array(z.string()),
    /** Wall-clock moment of the meeting in France: the same meeting always gives the same bytes. */
    date: z.strictObject({
      year: z.int(),
      month: z.int(),
      day: z.int(),
      hour: z.int(),
      minute: z.int(),
    }),
    /** Name and description of the structured data carried inside the PDF. */
    dataFile: z.string(),
    dataDescription: z.string(),
  }),
})
export type DocumentHead = z.infer<typeof DocumentHead>

/**
 * The head of a meeting's document.
 * @param kind which paper.
 * @param mention its state, for example "Projet"; empty when there is none.
 */
export function documentHead(
  file: MeetingFile,
  kind: DocumentKind,
  mention: string,
  notice: string,
): DocumentHead {
  const { body, meeting } = file
  const text = paperText[kind]
  const number = meeting.number === null ? '' : ` n°\u00a0${meeting.number}`
  const title = `${text.title} de la ${body.meetingWord}${number}`
  const day = formatDate(meeting.date)
  const bodyName = typed(body.name)
  const time = file.minutes?.closedAt ?? meeting.endTime ?? meeting.startTime
  const acronym = body.acronym.trim() === '' ? headText.bodyAcronym : body.acronym.trim()
  const rank =
    meeting.number === null
      ? meeting.date
      : `${meeting.date.slice(0, 4)}/${String(meeting.number).padStart(2, '0')}`
  return {
    issuer: typed(body.issuer),
    bodyName,
    title,
    subtitle: `du ${day}`,
    runningTitle: `${title} du ${formatDateWithoutWeekday(meeting.date)}`,
    reference: `${acronym}/${rank}-${text.code}`,
    mention,
    notice,
    sampleMark: body.isSample ? headText.sampleMark : '',
    page: headText.page,
    pageOf: headText.pageOf,
    metadata: {
      title: `${title} du ${day}, ${bodyName}`,
      author: typed(body.issuer) || bodyName,
      description: `${title} du ${day}${mention === '' ? '' : ` (${mention.toLowerCase()})`}`,
      keywords: [text.title.toLowerCase(), acronym, meeting.date],
      date: {
        year: Number(meeting.date.slice(0, 4)),
        month: Number(meeting.date.slice(5, 7)),
        day: Number(meeting.date.slice(8, 10)),
        hour: Number(time.slice(0, 2)),
        minute: Number(time.slice(3, 5)),
      },
      dataFile: text.dataFile,
      dataDescription: text.dataDescription,
    },
  }
}

/** A row of facts, or none when nothing was said. */
export function fact(label: string, value: string, href: string | null = null): Row[] {
  return value === '' ? [] : [{ label, value, href }]
}

/**
 * What a person typed, as it is printed. Each typed text goes through here once and alone: in an assembled sentence,
 * a lone quote of one field could pair with that of another.
 */
export function typed(text: string): string {
  return typography(text.trim())
}

/** Parts one after the other, "Hélène Marchetti, DGX"; empty ones are left out. */
export function joined(parts: readonly string[], separator = ', '): string {
  return parts.filter((part) => part !== '').join(separator)
}
