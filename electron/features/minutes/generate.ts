// Sections of the minutes worded from the notes of the meeting; what somebody edited is never written over unasked.

import { AppError } from '../../contract/errors.ts'
import type { MinutesView } from '../../contract/minutes.ts'
import { updateRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import { minutesFromNotes } from '../../domain/minutes/from-notes.ts'
import { articleOf, articlesOf } from '../../domain/people/organisation-article.ts'
import { suspensions } from '../../domain/session/session.ts'
import { formatTime } from '../../domain/text/french.ts'
import { isBlank, storedRichText } from '../../domain/text/rich-text.ts'
import { sentence } from '../../domain/text/standard-sentences.ts'
import type { WriteContext } from '../context.ts'
import { directoryView } from '../reads/directory.ts'
import { lookOn } from '../reads/document-style.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { minutesView, openMinutes } from '../reads/minutes.ts'
import { sessionSpans } from '../reads/session-spans.ts'
import { getBody } from '../reads/settings.ts'

export type Generated = {
  view: MinutesView
  /** Items whose section somebody edited since: left as they are. */
  leftItemIds: string[]
}

/**
 * @param which.itemId one item only; null = all.
 * @param which.evenEdited also what somebody edited; asked for one item at a time, and undone by one undo.
 */
export async function generateSections(
  { tx, about, now }: WriteContext,
  { meetingId, itemId, evenEdited }: { meetingId: string; itemId: string | null; evenEdited: boolean },
): Promise<Generated> {
  about(meetingId)
  const minutes = await openMinutes(tx, meetingId)
  const { date } = await liveMeeting(tx, meetingId)
  const { sentences } = await lookOn(tx, date)
  const { meetingWord } = await getBody(tx)
  const pauses = suspensions(await sessionSpans(tx, meetingId)).map((pause) => ({
    ...{ kind: 'suspension' as const, itemId: pause.itemId, at: pause.at },
    ...{ speaker: '', organisation: '', personId: null },
    text: sentence(sentences, 'minutes.suspended', {
      séance: meetingWord,
      début: formatTime(pause.from),
      fin: formatTime(pause.to),
    }),
  }))
  const lines = await tx
    .selectFrom('sessionLine')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'kept')
    .orderBy('at')
    .orderBy('position')
    .execute()
  const sections = await tx
    .selectFrom('minutesSection')
    .selectAll()
    .where('minutesId', '=', minutes.id)
    .execute()
  const wanted = sections.filter((section) => itemId === null || section.itemId === itemId)
  if (wanted.length === 0 && itemId !== null) throw new AppError('not-found', { field: 'itemId' })
  const { organisations } = await directoryView(tx)
  const articles = articlesOf(organisations)
  const articleFor = (name: string) => articleOf(name, articles)
  const leftItemIds: string[] = []
  for (const section of wanted) {
    // Sorted, those of one instant stay in the order in which they were typed.
    const own = [...lines, ...pauses]
      .filter(({ itemId: of }) => of === section.itemId)
      .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    const before = await tx
      .selectFrom('generatedSection')
      .selectAll()
      .where('id', '=', section.id)
      .executeTakeFirst()
    if (own.length === 0 && before === undefined) continue
    if (!evenEdited && isEdited(section, before)) {
      leftItemIds.push(section.itemId)
      continue
    }
    const { presentation, exchanges } = minutesFromNotes(own, sentences, articleFor)
    const texts = { presentation: JSON.stringify(presentation), exchanges: JSON.stringify(exchanges) }
    if (texts.presentation !== section.presentation || texts.exchanges !== section.exchanges)
      await updateRow(tx, 'minutesSection', section, texts)
    if (before === undefined)
      await tx
        .insertInto('generatedSection')
        .values({ ...texts, id: section.id, version: 1, at: now.toISOString() })
        .execute()
    else await updateRow(tx, 'generatedSection', before, { ...texts, at: now.toISOString() })
  }
  const view = await minutesView(tx, meetingId)
  if (view === null) throw new AppError('not-found')
  return { view, leftItemIds }
}

type Texts = Pick<Row<'minutesSection'>, 'presentation' | 'exchanges'>

/** Whether it holds words that were not generated, or no longer those that were. */
function isEdited(section: Texts, generated: Texts | undefined): boolean {
  if ([section.presentation, section.exchanges].every((json) => isBlank(storedRichText(json)))) return false
  return section.presentation !== generated?.presentation || section.exchanges !== generated.exchanges
}
