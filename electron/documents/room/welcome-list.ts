import { z } from 'zod'
import { type AskedPerson, expectedOnSite, standingReply } from '../../domain/attendance/reply.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { alphabetical } from '../../domain/text/alphabetical.ts'
import { formatDate, formatTime, formatTimeRange } from '../../domain/text/french.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { meetingText } from '../text/meeting.ts'
import { welcomeText as text } from '../text/room.ts'
import { calledName, sortedName, sortedWholeName } from './names.ts'
import { standIns } from './stand-ins.ts'

export const WelcomeListModel = z.strictObject({
  kind: z.literal('welcomeList'),
  head: DocumentHead,
  facts: z.array(Row),
  heading: z.string(),
  columns: z.array(z.string()).length(4),
  /** Drawn in the last cell of each row, to be ticked. */
  box: z.string(),
  rows: z.array(z.strictObject({ name: z.string(), organisation: z.string(), detail: z.string() })),
  /** Said when nobody is expected; empty otherwise. */
  empty: z.string(),
})
export type WelcomeListModel = z.infer<typeof WelcomeListModel>

type Line = WelcomeListModel['rows'][number]

/** @param asked with what each answered, also for a day that the meeting no longer has. */
export function welcomeListModel(file: MeetingFile, asked: readonly AskedPerson[]): WelcomeListModel {
  const { meeting } = file
  const expected = expectedOnSite(asked)
  const lines = [...expected.map(lineOf), ...standIns(asked.map(standing), expected).map(lineOfStandIn)]
  const guests = expected.filter(({ role, items }) => role === 'guest' && items.length > 0).length
  const { name, organisation, detail, arrived } = text.columns
  return {
    kind: 'welcomeList',
    head: documentHead(file, 'welcomeList', text.mention, text.notice),
    facts: [
      ...fact(
        meetingText.date,
        joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)]),
      ),
      ...fact(meetingText.place, typed(meeting.place)),
      ...fact(text.expected, lines.length === 0 ? '' : text.count(lines.length, guests)),
    ],
    heading: text.heading,
    columns: [name, organisation, detail, arrived],
    box: text.box,
    rows: lines.sort((a, b) => alphabetical(rank(a.name), rank(b.name))),
    empty: lines.length === 0 ? text.empty : '',
  }
}

/** French lists do not count "de" and "d’" when they sort: "de La Forge" stands under L. */
function rank(name: string): string {
  return name.replace(/^(?:de |d['’])/, '')
}

const standing = (one: AskedPerson): AskedPerson => ({ ...one, reply: standingReply(one) })

function lineOf(person: AskedPerson): Line {
  const items = person.items.map(({ number, startsAt }) =>
    text.item(number, startsAt === null ? '' : formatTime(startsAt)),
  )
  return {
    name: sortedName(person),
    organisation: typed(person.organisation),
    // A guest is let in for an item: its hour says more than an answer.
    detail: person.role === 'guest' && items.length > 0 ? joined(items) : comesOf(person),
  }
}

function comesOf({ reply, beforeMove }: AskedPerson): string {
  if (reply === null) return text.noAnswer
  return beforeMove ? text.unsure[reply.answer] : text.onSite
}

function lineOfStandIn({ name, of }: ReturnType<typeof standIns>[number]): Line {
  return {
    name: sortedWholeName(name),
    organisation: typed(of.organisation),
    detail: text.standsIn(calledName(of)),
  }
}
