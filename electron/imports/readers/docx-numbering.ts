// The numbers Word prints before list paragraphs, which are nowhere in the text.
import { childOf, childrenOf, readXml, type XmlElement } from '../xml.ts'
import { formatNumber } from './number-formats.ts'
import { wordValue } from './office-values.ts'

type Level = { start: number; format: string; text: string; restartAfter: number | null; legal: boolean }
type List = { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> }
type Abstract = { levels: Map<number, Level>; styleLink: string | null; linkedStyle: string | null }

export type Numbering = {
  /** Printed marker of the next paragraph of a list ("2.1", "a)", "•"); null when it prints none. */
  next(numId: string, level: number): string | null
}

/** ECMA-376 17.9: lists that share an abstract definition share their counters unless they restart. */
export function readNumbering(bytes: Uint8Array | null): Numbering {
  const abstracts = new Map<string, Abstract>()
  const lists = new Map<string, List>()
  if (bytes !== null) {
    readXml(bytes, ['w:abstractNum', 'w:num'], (element) => {
      if (element.name === 'w:abstractNum') {
        abstracts.set(element.attributes['w:abstractNumId'] ?? '', readAbstract(element))
      } else {
        lists.set(element.attributes['w:numId'] ?? '', readList(element))
      }
      return undefined
    })
  }
  const counters = new Map<string, (number | undefined)[]>()
  const restarted = new Set<string>()
  return {
    next(numId, level) {
      const list = lists.get(numId)
      if (list === undefined) return null
      const levels = levelsOf(list, abstracts)
      const own = levels.get(level)
      if (own === undefined) return null
      const counter = counters.get(list.abstractId) ?? []
      counters.set(list.abstractId, counter)
      restart(list, numId, counter, restarted)
      counter[level] = (counter[level] ?? own.start - 1) + 1
      for (let deeper = level + 1; deeper < 9; deeper += 1) {
        const after = levels.get(deeper)?.restartAfter
        if (after === null || after === undefined || (after > 0 && level < after)) counter[deeper] = undefined
      }
      return printed(own, levels, counter)
    },
  }
}

/** A list with its own start begins again the first time it is used. */
function restart(list: List, numId: string, counter: (number | undefined)[], restarted: Set<string>) {
  if (list.starts.size === 0 || restarted.has(numId)) return
  restarted.add(numId)
  for (const [level, start] of list.starts) counter[level] = start - 1
}

function printed(
  own: Level,
  levels: ReadonlyMap<number, Level>,
  counter: readonly (number | undefined)[],
): string | null {
  if (own.format === 'bullet') return '•'
  if (own.format === 'none') return own.text.replaceAll(/%\d/g, '').trim() || null
  const text = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = levels.get(at)
    const value = counter[at] ?? level?.start ?? 1
    return formatNumber(value, own.legal ? 'decimal' : (level?.format ?? 'decimal'))
  })
  return text.trim() || null
}

function levelsOf(list: List, abstracts: ReadonlyMap<string, Abstract>): ReadonlyMap<number, Level> {
  let abstract = abstracts.get(list.abstractId)
  if (abstract?.linkedStyle !== null && abstract?.levels.size === 0) {
    const style = abstract?.linkedStyle
    abstract = [...abstracts.values()].find((candidate) => candidate.styleLink === style) ?? abstract
  }
  const levels = abstract?.levels ?? new Map<number, Level>()
  return list.levels.size === 0 ? levels : new Map([...levels, ...list.levels])
}

function readAbstract(element: XmlElement): Abstract {
  const levels = new Map<number, Level>()
  for (const level of childrenOf(element, 'w:lvl')) levels.set(levelNumber(level), readLevel(level))
  return {
    levels,
    styleLink: wordValue(element, 'w:styleLink'),
    linkedStyle: wordValue(element, 'w:numStyleLink'),
  }
}

function readList(element: XmlElement): List {
  const starts = new Map<number, number>()
  const levels = new Map<number, Level>()
  for (const override of childrenOf(element, 'w:lvlOverride')) {
    const start = wordValue(override, 'w:startOverride')
    if (start !== null) starts.set(levelNumber(override), count(start, 1))
    const level = childOf(override, 'w:lvl')
    if (level !== undefined) levels.set(levelNumber(level), readLevel(level))
  }
  return { abstractId: wordValue(element, 'w:abstractNumId') ?? '', starts, levels }
}

function readLevel(element: XmlElement): Level {
  const restart = wordValue(element, 'w:lvlRestart')
  return {
    start: count(wordValue(element, 'w:start'), 1),
    format: wordValue(element, 'w:numFmt') ?? 'decimal',
    text: wordValue(element, 'w:lvlText') ?? '',
    restartAfter: restart === null ? null : count(restart, 0),
    legal: childOf(element, 'w:isLgl') !== undefined,
  }
}

function levelNumber(element: XmlElement): number {
  return count(element.attributes['w:ilvl'] ?? null, 0)
}

function count(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : otherwise
}
