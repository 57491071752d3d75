// Simple Dublin Core (ISO 15836-1) in XML, which any archives service reads; and the rules of keeping in JSON, which no
// standard of ours claims to be.
import { meetingName } from '../../domain/meetings/meeting-name.ts'
import { formatDateWithoutWeekday, withCapital } from '../../domain/text/french.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { wellFormed } from '../paper/well-formed.ts'
import { meetingArchiveText as text } from '../text/meeting-archive.ts'
import type { ArchivedPiece, MeetingArchiveModel } from './model.ts'

/** "Séance n° 10 du 12 novembre 2026". */
export function meetingTitle({
  meetingWord,
  meeting,
}: {
  meetingWord: string
  meeting: { number: number | null; date: string }
}): string {
  return withCapital(meetingName(meeting.number, formatDateWithoutWeekday(meeting.date), meetingWord))
}

/** Source: DCMI Metadata Terms, the fifteen elements; container of the Open Archives Initiative. */
export function dublinCore(model: MeetingArchiveModel, pieces: readonly ArchivedPiece[]): string {
  const { body, producer, meeting, approval } = model
  const elements: [string, string][] = [
    ['title', `${body}, ${meetingTitle(model)}${meeting.title === '' ? '' : `, ${meeting.title}`}`],
    ['creator', producer],
    ['publisher', body],
    ['contributor', meeting.chair],
    ['subject', meeting.title],
    ['description', text.lead],
    ['date', meeting.date],
    ['type', text.type],
    ['language', text.language],
    ['identifier', `urn:uuid:${model.meetingId}`],
    ['identifier', `urn:sha256:${approval.sha256}`],
    ...[...new Set(pieces.map(({ mediaType }) => mediaType))].map((type): [string, string] => [
      'format',
      type,
    ]),
    ...pieces.map(({ path }): [string, string] => ['relation', path]),
  ]
  const lines = elements
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `  <dc:${name}>${escapeMarkup(wellFormed(words))}</dc:${name}>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
${lines.join('')}</oai_dc:dc>
`
}

/** Null until it is agreed. */
export function retentionJson({ rules }: MeetingArchiveModel): string {
  const said = rules.map(({ kind, duaYears, finalFate, communicableAfterYears, reference }) => ({
    documents: text.kinds[kind],
    duree_utilite_administrative_annees: duaYears,
    sort_final: finalFate === null ? null : text.fates[finalFate],
    communicable_apres_annees: communicableAfterYears,
    reference: reference === '' ? null : reference,
  }))
  return `${JSON.stringify(said, null, 2)}\n`
}

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
}
export const mediaTypeOf = (path: string) =>
  types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
