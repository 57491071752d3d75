import type { Line } from '../lines.ts'
import { mayBePerson } from '../people.ts'
import { singleName } from './names-list.ts'
import { attendanceOf, type PersonLine, personLine } from './person-line.ts'

/** Fewer lines that say who came are no roll call. */
const ROLL = 3

/** "Odile, présente !" line after line: a list of people that needs no title. */
export function rollCalls(
  lines: readonly Line[],
  isUsed: (line: Line) => boolean,
): { line: Line; person: PersonLine }[] {
  const found: { line: Line; person: PersonLine }[] = []
  let run: { line: Line; person: PersonLine }[] = []
  const close = () => {
    if (run.length >= ROLL) found.push(...run)
    run = []
  }
  // "Anne Roy | CGT | présente": the cells of a table that tabs lay out, which titles part.
  const inCells = lines.flatMap((line) => {
    const person = isUsed(line) || line.type === 'row' ? null : inColumns(line.words)
    return person === null ? [] : [{ line, person }]
  })
  if (inCells.length >= ROLL) found.push(...inCells)
  for (const line of lines) {
    const person = isUsed(line) || line.type === 'row' ? null : calledOut(line.words)
    if (person === null) close()
    else run.push({ line, person })
  }
  close()
  return found
}

function inColumns(words: string): PersonLine | null {
  const cells = words.split(/\s\|\s/u)
  const state = cells.length < 2 ? null : attendanceOf(cells.at(-1) ?? '')
  if (state === null) return null
  const person = personLine(cells.join(', '))
  return person?.givenName == null ? null : person
}

/** One name and whether they are there. */
function calledOut(words: string): PersonLine | null {
  const found =
    /^([^,:–—]{2,60}?)\s*(?:[,:–—]|\s-\s)\s*((?:présente?|absente?|excusée?)(?!\p{L})[^,:]{0,40})$/iu.exec(
      words,
    )
  // "Chantal FABRE Présente", "2 Paul Bon excusé"
  const beside =
    /^(?:\d{1,3}[.)]?\s)?([^\s,:–—\d][^,:–—\d]{4,60}?)\s((?:présent|absent|excusé|représenté)e?)$/iu.exec(
      words,
    )
  if (found === null && beside?.[1] !== undefined && mayBePerson(beside[1])) {
    const person = personLine(beside[1])
    return person === null ? null : { ...person, attendance: attendanceOf(beside[2] ?? '') }
  }
  const state = attendanceOf(found?.[2] ?? '')
  if (found?.[1] === undefined || state === null) return null
  const person = singleName(found[1]) ?? personLine(found[1])
  return person === null ? null : { ...person, attendance: state }
}
