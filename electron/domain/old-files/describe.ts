import type { OldFilesCounts, OldFilesGroup, OldFilesNote, OldFilesReason } from './old-files.ts'
import { type KnownMeeting, nameAgrees, type OldFilesWorld, type PlacedFile } from './placed.ts'
import { type MainFiles, mainFiles, rolesOf } from './roles.ts'

/** Under these a thing is to be looked at: of the corpus' files, all dates and 99 % of the items above them are right. */
const SURE_DATE = 0.6
const SURE_ITEMS = 0.6

export function describeGroup(files: readonly PlacedFile[], world: OldFilesWorld): OldFilesGroup {
  const main = mainFiles(files)
  const made = [main.minutes, main.agenda].filter((file) => file !== null)
  const [first] = files
  const unreal = files.flatMap(({ facts, named }) => facts.unrealDate ?? named.unrealDate ?? [])
  const date = files.find((file) => file.date !== null)?.date ?? null
  const seriesId = files.find((file) => file.seriesId !== null)?.seriesId ?? null
  const numbers = [...new Set(files.flatMap(({ facts }) => (facts.number === null ? [] : [facts.number])))]
  const named = [...new Set(files.flatMap(({ named: { number } }) => (number === null ? [] : [number])))]
  const number = main.agenda?.facts.number ?? numbers[0] ?? (named.length === 1 ? (named[0] ?? null) : null)
  const there = existing({ files, date, number, seriesId }, world)
  const roles = rolesOf(files, main)
  const reasons = new Set<OldFilesReason>([
    ...dateReasons(files, date, world),
    ...(numbers.length > 1 ? (['numbers-disagree'] as const) : []),
    ...(roles.some(({ isContested }) => isContested) ? (['versions-disagree'] as const) : []),
    ...itemReasons(files, main),
    ...(seriesId === null &&
    (world.series.length > 1 || (world.series.length === 1 && first?.isOtherBody === true))
      ? (['series-unknown'] as const)
      : []),
    ...there.reasons,
  ])
  return {
    id: first?.id ?? '',
    state: there.isTaken ? 'taken' : reasons.size > 0 ? 'doubtful' : 'sure',
    code: null,
    files: roles,
    date,
    unrealDate: unreal[0] ?? null,
    number,
    title: main.agenda?.facts.title ?? main.minutes?.facts.title ?? first?.facts.title ?? '',
    startTime: files.find(({ facts }) => facts.startTime !== null)?.facts.startTime ?? null,
    seriesId,
    counts: countsOf(files, main),
    confidence: made.length === 0 ? 0 : Math.min(...made.map(confidenceOf)),
    reasons: there.isTaken ? [] : [...reasons],
    notes: notesOf(files, main, roles),
    meetingId: there.meetingId,
  }
}

const confidenceOf = ({ facts, dateReason }: MadeFile) =>
  Math.min(
    facts.date === null ? 0.5 : facts.dateConfidence,
    facts.counts.items === 0 ? 1 : facts.itemConfidence,
  ) * (dateReason == null ? 1 : 0.5)
type MadeFile = Pick<PlacedFile, 'facts'> & { dateReason?: OldFilesReason | null }

/** The items of the agenda, or else of the minutes; the rest is in the minutes. */
function countsOf(files: readonly PlacedFile[], { agenda, minutes }: MainFiles): OldFilesCounts {
  const items =
    agenda !== null && agenda.facts.counts.items > 0 ? agenda : (minutes ?? agenda ?? files[0] ?? null)
  return {
    participants: 0,
    decisions: 0,
    actions: 0,
    ...minutes?.facts.counts,
    items: items?.facts.counts.items ?? 0,
  }
}

