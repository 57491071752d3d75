// What is missing or odd before something leaves that cannot be called back, each with the place where it is mended.
import { z } from 'zod'
import { type Attendee, isAnnounced, isPresent } from '../attendance/attendance.ts'
import { chairAway } from '../attendance/chair.ts'
import type { CivilDate, ClockTime } from '../ids.ts'
import type { Action } from '../minutes/action.ts'
import type { Decision } from '../minutes/decision.ts'
import { isCollective } from '../people/collective-name.ts'
import { fullName } from '../people/full-name.ts'
import { namesTogether } from '../people/names-together.ts'
import { cutAtComma } from '../text/comma-end.ts'
import { fold } from '../text/fold.ts'
import { readsAsSentence } from '../text/french-sentence.ts'
import { isReversed } from './meeting-span.ts'
import { saysExhausted } from './says-exhausted.ts'

/**
 * An agenda that is published, a convocation, a meeting that opens or whose minutes begin, the draft to the members, the seal,
 * the public version, the archive, the transfer to the archives service.
 */
export const Departure = z.enum([
  'publication',
  'convocation',
  'opening',
  'review',
  'seal',
  'public',
  'archive',
  'transfer',
])
export type Departure = z.infer<typeof Departure>

export const LeavingCheckKind = z.enum([
  'unknownSubstitute',
  'unknownOwner',
  'rowEmpty',
  'openObservations',
  'changedSinceValidation',
  'closingContradicts',
  'nameOfSeveral',
  'owedObservations',
  'saidObservations',
  'unansweredReplies',
  'nobodyNoted',
  'attendanceNotNoted',
  'attendanceAnnounced',
  'substituteUnnamed',
  'substituteAway',
  'actionWithoutOwner',
  'actionWithoutDate',
  'actionDatePassed',
  'decisionUnfinished',
  'endsInComma',
  'speakerUnknown',
  'emptyItem',
  'pictureUndescribed',
  'noNextMeeting',
  'nextMeetingPassed',
  'nextMeetingUnplanned',
  'hoursReversed',
  'presenceReversed',
  'presenceOutside',
  'chairAway',
  'substituteSelf',
  'numberRepeats',
  'recipientWithoutAddress',
  'meetingPassed',
  'agendaTooLong',
  'agendaOverlaps',
  'documentsAwaited',
  'itemUntitled',
  'itemTwice',
  'itemSettled',
  'itemsUntimed',
  'agendaUnvalidated',
  'firstNumber',
  'notConvened',
  'documentMissing',
  'notApproved',
  'corrected',
  'publicName',
  'privateWords',
  'noArchivesAgency',
])
export type LeavingCheckKind = z.infer<typeof LeavingCheckKind>

/** They stop the seal, which cannot be taken back. */
const red: ReadonlySet<LeavingCheckKind> = new Set<LeavingCheckKind>([
  'unknownSubstitute',
  'unknownOwner',
  'rowEmpty',
  'openObservations',
  'changedSinceValidation',
  'closingContradicts',
  'attendanceAnnounced',
])
export const isRed = ({ kind }: Pick<LeavingCheck, 'kind'>): boolean => red.has(kind)
/** Besides, only what cannot be made at all is stopped: a transfer that nobody sends, or to nobody. */
export const stops = (departure: Departure, check: Pick<LeavingCheck, 'kind'>): boolean =>
  (departure === 'seal' && isRed(check)) || (departure === 'transfer' && check.kind === 'noArchivesAgency')

export const LeavingCheck = z.strictObject({
  kind: LeavingCheckKind,
  /** What it is about: names, the number of an action, a title, a date. */
  names: z.array(z.string()),
  /** The words that are odd, or who is proposed instead; empty when there are none. */
  words: z.string(),
  /** Of the minutes: `head`, `tail` or an item. */
  section: z.string().nullable(),
  /** The row concerned. */
  rowId: z.string().nullable(),
})
export type LeavingCheck = z.infer<typeof LeavingCheck>

/** As it is told before a departure: whether it stops this one. */
export const ToldCheck = LeavingCheck.extend({ stops: z.boolean() })
export type ToldCheck = z.infer<typeof ToldCheck>

