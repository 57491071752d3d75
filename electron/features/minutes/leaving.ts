import type { Standing } from '../../contract/observations.ts'
import type { Reader } from '../../db/driver.ts'
import { isExhausted, minutesModel } from '../../documents/minutes/model.ts'
import { publicFile, unknownSpeakers } from '../../documents/minutes/public-file.ts'
import { inAgendaOrder, itemNumbers } from '../../domain/agenda/agenda.ts'
import type { Body } from '../../domain/meetings/body.ts'
import {
  type Departure,
  type LeavingCheck,
  leavingCheck,
  type MinutesFacts,
  minutesChecks,
  stops,
  type ToldCheck,
} from '../../domain/meetings/leaving.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { numbered } from '../../domain/meetings/meeting-name.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { addressFault } from '../../domain/people/addresses.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { membersOfOrganisation, organisationCalled } from '../../domain/people/organisation-members.ts'
import { personFinder } from '../../domain/people/same-person.ts'
import { endsInComma } from '../../domain/text/comma-end.ts'
import { fold } from '../../domain/text/fold.ts'
import { picturesOf, plainText, type RichText } from '../../domain/text/rich-text.ts'
import { directoryView, membersOn } from '../reads/directory.ts'
import { sentConvocations } from '../reads/dispatches.ts'
import { fileToPrint } from '../reads/file-to-print.ts'
import { firstNumber, isFreeNumber } from '../reads/meeting-numbers.ts'
import { isChangedSinceValidation } from '../reads/minutes-content.ts'
import { isMeetingPlanned, nextMeeting } from '../reads/next-meeting.ts'
import { observationsOf } from '../reads/observations.ts'
import { askedTo } from '../reads/replies.ts'
import { getBody } from '../reads/settings.ts'
import { unansweredReplies } from './approval/replies.ts'
import { agendaChecks } from './leaving-agenda.ts'
import { voicesIn } from './leaving-voices.ts'
import { standings } from './observations/standing.ts'

type Reading = { tx: Reader; today: string }

/** What is missing or odd before something leaves. */
export async function leavingChecks(
  { tx, today }: Reading,
  meetingId: string,
  departure: Departure,
): Promise<ToldCheck[]> {
  const file = await fileToPrint(tx, meetingId)
  if (departure === 'publication')
    return (await agendaChecks(tx, file)).map((check) => ({ ...check, stops: stops(departure, check) }))
  const isNumbered = departure !== 'convocation' && departure !== 'opening'
  const before =
    departure === 'public'
      ? [...corrected(file), ...publicNames(file), ...privateWords(publicFile(file))]
      : []
  const checks = await Promise.all([
    isNumbered
      ? ofMinutes(tx, departure === 'public' ? asPublished(file) : file)
      : departure === 'convocation'
        ? convocationChecks(tx, file, today)
        : [],
    departure === 'seal' ? replyChecks(tx, meetingId) : [],
    numberChecks(tx, file),
    isNumbered ? [] : firstNumberChecks(tx, file),
    departure === 'opening' ? convenedChecks(tx, file) : [],
    departure === 'convocation' || departure === 'review' ? addressChecks(tx, file, departure) : [],
    departure === 'archive' || departure === 'transfer' ? documentChecks(tx, meetingId) : [],
    departure === 'transfer' ? getBody(tx).then(agencyChecks) : [],
  ])
  const all = [
    ...(departure === 'public' && file.minutes?.state !== 'approved' ? [leavingCheck('notApproved')] : []),
    ...before,
    ...checks.flat(),
  ]
  return all.map((check) => ({ ...check, stops: stops(departure, check) }))
}

/** The services between which a transfer goes, by the fields that name them. */
function agencyChecks(body: Body): LeavingCheck[] {
  const names = (['archivesAgency', 'transferringAgency'] as const).filter((one) => body[one].trim() === '')
  return names.length === 0 ? [] : [leavingCheck('noArchivesAgency', { names })]
}

