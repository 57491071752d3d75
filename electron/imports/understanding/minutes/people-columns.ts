import { isGivenName } from '../names/given-names.ts'
import { isFunction, isOrganisationName } from '../people.ts'
import { oneLine } from '../plain-line.ts'
import { attendanceOf } from './person-line.ts'
import { hasCivility, personName } from './person-name.ts'

export type PeopleColumn = { name: number; organisation: number | null }

/** Fewer say nothing of a column. */
const ENOUGH = 3

/**
 * The columns of a table without heads that hold people, each with the one beside it that says where they work; null when none
 * does. Of two alike columns beside each other both hold people.
 */
export function peopleColumns(rows: readonly (readonly string[])[]): PeopleColumn[] | null {
  const width = Math.max(...rows.map(({ length }) => length))
  const cellsOf = (column: number) =>
    rows
      .flatMap((cells) => linesOf(cells[column] ?? ''))
      .filter((words) => words !== '' && attendanceOf(words) === null)
  const holdsPeople = Array.from({ length: width }, (_, column) => {
    const cells = cellsOf(column)
    return cells.length > 0 && cells.filter(isFullName).length >= cells.length * 0.7
  })
  const names = holdsPeople.flatMap((holds, column) => (holds ? [column] : []))
  const found = names.flatMap(cellsOf).filter(isFullName).length
  // In a small table all of them.
  if (found < Math.min(ENOUGH, Math.max(2, names.flatMap(cellsOf).length))) return null
  return names.map((name) => {
    const isOther = (column: number) =>
      column >= 0 && column < width && holdsPeople[column] === false && cellsOf(column).length > 0
    const organisation = isOther(name - 1) ? name - 1 : isOther(name + 1) ? name + 1 : null
    return { name, organisation }
  })
}

/** The lines of a cell; what somebody does below their name is said of them. */
function linesOf(cell: string): string[] {
  const lines = cell.split('\n').map(oneLine)
  const [first = '', ...others] = lines
  return isFullName(first) && others.every((line) => isFunction(line) || isOrganisationName(line))
    ? [first]
    : lines
}

/** "Anne ROY", "Paul Petit": given and family name, and no body. */
function isFullName(words: string): boolean {
  const bare = words.replace(/(?:(?<!\s)\s+)?[,(].*$/, '')
  const name = bare.split(' ').length <= 4 ? personName(bare, 'givenFirst') : null
  // "La Ruche" is a body, "Le Gall Anne" is not.
  const isThing = /^(?:La|Le|Les)\s/u.test(bare) && !isGivenName(bare.split(' ').at(-1) ?? '')
  return (
    name !== null &&
    !isThing &&
    (name.givenName !== null || hasCivility(words)) &&
    !isOrganisationName(words) &&
    !isFunction(words)
  )
}