function dateReasons(
  files: readonly PlacedFile[],
  date: string | null,
  { today }: OldFilesWorld,
): OldFilesReason[] {
  if (date === null)
    return [files.find(({ dateReason }) => dateReason === 'date-unreal')?.dateReason ?? 'no-date']
  const reasons: OldFilesReason[] = []
  const saying = files.filter(({ facts }) => facts.date === date)
  const [only] = files
  if (saying.length === 0 && only?.dateReason != null) reasons.push(only.dateReason)
  // An agenda and minutes that say one day bear each other out; so does a name that says it too.
  const isBorneOut =
    new Set(saying.map(({ kind }) => kind)).size > 1 || saying.some(({ named }) => named.dates.includes(date))
  const surest = Math.max(0, ...saying.map(({ facts }) => facts.dateConfidence))
  const isSaidDoubtful = saying.some(({ facts }) =>
    facts.warnings.some((code) => code === 'date-doubtful' || code === 'date-far'),
  )
  if (saying.length > 0 && !isBorneOut && (surest < SURE_DATE || isSaidDoubtful))
    reasons.push('date-doubtful')
  if (!isBorneOut && files.some((file) => nameAgrees(file) === 'no')) reasons.push('name-disagrees')
  if (date >= today) reasons.push('not-past')
  return reasons
}

function itemReasons(files: readonly PlacedFile[], main: MainFiles): OldFilesReason[] {
  if (main.agenda === null && main.minutes === null) return ['kind-unknown']
  const counts = countsOf(files, main)
  if (counts.items === 0) return ['no-items']
  const source = main.agenda !== null && main.agenda.facts.counts.items > 0 ? main.agenda : main.minutes
  if (source?.facts.warnings.includes('recognised') === true) return ['recognised']
  return source !== null && source.facts.itemConfidence < SURE_ITEMS ? ['items-doubtful'] : []
}

function notesOf(
  files: readonly PlacedFile[],
  main: MainFiles,
  roles: OldFilesGroup['files'],
): OldFilesNote[] {
  const has = (role: OldFilesGroup['files'][number]['role']) => roles.some((file) => file.role === role)
  return [
    ...(main.minutes === null ? (['no-minutes'] as const) : []),
    ...(files.every(({ facts }) => facts.startTime === null) ? (['start-unknown'] as const) : []),
    ...(files.some((file) => nameAgrees(file) === 'written-later') ? (['written-later'] as const) : []),
    ...(has('older') && !roles.some(({ isContested }) => isContested) ? (['several-versions'] as const) : []),
    ...(has('sameBytes') || has('sameDocument') ? (['same-document'] as const) : []),
  ]
}

type Found = { meetingId: string | null; isTaken: boolean; reasons: OldFilesReason[] }

/** Whether the meeting is there: out of these very files, on this date, or under this number. */
function existing(
  group: {
    files: readonly PlacedFile[]
    date: string | null
    number: number | null
    seriesId: string | null
  },
  { meetings, taken }: OldFilesWorld,
): Found {
  const from = group.files.map(({ sha256 }) => taken.get(sha256))
  const [meetingId] = from.filter((id) => id !== undefined)
  if (meetingId !== undefined) {
    const isTaken = from.every((id) => id === meetingId)
    return { meetingId, isTaken, reasons: isTaken ? [] : ['adds-files'] }
  }
  const isSame = ({ seriesId }: KnownMeeting) =>
    seriesId === group.seriesId || seriesId === null || group.seriesId === null
  const onDay = meetings.find((meeting) => meeting.date === group.date && isSame(meeting))
  if (onDay !== undefined)
    return {
      meetingId: onDay.id,
      isTaken: false,
      reasons: [onDay.takenOver === null ? 'already-there' : 'adds-files'],
    }
  const year = group.date?.slice(0, 4)
  const numbered = meetings.find(
    (meeting) =>
      group.number !== null &&
      meeting.number === group.number &&
      meeting.date.slice(0, 4) === year &&
      isSame(meeting),
  )
  return { meetingId: null, isTaken: false, reasons: numbered === undefined ? [] : ['number-on-other-date'] }
}
