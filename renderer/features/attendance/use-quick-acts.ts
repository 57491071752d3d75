import { useState } from 'react'
import { type Attendee, isAnnounced, isPresent } from '../../../electron/domain/attendance/attendance.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { errorSentence } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { outbox, store } from '../../api/outbox/window.ts'
import { sameJson } from '../../api/same-json.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { attendanceStatusText, attendanceText as text } from '../../text/attendance.ts'
import { fieldText } from '../../text/field.ts'
import { presentAmong } from './attendance-groups.ts'
import type { QuickLine } from './quick-line.ts'

type QuickActs = {
  /** What was done last; empty when there is nothing, or it is so no more. */
  said: string
  forget: () => void
  /** False when the line means nothing that can be done. */
  run: (line: QuickLine) => boolean
}

/** Taken back, it says nothing any more. */
type Announcement = { readonly words: string; readonly holds: (all: readonly Attendee[]) => boolean }

export function useQuickActs(meetingId: string, attendees: readonly Attendee[]): QuickActs {
  const [said, setSaid] = useState<Announcement | null>(null)
  const onError = (error: unknown) => showToast(errorSentence(error))
  const sayOf = (one: Attendee | undefined) => {
    if (one !== undefined && one.status !== null)
      setSaid({
        words: text.said(fullName(one), attendanceStatusText[one.status].toLowerCase()),
        holds: (all) => all.some((now) => now.id === one.id && sameJson(stateOf(now), stateOf(one))),
      })
  }
  const present = useWrite('attendance.markPresent', { onError, onSuccess: ([one]) => sayOf(one) })
  const add = useWrite('attendance.add', {
    onError,
    // Somebody who was listed meanwhile is marked in their own row.
    onSuccess: (all, { id, fields: { personId = null } }) =>
      sayOf(all.find((one) => one.id === id || (personId !== null && one.personId === personId))),
  })
  const allBut = useWrite('attendance.markAllBut', {
    onError,
    onSuccess: (all) => {
      const words = text.saidAll(presentAmong(all))
      setSaid({ words, holds: (now) => text.saidAll(presentAmong(now)) === words })
      showUndoToast(words)
    },
  })
  /** After the keys typed on rows: what is said of a row that is being saved would else meet its former version. */
  const say = async (line: Extract<QuickLine, { is: 'said' }>) => {
    const { attendee, said } = line
    const key = `attendee:${attendee.id}`
    try {
      const version = (await outbox.settle(key)) ?? attendee.version
      const after = await store('attendance.update', { id: attendee.id, version, patch: said })
      setSaid({
        words: text.said(fullName(attendee), saidWords(line)),
        holds: (all) => all.some((one) => one.id === attendee.id && sameJson(stateOf(one), stateOf(after))),
      })
    } catch (error) {
      onError(error)
    }
  }
  const run = (line: QuickLine): boolean => {
    switch (line.is) {
      case 'person': {
        const { attendee } = line
        if (isPresent(attendee.status) && !isAnnounced(attendee)) sayOf(attendee)
        else void outbox.flush().then(() => present.mutate({ meetingId, ids: [attendee.id] }))
        return true
      }
      case 'said':
        void say(line)
        return true
      case 'allBut': {
        if (line.unknown.length > 0 || line.several.length > 0) return false
        const exceptIds = line.except.map(({ id }) => id)
        void outbox.flush().then(() => allBut.mutate({ meetingId, exceptIds }))
        return attendees.length > 0
      }
      case 'add':
        add.mutate({ id: newId(), meetingId, fields: line.fields, isPresent: true })
        return true
      default:
        return false
    }
  }
  return { said: said?.holds(attendees) === true ? said.words : '', forget: () => setSaid(null), run }
}

/** What a reply announced is not what was noted, though both say the same. */
const stateOf = (one: Attendee) => [
  one.status,
  isAnnounced(one),
  one.representedBy,
  one.arrivedAt,
  one.leftAt,
]

/** Of those whom a few letters mean, as many as a line says. */
const MOST_NAMED = 4

export function enterWords(line: QuickLine, attendees: readonly Attendee[]): string {
  switch (line.is) {
    case 'nothing':
      return text.help
    case 'unknown':
      return text.nobodyFound
    case 'noHour':
      return fieldText.timeRule
    case 'leftBefore':
      return text.enter.leftBefore(formatTime(line.openedAt))
    case 'person': {
      const { status } = line.attendee
      const who = fullName(line.attendee)
      return status !== null && isPresent(status) && !isAnnounced(line.attendee)
        ? text.enter.present(who, attendanceStatusText[status])
        : text.enter.person(who)
    }
    case 'several':
      return text.enter.alike(line.names.slice(0, MOST_NAMED), line.names.length - MOST_NAMED)
    case 'said':
      return text.enter.said(fullName(line.attendee), saidWords(line))
    case 'byWhom':
      return text.enter.byWhom
    case 'nobody':
      return text.enter.unknown(line.name)
    case 'noSubstitute':
      return text.enter.noSubstitute(line.of, line.name)
    case 'allBut': {
      if (line.unknown.length > 0) return text.enter.unknown(line.unknown.join(', '))
      if (line.several.length > 0) return text.enter.several(line.several.map(fullName).join(', '))
      const awaited = attendees.filter(({ status }) => status === null || isPresent(status)).length
      const there = awaited - line.except.length
      return line.except.length === 0
        ? text.enter.all(there)
        : text.enter.allBut(there, line.except.map(fullName).join(', '))
    }
    case 'add': {
      const who = fullName({ givenName: '', ...line.fields })
      return line.isKnown ? text.enter.addKnown(who) : text.enter.addGuest(who)
    }
  }
}

function saidWords({ said }: Extract<QuickLine, { is: 'said' }>): string {
  const { status, representedBy, arrivedAt, leftAt } = said
  return [
    ...(status == null ? [] : [attendanceStatusText[status].toLowerCase()]),
    ...(representedBy === undefined ? [] : [text.by(representedBy)]),
    ...(arrivedAt == null ? [] : [text.arrived(formatTime(arrivedAt))]),
    ...(leftAt == null ? [] : [text.left(formatTime(leftAt))]),
  ].join(' ')
}
