import { foldedWords } from '../text/fold.ts'
import { describeGroup } from './describe.ts'
import { noCounts, type OldFile, type OldFilesGroup, type OldFilesReason } from './old-files.ts'
import { isSameBody, mayBeOneMeeting, type OldFilesWorld, type PlacedFile, placeFile } from './placed.ts'
import { type KnownFile, knownFile, refusedRole } from './roles.ts'

/** Every file is in exactly one group; the order of the files is of no account. By date, those without one last. */
export function oldFilesGroups(files: readonly OldFile[], world: OldFilesWorld): OldFilesGroup[] {
  const sorted = [...files].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.id < b.id ? -1 : 1,
  )
  const known = sorted.map(knownFile).filter((file) => file !== null)
  const groups = groupedFiles(known, world).map((group) => describeGroup(group, world))
  markSharedNumbers(groups)
  markSharedDays(groups)
  writeTitlesAlike(groups)
  const refused = sorted.flatMap((file) => (file.facts === null ? [refusedGroup(file)] : []))
  return [...groups, ...refused].sort(
    (a, b) =>
      (a.date ?? '9999').localeCompare(b.date ?? '9999') ||
      (a.files[0]?.path ?? '').localeCompare(b.files[0]?.path ?? ''),
  )
}

function groupedFiles(files: readonly KnownFile[], world: OldFilesWorld): PlacedFile[][] {
  const placed = files.map((file) => placeFile(file, world))
  const groups: PlacedFile[][] = []
  const join = (file: PlacedFile, of: PlacedFile[] | undefined) =>
    of === undefined ? groups.push([file]) : of.push(file)
  const onDay = (file: PlacedFile, date: string) =>
    groups.filter(
      (group) =>
        group[0]?.date === date &&
        group.every((other) => isSameBody(other, file)) &&
        group.some((other) => mayBeOneMeeting(other, file)),
    )
  // The surest first: those that say their day themselves, then those that need the others to know it.
  for (const file of placed)
    if (file.date !== null && file.dateReason === null) join(file, onDay(file, file.date)[0])
  for (const file of placed) {
    if (file.date !== null && file.dateReason === null) continue
    const near = candidates(file, groups)
    const [only] = near
    const day = near.length === 1 ? only : file.date === null ? undefined : onDay(file, file.date)[0]
    if (day === undefined) groups.push([file])
    else day.push({ ...file, date: day[0]?.date ?? null, dateReason: null })
  }
  return sameBytesTogether(groups)
}

/** Groups that a file without a whole date of its own may belong to. */
function candidates(file: PlacedFile, groups: readonly PlacedFile[][]): PlacedFile[][] {
  const isOnDay = dayOf(file)
  if (isOnDay === null) return []
  // The day first: comparing words takes longer, and thirty years are many groups.
  return groups.filter((group) => {
    const [first] = group
    return (
      first?.date != null &&
      isOnDay(first.date, group) &&
      isSameBody(first, file) &&
      mayBeOneMeeting(first, file)
    )
  })
}

/** Which days a file may speak of that does not say a whole date; null when nothing tells. */
function dayOf({
  facts,
  named,
}: PlacedFile): ((date: string, group: readonly PlacedFile[]) => boolean) | null {
  const { date: said, number } = facts
  const isInYear = (date: string) => date.startsWith(`${named.year}`)
  // "12/03" of a folder or of a series that has one meeting on a 12 March.
  if (said?.startsWith('--'))
    return (date) => date.slice(5) === said.slice(2) && (named.year === null || isInYear(date))
  if (said !== null) return null
  const inName = named.dates.at(-1)
  if (inName !== undefined) return (date) => date === inName
  const own = number ?? named.number
  if (own === null || named.year === null) return null
  return (date, group) => isInYear(date) && group.some((other) => other.facts.number === own)
}

/** A second copy of a file is with the first wherever it lies. */
function sameBytesTogether(groups: readonly PlacedFile[][]): PlacedFile[][] {
  const home = new Map<string, PlacedFile[]>()
  const kept: PlacedFile[][] = []
  for (const group of groups) {
    const rest = group.filter((file) => {
      const first = home.get(file.sha256)
      if (first === undefined) return true
      first.push(file)
      return false
    })
    if (rest.length === 0) continue
    kept.push(rest)
    for (const { sha256 } of rest) home.set(sha256, rest)
  }
  return kept
}

/** One number on two dates of a year: a meeting that was moved, or a mistake; somebody has to say. */
function markSharedNumbers(groups: readonly OldFilesGroup[]): void {
  const byNumber = new Map<string, OldFilesGroup[]>()
  for (const group of groups) {
    if (group.number === null || group.date === null) continue
    const key = `${group.seriesId} ${group.date.slice(0, 4)} ${group.number}`
    byNumber.set(key, [...(byNumber.get(key) ?? []), group])
  }
  for (const shared of byNumber.values()) if (shared.length > 1) doubt(shared, 'number-on-other-date')
}

/** Two meetings of one series on one day. */
function markSharedDays(groups: readonly OldFilesGroup[]): void {
  const byDay = new Map<string, OldFilesGroup[]>()
  for (const group of groups) {
    if (group.seriesId === null || group.date === null) continue
    const key = `${group.seriesId} ${group.date}`
    byDay.set(key, [...(byDay.get(key) ?? []), group])
  }
  for (const shared of byDay.values()) if (shared.length > 1) doubt(shared, 'same-day')
}

/** "COMITE DES BALISES" of one file is the "Comité des balises" of another: capitals alone do not say how it is written. */
function writeTitlesAlike(groups: readonly OldFilesGroup[]): void {
  const isCapitals = (title: string) => title === title.toUpperCase()
  const key = (title: string) => foldedWords(title).join(' ')
  const written = new Map(groups.flatMap(({ title }) => (isCapitals(title) ? [] : [[key(title), title]])))
  for (const group of groups)
    if (isCapitals(group.title)) group.title = written.get(key(group.title)) ?? group.title
}

function doubt(groups: readonly OldFilesGroup[], reason: OldFilesReason): void {
  for (const group of groups) {
    if (group.state === 'taken') continue
    if (!group.reasons.includes(reason)) group.reasons.push(reason)
    group.state = 'doubtful'
  }
}

function refusedGroup(file: OldFile): OldFilesGroup {
  return {
    id: file.id,
    state: 'refused',
    code: file.code,
    files: [refusedRole(file)],
    date: null,
    unrealDate: null,
    number: null,
    title: '',
    startTime: null,
    seriesId: null,
    counts: noCounts,
    confidence: 0,
    reasons: [],
    notes: [],
    meetingId: null,
  }
}
