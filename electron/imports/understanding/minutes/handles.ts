// What people call themselves where one word is enough: "zibou", "mdes", "Kestrel7".
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import type { Line } from '../lines.ts'
import { isOrganisationName } from '../people.ts'
import { bareName, HANDLE, singleName } from './names-list.ts'
import { peopleOf } from './people-in-line.ts'
import type { PersonLine } from './person-line.ts'

/** "zibou, Olt, mdes" behind "Étaient là :": words without spaces, half of which whoever wrote the page says again below. */
export function handlesSaidAgain(
  rest: string,
  saidAt: () => ReadonlyMap<string, number>,
  at: number,
): PersonLine[] {
  const names = rest
    .replace(/\([^()]{0,60}\)/g, '')
    .split(',')
    .map((piece) => piece.trim().replace(/\.$/, ''))
  if (!names.every((name) => HANDLE.test(name)) || names.length < 3) return []
  const again = names.filter((name) => (saidAt().get(name) ?? at) > at)
  return again.length * 2 < names.length || !names.some((name) => /^\p{Ll}/u.test(name))
    ? []
    : names.map(bareName)
}

/** "Présents" over "zibou, olt, mdes", or over one of them in each bullet, where half are persons or said again below. */
export function handlesBelow(
  lines: readonly Line[],
  at: number,
  state: AttendanceStatus | null,
  isFirst: boolean,
  saidAt: () => ReadonlyMap<string, number>,
): PersonLine[] {
  const line = lines[at]
  if (line === undefined) return []
  if (!line.bullet)
    return line.type === 'paragraph' && isFirst ? handlesSaidAgain(line.words, saidAt, at) : []
  const before = lines.slice(Math.max(0, at - MOST_HANDLES), at)
  const first = at - (before.length - 1 - before.findLastIndex(({ bullet }) => !bullet))
  const bullets = lines.slice(first, first + MOST_HANDLES)
  const end = bullets.findIndex(({ bullet }) => !bullet)
  const own = bullets.slice(0, end < 0 ? undefined : end).map(withoutNote)
  const isSomebody = (name: string) => singleName(name) !== null || peopleOf(name, state).length > 0
  const isSaid = (name: string) => (saidAt().get(name) ?? 0) >= first + own.length
  const name = withoutNote(line)
  // Bodies are said again below as well.
  return HANDLE.test(name) &&
    !isOrganisationName(name) &&
    own.length >= 3 &&
    own.some((one) => /^\p{Ll}/u.test(one)) &&
    own.every((one) => HANDLE.test(one) || isSomebody(one)) &&
    own.filter((one) => isSomebody(one) || isSaid(one)).length * 2 >= own.length
    ? [bareName(name)]
    : []
}

/** "zibou (départ à 21h34)", "zibou – arrivé à 20h45" */
const withoutNote = ({ words }: Line) => words.replace(/\s(?:\([^()]{0,60}\)|[–—-]\s.*)$/u, '').trim()

const MOST_HANDLES = 30

/** By each word, the last line that says it; nearly every page asks for none. */
export function lastOfWords(lines: readonly Line[]): () => ReadonlyMap<string, number> {
  let made: Map<string, number> | undefined
  return () => {
    made ??= new Map(
      lines.flatMap(({ text }, at) => text.split(/[^\p{L}\d_.-]+/u).map((word) => [word, at] as const)),
    )
    return made
  }
}
