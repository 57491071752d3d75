// The facts that a paper carries, and their printed words: made here once, for the paper and for reading it back.
import { type AgendaItem, depths, itemNumbers } from '../../domain/agenda/agenda.ts'
import type { ItemFacts, MeetingFacts } from '../../domain/documents/meeting-facts.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { Articles } from '../../domain/people/organisation-article.ts'
import { fold } from '../../domain/text/fold.ts'
import { formatDate, formatTimeRange } from '../../domain/text/french.ts'
import { fact, joined, type Row, typed } from '../head.ts'
import { meetingText } from '../text/meeting.ts'

/** Of the meeting alone, as it is planned; no video link, which not every paper prints. */
export function meetingFacts({
  number,
  title,
  date,
  startTime,
  endTime,
  place,
}: Pick<Meeting, 'number' | 'title' | 'date' | 'startTime' | 'endTime' | 'place'>): MeetingFacts {
  return {
    number,
    title: title.trim(),
    date,
    startTime,
    endTime,
    place: place.trim(),
    videoLink: '',
    items: [],
    isWhole: false,
    people: [],
    decisions: [],
    actions: [],
    next: null,
  }
}

/** @param printed those that the paper shows, in agenda order; their numbers are those of `all`. */
export function itemFacts(printed: readonly AgendaItem[], all: readonly AgendaItem[] = printed): ItemFacts[] {
  const numbers = itemNumbers(all)
  const depthOf = depths(printed)
  return printed.map((item) => ({
    depth: depthOf.get(item.id) ?? 1,
    number: numbers.get(item.id) ?? '',
    kind: item.kind,
    title: item.title.trim(),
    nature: item.nature,
    fixedStart: item.fixedStart,
    durationMinutes: item.durationMinutes,
    presenter: item.presenter.trim(),
    organisation: item.organisation.trim(),
    requester: item.requester.trim(),
  }))
}

/** The tree that the depths say, for the timetable; an item's id is its rank. */
export function timedItems({ items }: MeetingFacts) {
  const above: number[] = []
  return items.map(({ depth, kind, fixedStart, durationMinutes }, position) => {
    above.length = depth - 1
    const parent = above.at(-1)
    above.push(position)
    return {
      id: String(position),
      parentId: parent === undefined ? null : String(parent),
      position,
      kind,
      fixedStart,
      durationMinutes,
    }
  })
}

type People = Pick<ItemFacts, 'presenter' | 'organisation' | 'requester'>

/** Who presents, from where, and who asked for it. */
export function peopleWords(item: People, articles: Articles): string {
  return joined([typed(item.presenter), typed(item.organisation), requesterWords(item, articles)])
}

/** Who asked for it; nobody where who presents does so at their own request: they are not named twice. */
export function requesterWords({ presenter, organisation, requester }: People, articles: Articles): string {
  const asked = typed(requester)
  const who = fold(joined([typed(presenter), typed(organisation)]))
  return asked === '' || who.includes(fold(asked)) ? '' : meetingText.requestedBy(asked, articles)
}

/** What it is about, and when. */
export function meetingRows(facts: MeetingFacts): Row[] {
  return [
    ...fact(meetingText.subject, typed(facts.title)),
    ...fact(
      meetingText.date,
      joined([formatDate(facts.date), formatTimeRange(facts.startTime, facts.endTime)]),
    ),
  ]
}

/** Where it is; short addresses are printed whole, long ones, useless on paper, as words with their host. */
export function placeRows({ place, videoLink }: Pick<MeetingFacts, 'place' | 'videoLink'>): Row[] {
  return [...fact(meetingText.place, typed(place)), ...videoFact(videoLink)]
}

export function videoFact(link: string): Row[] {
  if (link === '') return []
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return fact(meetingText.video, typed(link))
  const value = link.length <= 40 ? link : meetingText.joinVideo(new URL(link).host)
  return [{ label: meetingText.video, value, href: link }]
}