/** What the public reads, with the names by which its persons are known. */
function asPublished(file: FileToPrint): FileToPrint {
  const style = { ...file.look.style, publicNames: 'names' as const }
  return publicFile({ ...file, look: { ...file.look, style } })
}

const publicNames = (file: FileToPrint): LeavingCheck[] =>
  unknownSpeakers(file).map(({ itemId, name }) =>
    leavingCheck('publicName', { names: [name], section: itemId }),
  )

/** Papers of corrected minutes still say what was corrected. */
const corrected = ({ corrigenda = [] }: FileToPrint): LeavingCheck[] =>
  corrigenda.length === 0
    ? []
    : [leavingCheck('corrected', { names: corrigenda.map(({ number }) => String(number)) })]

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const CONFIDENTIAL = /(?<!\p{L})(?:confidentiel(?:le)?s?|ne pas diffuser|diffusion restreinte)(?!\p{L})/iu

/** A message that was pasted as it came: addresses, and words that ask for secrecy, with the place where they stand. */
function privateWords(file: FileToPrint): LeavingCheck[] {
  const { minutes, sections, decisions, actions, positions = [] } = file
  const numbers = itemNumbers(file.items)
  const inItem = (itemId: string) => {
    const section = sections.find((one) => one.itemId === itemId)
    const own = (one: { itemId: string }) => one.itemId === itemId
    return [
      ...(section === undefined ? [] : [plainText(section.presentation), plainText(section.exchanges)]),
      section?.outcomeSentence ?? '',
      ...[...decisions, ...actions].filter(own).map(({ text }) => text),
      ...positions.filter(own).map(({ words }) => words),
    ]
  }
  const places = [
    { section: 'head', said: minutes === null ? [] : [plainText(minutes.opening)] },
    ...inAgendaOrder(file.items).map(({ id }) => ({ section: id, said: inItem(id) })),
    { section: 'tail', said: minutes === null ? [] : [plainText(minutes.closing)] },
  ]
  return places.flatMap(({ section, said }) => {
    const words = said.join('\n')
    const secrets = words.split(/[.!?;\n]/u).filter((sentence) => CONFIDENTIAL.test(sentence))
    const found = [
      ...Array.from(words.matchAll(ADDRESS), ([one]) => one),
      ...secrets.map((one) => one.trim()),
    ]
    const names = [numbers.get(section) ?? '', ...new Set(found)]
    return found.length === 0 ? [] : [leavingCheck('privateWords', { names, section })]
  })
}

async function convocationChecks(tx: Reader, file: FileToPrint, today: string): Promise<LeavingCheck[]> {
  const { meeting, items } = file
  const numbers = itemNumbers(items)
  const awaited = (await missingDocuments(tx, meeting.id)).map(({ itemId }) => numbers.get(itemId) ?? '')
  return [
    ...(meeting.date < today ? [leavingCheck('meetingPassed', { words: meeting.date })] : []),
    ...(await agendaChecks(tx, file)),
    ...(awaited.length === 0 ? [] : [leavingCheck('documentsAwaited', { names: awaited })]),
  ]
}

