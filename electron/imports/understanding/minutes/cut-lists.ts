import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import type { Line } from '../lines.ts'
import { isGivenName } from '../names/given-names.ts'
import { beginsNextPart } from '../names/presence-words.ts'
import { isPerson, mayBePerson } from '../people.ts'
import { groupOf } from './presence-groups.ts'

/** Lines as they were meant, and the blocks whose words stand with those of another. */
type Whole = { lines: Line[]; joined: ReadonlyMap<number, readonly number[]> }

/**
 * "Présents : Anne Roy, Paul" over "Bon, Zoé Lac": one list that the margin cut. A tab between a name and what stands beside it
 * is written "|", as between the cells of a table.
 */
export function withCutLists(lines: readonly Line[], blocks: readonly SourceBlock[]): Whole {
  const whole: Line[] = []
  const joined = new Map<number, number[]>()
  let isOpen = false
  const endings = endingsOf(lines)
  for (const written of lines) {
    const line = withoutCivilities(withEnding(withColumns(written, blocks), endings))
    const last = whole.at(-1)
    const group = groupOf(line)
    if (last !== undefined && isOpen && group === null && goesOn(last, line)) {
      // "Marc-" over "Antoine"
      const isName = /\p{L}-$/u.test(last.text)
      const link = isName ? '' : line.bullet && /[–—-]\s\p{Lu}/u.test(last.text) ? ' – ' : ' '
      const words = `${last.text}${link}${line.bullet ? line.words : line.text}`
      whole[whole.length - 1] = { ...last, text: words, words }
      if (line.block !== last.block) joined.set(last.block, [...(joined.get(last.block) ?? []), line.block])
      continue
    }
    whole.push(line)
    const isList = line.type === 'paragraph' || line.type === 'list'
    // "Membres titulaires :" over its names
    isOpen = isList && (group === null ? isListed(line.text) : group.rest !== '')
  }
  return { lines: whole, joined }
}

/** "ROY Anne PLR", "BON Paul PLR (nouveau)": what several numbered names end with is what they sit for. */
const ENDING =
  /^((?:\p{Lu}[\p{Lu}’'-]+\s){1,3}\p{Lu}\p{Ll}[\p{L}-]*(?:\s\p{Lu}\p{Ll}[\p{L}-]*)?)\s(\p{Lu}[\p{L}-]+)((?:\s\([^()]*\))?)$/u

const SEVERAL = 3

function endingsOf(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { number, words } of lines) {
    const ending = number === null ? undefined : ENDING.exec(words)?.[2]
    if (ending !== undefined) counts.set(ending, (counts.get(ending) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([ending, count]) => (count >= SEVERAL ? [ending] : [])))
}

function withEnding(line: Line, endings: ReadonlySet<string>): Line {
  const [, name = '', ending = '', aside = ''] = (line.number !== null && ENDING.exec(line.words)) || []
  if (endings.size === 0 || ending === '') return line
  const words = `${name} | ${ending}${aside}`
  return { ...line, text: words, words }
}

/** "Élus : Mmes et M. : Anne Roy ; Paul Bon": names in full need no civility. */
function withoutCivilities(line: Line): Line {
  if (line.type === 'row' || line.type === 'heading') return line
  const text = line.text.replace(CIVILITIES, '')
  return text === line.text ? line : { ...line, text, words: line.bullet ? line.words : text }
}

const CIVILITIES =
  /(?<=^[^:]{3,60}:\s)(?:MM?\.?|Mmes?|Messieurs|Mesdames)(?:\s(?:et|&)\s(?:MM?\.?|Mmes?|Messieurs|Mesdames))?\s?:\s+(?=\p{Lu})/u

/** Longer than what the margin cuts from a list no list of people is. */
const LONGEST = 4000

function goesOn(above: Line, line: Line): boolean {
  if (line.type === 'heading' || line.type === 'row' || line.number !== null || above.bullet) return false
  if (beginsNextPart(line.text) || above.text.length > LONGEST || /^[^,(]{1,40}\s?:/u.test(line.text))
    return false
  const listed = above.text.replace(/^[^:]{1,90}:/u, '')
  // The dash between two names was taken for a bullet.
  if (line.bullet) return line.text !== line.words && isDashed(listed) && /\s[–—-]\s/u.test(line.words)
  if (/(?:[,;–—-]|(?<!\p{L})et)$/u.test(above.text))
    return (
      /^(?:et\s)?(?:\p{Lu}|d[eu’'])/u.test(line.text) && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(line.text)
    )
  // A bracket is open, or a particle ends the line.
  if (/\([^()]{1,60}$/u.test(above.text)) return true
  if (/,\s[^,]{3,40}\s(?:VAN|VON|DE|DU|DES|DI|DA|LE|LA|EL|de|du|van|von|le|la)$/u.test(above.text))
    return /^\p{Lu}/u.test(line.text)
  // The margin parted a name.
  const end = listed.split(PARTING).at(-1) ?? ''
  const [begin = ''] = line.text.replace(/\s*\(.*$/u, '').split(PARTING)
  return (
    PARTING.test(listed) &&
    !/[.;:!?)]$/.test(above.text) &&
    !mayBePerson(end) &&
    begin.length <= 40 &&
    (isPerson(`${end.trim()} ${begin.trim()}`) ||
      (isGivenName(end.trim()) && /^\p{Lu}[\p{L}’'-]+\.?$/u.test(begin.trim())))
  )
}

/** Fewer names are no line of a list by themselves, unless semicolons part them. */
const MANY = 3

function isListed(text: string): boolean {
  const bySemicolons = text.split(/\s*;\s/u).length
  return text.split(PARTING).length > MANY || bySemicolons >= MANY || /;[^;]+;$/.test(text)
}

const PARTING = /[,;]\s|\s[–—-]\s|\set\s/u

function isDashed(words: string): boolean {
  return words.split(/\s[–—-]\s/u).length > 2
}

function withColumns(line: Line, blocks: readonly SourceBlock[]): Line {
  const block = blocks[line.block]
  if (block === undefined || block.type === 'row' || block.type === 'heading') return line
  const cells = (block.text.split('\n')[line.part] ?? '').trim().split(/\s*\t\s*/u)
  if (cells.length < 2 || !line.text.includes(cells.at(-1) ?? '')) return line
  const text = cells.join(' | ')
  return { ...line, text, words: line.bullet || line.number !== null ? line.words : text }
}
