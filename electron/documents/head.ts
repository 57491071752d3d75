import { z } from 'zod'
import type { DocumentKind } from '../contract/documents.ts'
import { type DocumentLook, tint } from '../domain/documents/document-style.ts'
import type { Body } from '../domain/meetings/body.ts'
import type { MeetingFile } from '../domain/meetings/meeting-file.ts'
import { meetingNumbered } from '../domain/meetings/meeting-name.ts'
import { formatDate, formatDateWithoutWeekday, typography } from '../domain/text/french.ts'
import { plainLines } from './blocks.ts'
import { DocumentImage } from './image.ts'
import { headText, type OwnPaper, paperText } from './text/head.ts'

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

/** The chosen look of documents, already resolved for the day of the document. */
export const HeadLook = z.strictObject({
  /** "#rrggbb" each; the grounds are the pale tints behind notes of that colour. */
  accent: z.string(),
  decisionColour: z.string(),
  decisionGround: z.string(),
  actionColour: z.string(),
  actionGround: z.string(),
  /** At the foot of each page beside the reference; empty when there is none. */
  footer: z.string(),
  /** The issuer's first, then the partners'. */
  logos: z.array(z.strictObject({ role: z.enum(['issuer', 'partner']), image: DocumentImage })),
  /** Lines of the issuer's block, printed on letters. */
  address: z.array(z.string()),
})

export const DocumentHead = z.strictObject({
  issuer: z.string(),
  look: HeadLook,
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
    /** Name and description of the structured data carried inside the file; an empty name = none are. */
    dataFile: z.string(),
    dataDescription: z.string(),
  }),
})
export type DocumentHead = z.infer<typeof DocumentHead>

type HeadWords = Pick<
  DocumentHead,
  'title' | 'subtitle' | 'runningTitle' | 'reference' | 'mention' | 'notice'
> & { date: DocumentHead['metadata']['date']; metadataTitle: string; keywords: readonly string[] }

/**
 * The head of any document, from its own words.
 * @param words.date wall-clock moment in France that the file is dated of: never the moment of making it.
 */
export function headOf(
  { body, look }: { body: Body; look: DocumentLook },
  kind: DocumentKind | OwnPaper,
  { date, metadataTitle, keywords, ...words }: HeadWords,
): DocumentHead {
  const bodyName = typed(body.name)
  const issuer = typed(look.letterhead?.issuer ?? '')
  const text = paperText[kind]
  const about = `${words.title} ${words.subtitle}`.trim()
  return {
    issuer,
    look: headLook(look),
    bodyName,
    ...words,
    sampleMark: body.isSample ? headText.sampleMark : '',
    page: headText.page,
    pageOf: headText.pageOf,
    metadata: {
      title: metadataTitle,
      author: issuer || bodyName,
      description: `${about}${words.mention === '' ? '' : ` (${words.mention.toLowerCase()})`}`,
      keywords: [text.title.toLowerCase(), acronymOf(body), ...keywords],
      date,
      dataFile: look.style.embedsData ? text.dataFile : '',
      dataDescription: text.dataDescription,
    },
  }
}

/** Short name of the body, for references. */
export function acronymOf(body: Body): string {
  return body.acronym.trim() === '' ? headText.bodyAcronym : body.acronym.trim()
}

/** The look of the documents of a day, whatever they say. */
export function headLook({ letterhead, logos, style }: DocumentLook): DocumentHead['look'] {
  return {
    accent: style.accent,
    decisionColour: style.decisionColour,
    decisionGround: tint(style.decisionColour),
    actionColour: style.actionColour,
    actionGround: tint(style.actionColour),
    footer: typed(style.footer),
    logos: logos.map(({ role, sha256, mediaType, width, height, alt }) => ({
      role,
      image: { type: 'image', sha256, mediaType, width, height, alt: typed(alt) },
    })),
    address: plainLines(letterhead?.address ?? ''),
  }
}

/**
 * The head of a meeting's document.
 * @param kind which paper.
 * @param mention its state, for example "Projet"; empty when there is none.
 * @param named how this paper is called where the secretariat chooses between two words.
 */
export function documentHead(
  file: MeetingFile,
  kind: DocumentKind,
  mention: string,
  notice: string,
  named: string = paperText[kind].title,
): DocumentHead {
  const { body, meeting } = file
  const text = paperText[kind]
  const title = `${named} de la ${meetingNumbered(meeting.number, body.meetingWord)}`
  const day = formatDate(meeting.date)
  const time = file.minutes?.closedAt ?? meeting.endTime ?? meeting.startTime
  const rank =
    meeting.number === null
      ? meeting.date
      : `${meeting.date.slice(0, 4)}/${String(meeting.number).padStart(2, '0')}`
  return headOf(file, kind, {
    title,
    subtitle: `du ${day}`,
    runningTitle: `${title} du ${formatDateWithoutWeekday(meeting.date)}`,
    reference: `${acronymOf(body)}/${rank}-${text.code}`,
    mention,
    notice,
    metadataTitle: `${title} du ${day}, ${typed(body.name)}`,
    keywords: [meeting.date],
    date: momentOf(meeting.date, time),
  })
}

/** A civil date and a clock time as the moment that metadata carry. */
export function momentOf(date: string, time: string): DocumentHead['metadata']['date'] {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
    hour: Number(time.slice(0, 2)),
    minute: Number(time.slice(3, 5)),
  }
}

/** A row of facts, or none when nothing was said. */
export function fact(label: string, value: string, href: string | null = null): Row[] {
  return value === '' ? [] : [{ label, value, href }]
}

/**
 * A text that a person typed, as it is printed. Each typed text goes through here once and alone: in an assembled sentence,
 * a lone quote of one field could pair with that of another.
 */
export function typed(text: string): string {
  return typography(text.trim())
}

/** Parts one after the other, "Hélène Marchetti, DGX"; empty ones are left out. */
export function joined(parts: readonly string[], separator = ', '): string {
  return parts.filter((part) => part !== '').join(separator)
}

/** Words that fit in a narrow place, cut between two of them. */
export function shortened(words: string, longest: number): string {
  if (words.length <= longest) return words
  const cut = words.slice(0, longest)
  const space = cut.lastIndexOf(' ')
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s,;:.\p{Surrogate}])[\s,;:.\p{Surrogate}]+$/u, '')}…`
}