async function ofMinutes(tx: Reader, file: FileToPrint): Promise<LeavingCheck[]> {
  const { meeting, minutes, attendees } = file
  if (minutes === null) return []
  const [directory, isChanged, observed, voices, isNextPlanned, known] = await Promise.all([
    directoryView(tx),
    isChangedSinceValidation(tx, meeting.id),
    observationFacts(tx, file),
    voicesIn(tx, file),
    isMeetingPlanned(tx, meeting, minutes.nextMeetingDate),
    nextMeeting(tx, meeting),
  ])
  const style = { ...file.look.style, emptyItems: 'said' as const }
  const model = minutesModel({ ...file, look: { ...file.look, style } })
  const numbers = itemNumbers(file.items)
  const empty = new Set(model.sections.filter((section) => section.empty !== '').map(({ number }) => number))
  const find = personFinder(directory)
  const listed = new Set(attendees.map((one) => fold(fullName(one)).trim()))
  const isListed = (name: string) =>
    listed.has(fold(name).trim()) || organisationCalled(directory, name) !== null
  return minutesChecks({
    date: meeting.date,
    chair: meeting.chair,
    attendees,
    decisions: file.decisions.map((one) => ({ ...one, number: printedNumber('D', meeting, one.rank) })),
    actions: file.actions.map((one) => ({ ...one, number: printedNumber('A', meeting, one.rank) })),
    emptyItems: file.items
      .filter(({ id }) => empty.has(numbers.get(id) ?? ''))
      .map(({ id, title }) => ({ id, title: title.trim() || `point ${numbers.get(id)}` })),
    bareTexts: bareTexts(file),
    cutTexts: cutTexts(file),
    voices,
    isUnfinished: !isExhausted(file),
    closing: `${model.closing.sentence} ${plainText(minutes.closing)}`.trim(),
    isChangedSinceValidation: isChanged,
    ...observed,
    openedAt: minutes.openedAt,
    closedAt: minutes.closedAt,
    nextMeeting: minutes.nextMeetingDate,
    isNextPlanned,
    knownNext: known?.date ?? null,
    isKnown: (name) => isListed(name) || find({ name, organisations: [] }) !== null,
    bearersOf(name, organisation) {
      if (isListed(name)) return []
      const found = find({ name, organisations: [organisation] })
      if (found === null || found.others.length === 0) return []
      const bearers = directory.persons.filter(({ id }) => id === found.personId || found.others.includes(id))
      const isWhole = bearers.some((person) => fold(fullName(person)) === fold(name))
      return isWhole ? [] : bearers.map(fullName)
    },
    deputyOf({ organisation, personId }) {
      const id = organisationCalled(directory, organisation)
      const members = id === null ? [] : membersOfOrganisation(directory, id, meeting)
      const other = members.findLast((person) => person.id !== personId)
      return other === undefined ? '' : fullName(other)
    },
  })
}

/** Of those that are on what the file says: what waits, and what was decided while the text says otherwise. */
async function observationFacts(
  tx: Reader,
  { meeting, items }: FileToPrint,
): Promise<Pick<MinutesFacts, 'openObservations' | 'owedObservations' | 'saidObservations'>> {
  const said = new Set(items.map(({ id }) => id))
  const all = (await observationsOf(tx, meeting.id)).filter(
    ({ paper, itemId }) => paper === 'minutes' && (itemId === null || said.has(itemId)),
  )
  const answered = new Set(all.filter(({ state }) => state !== 'open').map(({ id }) => id))
  const own = answered.size === 0 ? [] : await standings(tx, meeting.id)
  const count = (wanted: Standing) =>
    own.filter(({ id, standing }) => standing === wanted && answered.has(id)).length
  return {
    openObservations: all.length - answered.size,
    owedObservations: count('owed'),
    saidObservations: count('stillSaid'),
  }
}

/** What members answered to the text as it is, which nobody has answered in turn. */
async function replyChecks(tx: Reader, meetingId: string): Promise<LeavingCheck[]> {
  const replies = await unansweredReplies(tx, meetingId)
  if (replies.length === 0) return []
  const words = replies.length === 1 ? (replies[0]?.words ?? '') : ''
  return [leavingCheck('unansweredReplies', { names: replies.map(({ name }) => name), words })]
}

/** A picture without words is asked for before it leaves: nothing stands for a description that nobody wrote. */
function bareTexts({ minutes, sections, items }: FileToPrint): MinutesFacts['bareTexts'] {
  const isBare = (texts: readonly RichText[]) =>
    texts.flatMap(picturesOf).some(({ alt }) => alt.trim() === '')
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  return [
    ...(minutes !== null && isBare([minutes.opening]) ? [{ section: 'head', title: '' }] : []),
    ...sections
      .filter(({ presentation, exchanges }) => isBare([presentation, exchanges]))
      .map(({ itemId }) => ({ section: itemId, title: titles.get(itemId) ?? '' })),
    ...(minutes !== null && isBare([minutes.closing]) ? [{ section: 'tail', title: '' }] : []),
  ]
}

