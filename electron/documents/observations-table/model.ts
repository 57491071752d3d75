import { z } from 'zod'
import { inAgendaOrder, itemNumbers } from '../../domain/agenda/agenda.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { type Observation, ObservationState } from '../../domain/minutes/observation.ts'
import { formatDate, formatNarrowDate } from '../../domain/text/french.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import { plainLines } from '../blocks.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { meetingText } from '../text/meeting.ts'
import { observationsTableText as text } from '../text/observations-table.ts'
import { MarkedWords, markedTexts, requestSentences } from './wording.ts'

const ObservationRow = z.strictObject({
  number: z.string(),
  /** Organisation, person and day, then the place in the draft. */
  author: z.array(z.string()),
  place: z.string(),
  before: z.array(MarkedWords),
  after: z.array(MarkedWords),
  /** The request in sentences; then the author's own words. */
  request: z.array(z.string()),
  comment: z.array(z.string()),
  state: z.string(),
  isOpen: z.boolean(),
  answer: z.array(z.string()),
})

export const ObservationsTableModel = z.strictObject({
  kind: z.literal('observationsTable'),
  head: DocumentHead,
  facts: z.array(Row),
  columns: z.array(z.string()).length(5),
  /** In place of a text that there is not. */
  none: z.string(),
  groups: z.array(z.strictObject({ number: z.string(), title: z.string(), rows: z.array(ObservationRow) })),
  /** Said instead of the tables when nobody observed anything; empty otherwise. */
  empty: z.string(),
  emptyHeading: z.string(),
})
export type ObservationsTableModel = z.infer<typeof ObservationsTableModel>

/**
 * The table as it goes to the members: who of them asked for what, and what became of it; what was corrected inside is
 * nobody else's. Files and messages that the observations
 * came in are the secretariat's own and stay out of it.
 * @param all observations of the meeting, in the order in which they came.
 */
export function observationsTableModel(
  file: MeetingFile,
  all: readonly Observation[],
): ObservationsTableModel {
  const { meeting } = file
  const observations = all.filter(({ paper, circle }) => paper === 'minutes' && circle === 'members')
  const open = observations.filter(({ state }) => state === 'open').length
  const { number, author, before, after, answer } = text.columns
  return {
    kind: 'observationsTable',
    head: documentHead(
      file,
      'observationsTable',
      open === 0 ? '' : text.mentionOpen,
      open === 0 ? '' : text.noticeOpen(open),
    ),
    facts: [
      ...fact(text.about, text.aboutMinutes),
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(meetingText.date, formatDate(meeting.date)),
      ...fact(meetingText.chair, typed(meeting.chair)),
      ...fact(meetingText.secretary, typed(meeting.secretary)),
      ...fact(text.count, countsOf(observations)),
      ...fact(text.authors, authorsOf(observations)),
    ],
    columns: [number, author, before, after, answer],
    none: text.none,
    groups: groupsOf(file, observations),
    empty: observations.length === 0 ? text.empty : '',
    emptyHeading: text.count,
  }
}

/** "12, dont 8 retenues, 3 non retenues, 1 en attente de réponse". */
function countsOf(observations: readonly Observation[]): string {
  if (observations.length === 0) return ''
  const parts = [...ObservationState.options.slice(1), 'open' as const].flatMap((state) => {
    const count = observations.filter((one) => one.state === state).length
    return count === 0 ? [] : [text.stateCounts[state](count)]
  })
  return `${observations.length}\u00a0: ${joined(parts)}`
}

/** Organisations, each once, in the order in which they came. */
function authorsOf(observations: readonly Observation[]): string {
  return joined([...new Set(observations.map(({ organisation }) => withoutAddress(organisation)))])
}

function groupsOf(file: MeetingFile, observations: readonly Observation[]): ObservationsTableModel['groups'] {
  const items = inAgendaOrder(file.items)
  const numbers = itemNumbers(items)
  const known = new Set(items.map(({ id }) => id))
  const ofWhole = ({ itemId }: Observation) => itemId === null || !known.has(itemId)
  const groups = [
    { number: '', title: text.whole, own: observations.filter(ofWhole) },
    ...items.map((item) => ({
      number: numbers.get(item.id) ?? '',
      title: typed(item.title),
      own: observations.filter(({ itemId }) => itemId === item.id),
    })),
  ].filter(({ own }) => own.length > 0)
  return groups.map(({ own, ...group }) => ({
    ...group,
    rows: [...own].sort((a, b) => a.number - b.number).map(rowOf),
  }))
}

function rowOf(observation: Observation): z.infer<typeof ObservationRow> {
  const { authoredAt, state, kind, beforeText } = observation
  const day = authoredAt === null ? '' : text.signed(formatNarrowDate(civilDate(new Date(authoredAt))))
  const author = [withoutAddress(observation.organisation), withoutAddress(observation.author), day].filter(
    (line) => line !== '',
  )
  const { before, after } = markedTexts(observation)
  const isComment = kind === 'comment' || beforeText === observation.afterText
  return {
    number: String(observation.number),
    author: author.length === 0 ? [text.anonymous] : author,
    place: typed(observation.place),
    before,
    // A comment asks for no other words: showing them twice would look like a change.
    after: isComment ? [] : after,
    request: requestSentences(observation),
    comment: plainLines(observation.comment)
      .map(withoutAddress)
      .filter((line) => line !== ''),
    state: text.states[state],
    isOpen: state === 'open',
    answer: plainLines(observation.answer),
  }
}

/** Mail programs write "Camille Exemple <camille@…>" where a name is wanted: addresses are never printed. */
function withoutAddress(words: string): string {
  return typed(words.replace(/<?(?<![^\s<>@])[^\s<>@]+@[^\s<>@]+>?/gu, ' ').replace(/\s+/gu, ' '))
}
