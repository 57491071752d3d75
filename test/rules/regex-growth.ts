// Regular expressions on texts made to hold them up: about what they match, with one sign of it repeated and an end that
// keeps them from matching.
import ts from 'typescript'
import { nodesOf, parse } from './syntax.ts'

export type Literal = { readonly at: string; readonly regex: RegExp }

/** Signs, and words of one letter, that hold many expressions up, and ends that keep them from matching. */
const SIGNS = [' ', '0', 'a', 'a-', 'a ']
const ENDS = ['', '\u0000', '\n\u0000']

/** The regular expressions that a file writes as such. */
export function literalsIn(path: string, text: string): Literal[] {
  const source = parse(path, text)
  return [...nodesOf(source)].filter(ts.isRegularExpressionLiteral).map((node) => {
    const end = node.text.lastIndexOf('/')
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    return {
      at: `${path}:${line + 1} ${node.text}`,
      // Where one begins to search is not what is measured.
      regex: new RegExp(node.text.slice(1, end), node.text.slice(end + 1).replace(/[gy]/g, '')),
    }
  })
}

/** About what it matches: each of its parts as often as it must be there. */
function outline(source: string): string {
  const part =
    /\\p\{(\w)|\\u([\da-f]{4})|\\x([\da-f]{2})|\\(.)|\[\^?((?:\\.|[^\]\\])*)\]|\(\?(?:<?[=!]|:|<\w+>)|\{(\d+)[^}]*\}|([()|?*+^$])|(.)/giu
  let made = ''
  for (const [whole, property, unicode, hex, escaped, one, least, sign, other] of source.matchAll(part)) {
    if (property !== undefined) made += 'a'
    else if (unicode !== undefined || hex !== undefined)
      made += String.fromCharCode(Number.parseInt(unicode ?? hex ?? '', 16))
    else if (escaped !== undefined) made += classOf(escaped)
    else if (one !== undefined) made += whole.startsWith('[^') ? 'a' : outline(one).slice(0, 1)
    else if (least !== undefined) made += made.slice(-1).repeat(Math.max(0, Number(least) - 1))
    else if (sign === undefined && other !== undefined) made += other === '.' ? 'a' : other
  }
  return made
}

function classOf(escaped: string): string {
  const signs: Readonly<Record<string, string>> = {
    s: ' ',
    d: '0',
    w: 'a',
    S: 'a',
    D: 'a',
    W: ' ',
    b: '',
    B: '',
    n: '\n',
    t: '\t',
  }
  return signs[escaped] ?? escaped
}

/** Texts of about so many signs, the same ones in the same order for each number. */
export function pumped({ regex }: Literal, size: number): string[] {
  const match = outline(regex.source).slice(0, 60)
  const texts = [...new Set(match)].map((sign) => match.replaceAll(sign, () => sign.repeat(size)))
  for (let at = 0; at <= match.length; at += 1)
    for (const sign of new Set([match.slice(at, at + 1), ...SIGNS].filter((one) => one !== ''))) {
      const held = match.slice(0, at) + sign.repeat(size)
      texts.push(held, held + match.slice(at))
    }
  return texts.flatMap((text) => ENDS.map((end) => text + end))
}

/** Enough for a time that doubles with each sign, which more of them would make endless. */
const FEWEST = 20
/** So many signs are tried; then twice as many of a text that took long. */
const FEW = 100
/** Of a hundred signs an expression that grows with their square makes some thousand steps, one with their cube fifty times more. */
const LONG_MS = 0.1
const CONFIRMED_MS = 0.8

/**
 * A text on which the time grows at least with the cube of its length; null when none was found. A square of what people
 * write in a line or a paragraph is still nothing.
 */
export function cubicText(literal: Literal): string | null {
  const doubling = pumped(literal, FEWEST).find((text) => takes(literal, text, CONFIRMED_MS))
  if (doubling !== undefined) return doubling
  let many: string[] | null = null
  for (const [index, text] of pumped(literal, FEW).entries()) {
    if (!mayTake(literal, text, LONG_MS)) continue
    many ??= pumped(literal, 2 * FEW)
    const longer = many[index] ?? ''
    const [less, more] = [leastOf(literal, text), leastOf(literal, longer)]
    if (more > CONFIRMED_MS && more > 6 * less) return longer
  }
  return null
}

/** Readers look at no more of a line. */
const LONGEST_LINE = 1000
/** What a line may cost at most: of a page of such lines, a second. */
const LINE_MS = 15

/** A line on which it takes longer than a line may; null when none was found. */
export function slowLine(literal: Literal): string | null {
  return pumped(literal, LONGEST_LINE).find((text) => takes(literal, text, LINE_MS)) ?? null
}

/** A machine at work on other things may hold up one turn or another, not every one. */
const TURNS = 12

/** A square of steps, and what it takes on the machine that the bounds are of, at work on nothing else. */
const YARDSTICK: Literal = { at: '', regex: /a*b/ }
const YARD = 'a'.repeat(2000)
const YARD_MS = 3.75

/**
 * Whether it takes longer than that in each of some turns, each beside a yardstick: a slower or a busy machine takes longer
 * for both.
 */
function takes(literal: Literal, text: string, ms: number): boolean {
  if (!mayTake(literal, text, ms)) return false
  for (let turn = 0; turn < TURNS; turn += 1) {
    const pace = Math.max(1, spentOn(YARDSTICK, YARD) / YARD_MS)
    if (spentOn(literal, text) <= ms * pace) return false
  }
  return true
}

/** By the clock, which is quickly asked: what takes processor time takes as much of it at least. */
function mayTake({ regex }: Literal, text: string, ms: number): boolean {
  const started = performance.now()
  regex.test(text)
  return performance.now() - started > ms
}

function leastOf(literal: Literal, text: string): number {
  return Math.min(...Array.from({ length: TURNS }, () => spentOn(literal, text)))
}

/** Processor time: others at work on the machine are hardly counted. */
function spentOn({ regex }: Literal, text: string): number {
  const before = process.cpuUsage()
  regex.test(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
