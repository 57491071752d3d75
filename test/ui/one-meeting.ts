import type { Answers } from './fake-core.ts'
import { id, meeting, meetingFile, meetingRow, nothingCarried } from './sample.ts'

/** One meeting that keeps what is sent. */
export function oneMeeting(start = meeting(12)): Answers {
  let now = start
  const bump = (change: Partial<typeof now>) => {
    now = { ...now, ...change, version: now.version + 1 }
    return now
  }
  return {
    'meetings.get': () => meetingFile(now),
    'meetings.list': () => [meetingRow(12, { ...now, attendeeCount: 31 })],
    'replies.list': () => ({ meetingId: id(12), asked: [] }),
    'meetings.moves': () => [],
    'series.list': () => [],
    'backPlanning.tasks': () => [],
    'carryOver.list': () => nothingCarried(),
    'meetings.update': ({ version, patch }) =>
      version === now.version ? bump(patch as Partial<typeof now>) : { failure: 'conflict' },
    'meetings.setState': ({ state }) => bump({ state }),
    'meetings.cancel': ({ reason }) => bump({ state: 'cancelled', cancelReason: reason }),
    'meetings.move': ({ date, startTime, endTime }) => bump({ date, startTime, endTime }),
    'meetings.remove': () => ({ id: now.id }),
    'meetings.years': () => [],
  }
}
export const details = `#/seances/${id(12)}/fiche`
