import { joined, typed } from '../../../documents/head.ts'
import { decisionRecordText } from '../../../documents/text/decision-record.ts'
import type { MeetingFile } from '../../../domain/meetings/meeting-file.ts'
import { wordsBesideStance } from '../../../domain/minutes/position-sentence.ts'
import { sentencesOf } from '../../../domain/search/sentences.ts'
import { subjectsOf } from '../../../domain/search/speaker.ts'
import { fold } from '../../../domain/text/fold.ts'
import { plainText, RichText } from '../../../domain/text/rich-text.ts'
import type { ReadContext } from '../../context.ts'
import { earlierItems, MOST_SENTENCES, organisationNames, putOffFrom } from '../earlier-items.ts'

type Said = {
  itemId: string
  title: string
  date: string
  /** Of the directory; null for one that is known by its name alone. */
  organisationId: string | null
  organisation: string
  words: string
}

/** What organisations said in the approved minutes of the series: positions that were noted, then their own sentences. */
export async function saidBefore(tx: ReadContext['tx'], { meeting, items }: MeetingFile): Promise<Said[]> {
  const positions = await tx
    .selectFrom('itemPosition')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemPosition.itemId')
    .innerJoin('meeting', 'meeting.id', 'itemPosition.meetingId')
    .innerJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .select(['itemPosition.itemId', 'itemPosition.organisation', 'itemPosition.organisationId'])
    .select(['itemPosition.stance', 'itemPosition.words'])
    .select(['agendaItem.title', 'meeting.date'])
    .where('minutes.state', '=', 'approved')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.date', '<', meeting.date)
    .where('meeting.seriesId', meeting.seriesId === null ? 'is' : '=', meeting.seriesId)
    .orderBy('meeting.date', 'desc')
    .orderBy('itemPosition.id')
    .execute()
  const noted = positions.map(({ stance, words, ...said }) => ({
    ...said,
    words: joined(
      [decisionRecordText.stances[stance], typed(wordsBesideStance({ stance, words }))],
      '\u00a0: ',
    ),
  }))
  return [...noted, ...(await sentences(tx, { meeting, items }, noted))]
}

/** On the matters of the agenda, of whoever took no position there: sentences of which the organisation is the subject. */
async function sentences(
  tx: ReadContext['tx'],
  { meeting, items }: Pick<MeetingFile, 'meeting' | 'items'>,
  noted: readonly Said[],
): Promise<Said[]> {
  const ids = items.map(({ id }) => id)
  const projects = await tx.selectFrom('itemProject').select('projectId').where('itemId', 'in', ids).execute()
  const texts = await tx.selectFrom('itemWatch').select('watchItemId').where('itemId', 'in', ids).execute()
  const putOff: string[] = []
  for (const id of ids) putOff.push(...(await putOffFrom(tx, id)))
  const earlier = await earlierItems(tx, meeting.date, {
    projects: projects.map(({ projectId }) => projectId),
    texts: texts.map(({ watchItemId }) => watchItemId),
    putOff,
  })
  const of = earlier.filter((one) => one.meeting.approved === true && one.seriesId === meeting.seriesId)
  const sections = await tx
    .selectFrom('minutesSection')
    .select(['itemId', 'exchanges'])
    .where(
      'itemId',
      'in',
      of.map(({ itemId }) => itemId),
    )
    .execute()
  const names = await organisationNames(tx)
  return of.flatMap(({ itemId, title, meeting: { date } }) => {
    const text = sections
      .filter((one) => one.itemId === itemId)
      .map(({ exchanges }) => plainText(RichText.parse(JSON.parse(exchanges))))
      .join('\n')
    const told = new Map<string, Set<string>>()
    for (const { start, end } of sentencesOf(text)) {
      const words = text.slice(start, end)
      for (const id of subjectsOf(words, names)) {
        const own = told.get(id) ?? new Set()
        if (own.size < MOST_SENTENCES) told.set(id, own.add(words))
      }
    }
    return [...told].flatMap(([organisationId, own]) => {
      const called = new Set(names.filter(({ id }) => id === organisationId).map((one) => fold(one.called)))
      const isNoted = noted.some(
        (one) =>
          one.itemId === itemId &&
          (one.organisationId === organisationId ||
            (one.organisationId === null && called.has(fold(one.organisation)))),
      )
      return isNoted
        ? []
        : [...own].map((words) => ({
            ...{ itemId, title, date, organisationId, organisation: '' },
            words: typed(words),
          }))
    })
  })
}