export type MinutesFacts = {
  date: CivilDate
  /** As the meeting names who chairs it. */
  chair: string
  attendees: readonly Attendee[]
  decisions: readonly (Decision & { number: string })[]
  actions: readonly (Action & { number: string })[]
  emptyItems: readonly { id: string; title: string }[]
  /** Where pictures stand that nobody has described: `head`, `tail` or an item, with its title. */
  bareTexts: readonly { section: string; title: string }[]
  /** Sentences that stop at a comma, and where: `head`, `tail` or an item, with its title. */
  cutTexts: readonly { section: string; title: string; words: string }[]
  /** Who speaks in a text as a transcript called them, and in which item. */
  voices: readonly { section: string; name: string }[]
  /** An item was put off, sent elsewhere or not reached. */
  isUnfinished: boolean
  /** The last words, as printed. */
  closing: string
  openObservations: number
  /** The text is no longer the one that was validated. */
  isChangedSinceValidation: boolean
  /** Retained, and the text does not say so. */
  owedObservations: number
  /** Refused, and the text does as they ask. */
  saidObservations: number
  openedAt: ClockTime | null
  closedAt: ClockTime | null
  /** As written. */
  nextMeeting: CivilDate | null
  /** Whether a meeting is planned on that day. */
  isNextPlanned: boolean
  /** Of the series: the day that the next one has; null when nobody knows. */
  knownNext: CivilDate | null
  /** Somebody whom the directory or the list of those present knows, or a body. */
  isKnown: (name: string) => boolean
  /** Whom a name that is not a whole one may mean ("Okonjo"), where they are several. */
  bearersOf: (name: string, organisation: string) => readonly string[]
  /** Who could stand in for somebody, by the mandates. */
  deputyOf: (attendee: Attendee) => string
}

/** A line about nothing in particular, but for what is given. */
export const leavingCheck = (kind: LeavingCheckKind, change: Partial<LeavingCheck> = {}): LeavingCheck => ({
  kind,
  names: [],
  words: '',
  section: null,
  rowId: null,
  ...change,
})

/** Somebody does it: a person, or an organisation. */
export const isOwned = ({
  ownerId,
  owner,
  organisation,
}: Pick<Action, 'ownerId' | 'owner' | 'organisation'>): boolean =>
  ownerId !== null || owner.trim() !== '' || organisation.trim() !== ''

