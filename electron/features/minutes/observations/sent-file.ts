import { minutesModel } from '../../../documents/minutes/model.ts'
import type { FileToPrint, MeetingFile } from '../../../domain/meetings/meeting-file.ts'
import type { MinutesState } from '../../../domain/minutes/minutes.ts'
import type { MinutesContent, MinutesLife, MinutesVersion } from '../../../domain/minutes/version.ts'
import { articleOf } from '../../../domain/people/organisation-article.ts'
import { type SentPlace, sentMinutes } from './sent-minutes.ts'

/** A draft by paragraphs; null content: the minutes as they are now. */
export function sentPlaces(
  file: FileToPrint,
  version: Pick<MinutesVersion, 'state' | 'content'> | null,
): SentPlace[] {
  const then = version === null ? file : fileOf(file, version)
  return sentMinutes(then, minutesModel(then))
}

/** Facts that minutes do not keep (place of the meeting, looks) are as they are now. */
function fileOf(
  file: FileToPrint,
  { state, content }: Pick<MinutesVersion, 'state' | 'content'>,
): FileToPrint {
  const { minutes, meeting } = file
  if (minutes === null) return file
  const { sections, decisions, actions, attendees, positions } = content
  const article = (of: string | null, name: string) =>
    file.positions?.find(({ organisationId }) => organisationId !== null && organisationId === of)?.article ??
    articleOf(name, file.articles)
  return {
    ...file,
    minutes: { ...minutes, ...content.minutes, state },
    life: lifeThen(file.life, state),
    items: itemsThen(file, sections),
    sections: sections.map(({ number: _, title: __, ...section }) => ({
      ...section,
      version: 1,
      minutesId: minutes.id,
    })),
    decisions: decisions.map((decision) => ({ ...decision, version: 1, meetingId: meeting.id })),
    actions: actions.map((action) => ({ ...action, version: 1, meetingId: meeting.id })),
    positions: positions.map(({ id: _, ...position }) => ({
      ...position,
      article: article(position.organisationId, position.organisation),
      // Members read it with every name.
      isPerson: false,
    })),
    attendees: attendees.map((attendee) => ({ ...attendee, version: 1, meetingId: meeting.id })),
  }
}

/** What came after a version is not said in it. */
const lifeThen = (life: MinutesLife, state: MinutesState): MinutesLife => ({
  ...life,
  sentOn: state === 'drafting' || state === 'internalReview' ? null : life.sentOn,
  validatedOn: state === 'validated' || state === 'approved' ? life.validatedOn : null,
})

/** Order, numbers and titles as they were; an item's number says below which other it stood. */
function itemsThen(
  { items, meeting }: MeetingFile,
  sections: MinutesContent['sections'],
): MeetingFile['items'] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const byNumber = new Map(sections.map(({ number, itemId }) => [number, itemId]))
  return sections.flatMap(({ itemId, number, title }, position) => {
    const live = byId.get(itemId)
    const above = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : null
    // Items with something written in them are never removed; others leave nothing to print but a title.
    if (live === undefined) return []
    const parentId = above === null ? (number === '' ? live.parentId : null) : (byNumber.get(above) ?? null)
    return [{ ...live, meetingId: meeting.id, title, position, parentId }]
  })
}
