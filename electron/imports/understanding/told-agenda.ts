import type { LineRole, Said } from '../../domain/agenda/said-lines.ts'
import type { Line } from './lines.ts'
import { isAnchor } from './outline-region.ts'
import { plainLine } from './plain-line.ts'

/** What somebody said of the agenda of this file. */
export type Told = { isItem: (line: Line) => boolean; begins: (line: Line) => boolean }

/** Lines that were said to be items weigh more than any look of a list. */
const TOLD = 4

export function toldPoints(
  lines: readonly { line: Line; depth: number | null }[],
  told: Told | null,
): number {
  if (told === null) return 0
  const items = lines.filter(({ line, depth }) => depth !== null && told.isItem(line))
  return items.length === 0 ? 0 : TOLD
}

export function toldOf({ lines }: Said): Told {
  const is = (role: LineRole) => {
    const places = new Set(lines.flatMap((one) => (one.role === role ? [`${one.block} ${one.line}`] : [])))
    return ({ block, part }: Line) => places.has(`${block} ${part}`)
  }
  return { isItem: is('item'), begins: is('agenda') }
}

const NAMES_LIST = /^(?:les |liste des )?(?:sujets|points|themes|dossiers|questions|affaires)$/

/** "Les sujets" over its list, and not the first of the list. */
export function leadsTo(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const below = lines[at + 1]
  if (line === undefined) return false
  if (isAnchor(line) || /:\s*$/.test(line.text) || NAMES_LIST.test(plainLine(line.words))) return true
  const isMarked = (one: Line | undefined) => one !== undefined && (one.number !== null || one.bullet)
  return line.type === 'heading' && isMarked(below) && !isMarked(line)
}