/** Of minutes, red ones first, then in the order of the text. */
export function minutesChecks(facts: MinutesFacts): LeavingCheck[] {
  const represented = facts.attendees.filter(({ status }) => status === 'represente')
  const silent = facts.attendees.filter(({ status }) => status === null)
  const announced = facts.attendees.filter(isAnnounced)
  const away = new Set(
    facts.attendees
      .filter(({ status }) => status === 'excuse' || status === 'absent')
      .map((one) => fold(fullName(one))),
  )
  const chair = chairAway(facts.chair, facts.attendees, facts)
  const isNoted = facts.attendees.some(({ status }) => isPresent(status))
  const isUnknown = (written: string, isNobody: (name: string) => boolean) =>
    !facts.isKnown(written) && namesTogether(written).some((name) => !isNobody(name) && !facts.isKnown(name))
  const unknownOwner = ({ owner, ownerId }: Action) =>
    ownerId === null && owner.trim() !== '' && isUnknown(owner, isCollective)
  const ofSeveral = (name: string, organisation: string, about: string, change: Partial<LeavingCheck>) => {
    const bearers = facts.bearersOf(name, organisation)
    return bearers.length === 0
      ? []
      : [leavingCheck('nameOfSeveral', { names: [about, ...bearers], words: name, ...change })]
  }
  const ofAction = (
    kind: LeavingCheckKind,
    { id, number, itemId, text, owner }: (typeof facts.actions)[number],
  ) =>
    leavingCheck(kind, {
      names: [number],
      words: kind === 'unknownOwner' ? owner.trim() : text.trim(),
      section: itemId,
      rowId: id,
    })
  const all: LeavingCheck[] = [
    ...represented
      .filter(({ representedBy }) => isUnknown(representedBy, () => false))
      .map((one) =>
        leavingCheck('unknownSubstitute', {
          names: [one.representedBy.trim(), fullName(one), facts.deputyOf(one)],
          section: 'head',
          rowId: one.id,
        }),
      ),
    ...facts.actions.filter(unknownOwner).map((action) => ofAction('unknownOwner', action)),
    ...[...facts.decisions, ...facts.actions]
      .filter(({ text }) => text.trim() === '')
      .map(({ id, number, itemId }) =>
        leavingCheck('rowEmpty', { names: [number], section: itemId, rowId: id }),
      ),
    ...(facts.openObservations === 0
      ? []
      : [leavingCheck('openObservations', { names: [String(facts.openObservations)] })]),
    ...(facts.isChangedSinceValidation ? [leavingCheck('changedSinceValidation')] : []),
    ...(facts.isUnfinished && saysExhausted(facts.closing)
      ? [leavingCheck('closingContradicts', { words: facts.closing, section: 'tail' })]
      : []),
    ...(announced.length === 0
      ? []
      : [
          leavingCheck('attendanceAnnounced', {
            names: announced.map(fullName),
            section: 'head',
            rowId: announced[0]?.id ?? null,
          }),
        ]),
    ...represented.flatMap((one) =>
      namesTogether(one.representedBy).flatMap((name) =>
        ofSeveral(name, one.organisation, fullName(one), { section: 'head', rowId: one.id }),
      ),
    ),
    ...facts.actions
      .filter(({ ownerId }) => ownerId === null)
      .flatMap(({ id, number, itemId, owner, organisation }) =>
        namesTogether(owner).flatMap((name) =>
          ofSeveral(name, organisation, number, { section: itemId, rowId: id }),
        ),
      ),
    ...(facts.owedObservations === 0
      ? []
      : [leavingCheck('owedObservations', { names: [String(facts.owedObservations)] })]),
    ...(facts.saidObservations === 0
      ? []
      : [leavingCheck('saidObservations', { names: [String(facts.saidObservations)] })]),
    ...(isNoted ? [] : [leavingCheck('nobodyNoted', { section: 'head' })]),
    ...(isNoted && silent.length > 0
      ? [
          leavingCheck('attendanceNotNoted', {
            names: silent.map(fullName),
            section: 'head',
            rowId: silent[0]?.id ?? null,
          }),
        ]
      : []),
    ...represented
      .filter(({ representedBy }) => away.has(fold(representedBy.trim())))
      .map((one) =>
        leavingCheck('substituteAway', {
          names: [one.representedBy.trim(), fullName(one)],
          section: 'head',
          rowId: one.id,
        }),
      ),
    ...represented
      .filter(({ representedBy }) => representedBy.trim() === '')
      .map((one) =>
        leavingCheck('substituteUnnamed', { names: [fullName(one)], section: 'head', rowId: one.id }),
      ),
    ...facts.actions
      .filter((action) => !isOwned(action))
      .map((action) => ofAction('actionWithoutOwner', action)),
    ...facts.actions
      .filter(({ dueDate }) => dueDate === null)
      .map((action) => ofAction('actionWithoutDate', action)),
    ...facts.actions
      .filter(({ dueDate }) => dueDate !== null && dueDate < facts.date)
      .map((action) => ofAction('actionDatePassed', action)),
    ...facts.decisions
      .filter(({ text }) => text.trim() !== '' && !readsAsSentence(text))
      .map(({ id, number, itemId, text }) =>
        leavingCheck('decisionUnfinished', {
          names: [number],
          words: text.trim(),
          section: itemId,
          rowId: id,
        }),
      ),
    ...facts.cutTexts.map(({ section, title, words }) =>
      leavingCheck('endsInComma', { names: [title], words, section }),
    ),
    ...[...facts.decisions, ...facts.actions].flatMap(({ id, number, itemId, text }) =>
      cutAtComma(text).map((words) =>
        leavingCheck('endsInComma', { names: [number], words, section: itemId, rowId: id }),
      ),
    ),
    ...facts.voices
      .filter(({ name }) => !facts.isKnown(name))
      .map(({ section, name }) => leavingCheck('speakerUnknown', { names: [name], words: name, section })),
    ...facts.emptyItems.map(({ id, title }) => leavingCheck('emptyItem', { names: [title], section: id })),
    ...facts.bareTexts.map(({ section, title }) =>
      leavingCheck('pictureUndescribed', { names: [title], section }),
    ),
    ...(facts.nextMeeting !== null || facts.knownNext === null
      ? []
      : [leavingCheck('noNextMeeting', { words: facts.knownNext, section: 'tail' })]),
    ...(facts.nextMeeting === null || facts.nextMeeting > facts.date
      ? []
      : [leavingCheck('nextMeetingPassed', { words: facts.nextMeeting, section: 'tail' })]),
    ...(facts.nextMeeting === null || facts.nextMeeting <= facts.date || facts.isNextPlanned
      ? []
      : [leavingCheck('nextMeetingUnplanned', { words: facts.nextMeeting, section: 'tail' })]),
    ...(isReversed(facts.openedAt, facts.closedAt)
      ? [
          leavingCheck('hoursReversed', {
            names: [facts.openedAt ?? '', facts.closedAt ?? ''],
            section: 'tail',
          }),
        ]
      : []),
    ...facts.attendees
      .filter(({ arrivedAt, leftAt }) => isReversed(arrivedAt, leftAt))
      .map((one) =>
        leavingCheck('presenceReversed', { names: [fullName(one)], section: 'head', rowId: one.id }),
      ),
    ...facts.attendees
      .filter(
        ({ arrivedAt, leftAt }) =>
          !isReversed(facts.openedAt, facts.closedAt) &&
          !isReversed(arrivedAt, leftAt) &&
          (isReversed(facts.openedAt, leftAt) || isReversed(arrivedAt, facts.closedAt)),
      )
      .map((one) =>
        leavingCheck('presenceOutside', { names: [fullName(one)], section: 'head', rowId: one.id }),
      ),
    ...(chair === null
      ? []
      : [leavingCheck('chairAway', { names: [facts.chair.trim(), chair.how, chair.hour ?? ''] })]),
    ...represented
      .filter((one) => fold(one.representedBy.trim()) === fold(fullName(one)))
      .map((one) =>
        leavingCheck('substituteSelf', { names: [fullName(one)], section: 'head', rowId: one.id }),
      ),
  ]
  return [...all.filter(isRed), ...all.filter((one) => !isRed(one))]
}