/** What followed was struck out, perhaps by an observation that was retained. */
function cutTexts({ minutes, sections, items }: FileToPrint): MinutesFacts['cutTexts'] {
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  const of = (section: string, title: string, texts: readonly RichText[]) =>
    texts.flatMap(endsInComma).map((words) => ({ section, title, words }))
  return [
    ...(minutes === null ? [] : of('head', '', [minutes.opening])),
    ...sections.flatMap(({ itemId, presentation, exchanges }) =>
      of(itemId, titles.get(itemId) ?? '', [presentation, exchanges]),
    ),
    ...(minutes === null ? [] : of('tail', '', [minutes.closing])),
  ]
}

/** Two of a year and series, or two of the minutes: merged desks may have given one twice. */
async function numberChecks(
  tx: Reader,
  { meeting, decisions, actions }: FileToPrint,
): Promise<LeavingCheck[]> {
  const { number } = meeting
  const isMeetings = number !== null && !(await isFreeNumber(tx, { ...meeting, number }))
  const printed = [
    ...decisions.map(({ id, itemId, rank }) => ({ id, itemId, name: printedNumber('D', meeting, rank) })),
    ...actions.map(({ id, itemId, rank }) => ({ id, itemId, name: printedNumber('A', meeting, rank) })),
  ]
  const again = printed.filter(({ name }, index) => printed.findIndex((one) => one.name === name) < index)
  return [
    ...(isMeetings ? [leavingCheck('numberRepeats', { names: [numbered(number)] })] : []),
    ...again.map(({ id, itemId, name }) =>
      leavingCheck('numberRepeats', { names: [name], section: itemId, rowId: id }),
    ),
  ]
}

/** Asked once: the numbers that follow go on from it. */
async function firstNumberChecks(tx: Reader, { meeting }: FileToPrint): Promise<LeavingCheck[]> {
  const number = await firstNumber(tx, meeting)
  return number === null ? [] : [leavingCheck('firstNumber', { names: [String(number)] })]
}

/** A meeting that is only planned can be opened; whoever was to come does not know of it. */
async function convenedChecks(tx: Reader, { meeting }: FileToPrint): Promise<LeavingCheck[]> {
  const isConvened = meeting.state !== 'planned' || (await sentConvocations(tx, meeting.id)).length > 0
  return isConvened ? [] : [leavingCheck('notConvened')]
}

/** Whom an item invites is convoked with the members, and reads no draft. */
async function addressChecks(
  tx: Reader,
  { meeting }: FileToPrint,
  departure: Departure,
): Promise<LeavingCheck[]> {
  const invited =
    departure === 'convocation'
      ? (await askedTo(tx, meeting.id)).filter(({ role, items }) => role === 'guest' && items.length > 0)
      : []
  const members = (await membersOn(tx, meeting)).map(({ person }) => ({ ...person, personId: person.id }))
  const without = [...members, ...invited].filter(({ email }) => addressFault(email) !== null)
  const [first] = without
  if (first === undefined) return []
  return [leavingCheck('recipientWithoutAddress', { names: without.map(fullName), rowId: first.personId })]
}

function missingDocuments(tx: Reader, meetingId: string): Promise<{ title: string; itemId: string }[]> {
  return tx
    .selectFrom('awaitedDocument')
    .innerJoin('agendaItem', 'agendaItem.id', 'awaitedDocument.itemId')
    .select(['awaitedDocument.title', 'awaitedDocument.itemId'])
    .where('agendaItem.meetingId', '=', meetingId)
    .where('awaitedDocument.attachmentId', 'is', null)
    .execute()
}

async function documentChecks(tx: Reader, meetingId: string): Promise<LeavingCheck[]> {
  const rows = await missingDocuments(tx, meetingId)
  return rows.length === 0 ? [] : [leavingCheck('documentMissing', { names: rows.map(({ title }) => title) })]
}
