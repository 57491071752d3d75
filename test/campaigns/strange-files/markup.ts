import type { Dice } from '../dice.ts'
import type { Mutation } from './bytes.ts'

/** Values that a number, a name, a reference or an address would never honestly have. */
const VALUES = [
  '',
  '0',
  '-1',
  '1',
  '65536',
  '2147483647',
  '99999999999999999999',
  '1e308',
  'NaN',
  '0.5',
  'x'.repeat(5000),
  '../../../x.txt',
  'file:///x.txt',
  'http://exemple.invalid/image.png',
  '__proto__',
  'constructor',
  '\u0000',
  '&amp;&amp;',
  'A1:XFD1048576',
  '1900-02-30',
]

const ATTRIBUTE = /([\w:-]+)=("[^"]*"|'[^']*')/g
const ELEMENT = /<([\w:-]+)(\s[^<>]*)?>[^<]*<\/\1>/g
const TAG = /<\/?[\w:-]+[^<>]*>/g

/** One of the places where a pattern fits, at most the first 20,000 of them. */
function found(text: string, pattern: RegExp, dice: Dice): RegExpExecArray | null {
  const all: RegExpExecArray[] = []
  for (const match of text.matchAll(pattern)) if (all.push(match) >= 20_000) break
  return dice.pick(all) ?? null
}

type TextMutation = (text: string, dice: Dice) => string

function replaced(text: string, match: RegExpExecArray | null, by: (words: string) => string): string {
  if (match === null) return text
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length)
}

const attribute: TextMutation = (text, dice) => {
  const match = found(text, ATTRIBUTE, dice)
  return replaced(text, match, () => `${match?.[1] ?? 'a'}="${dice.pick(VALUES) ?? ''}"`)
}

/** Every value of one attribute at once: all columns that cover a million, all lists of one number. */
const attributeEverywhere: TextMutation = (text, dice) => {
  const name = found(text, ATTRIBUTE, dice)?.[1]
  const value = dice.pick(VALUES) ?? ''
  if (name === undefined || value.length > 100) return text
  return text.replace(ATTRIBUTE, (whole, one: string) => (one === name ? `${one}="${value}"` : whole))
}

const elementAgain: TextMutation = (text, dice) => {
  const match = found(text, ELEMENT, dice)
  const times = Math.min(2 ** dice.below(14), Math.ceil(2_000_000 / (match?.[0].length ?? 1)))
  return replaced(text, match, (words) => words.repeat(times))
}

const elementInside: TextMutation = (text, dice) => {
  const match = found(text, ELEMENT, dice)
  const [name = 'a', attributes = ''] = match?.slice(1) ?? []
  const times = 2 ** dice.below(14)
  return replaced(
    text,
    match,
    (words) => `<${name}${attributes}>`.repeat(times) + words + `</${name}>`.repeat(times),
  )
}

const tagDropped: TextMutation = (text, dice) => replaced(text, found(text, TAG, dice), () => '')

const tagOfAnother: TextMutation = (text, dice) => {
  const other = found(text, TAG, dice)?.[0] ?? ''
  return replaced(text, found(text, TAG, dice), () => other)
}

const words: TextMutation = (text, dice) => {
  const match = found(text, />[^<>]{1,200}</g, dice)
  const long = dice.pick([
    '&lol;',
    '&#x0;',
    '&#1114112;',
    ']]>',
    '<![CDATA[',
    '<!--',
    `${'1.'.repeat(3000)}`,
    ` ${'– ('.repeat(3000)}`,
    '\u202e'.repeat(100),
    'Point '.repeat(20_000),
    `${'9h30 '.repeat(5000)}`,
    '12/12/2026 '.repeat(5000),
  ])
  return replaced(text, match, () => `>${long ?? ''}<`)
}

const entities: TextMutation = (text, dice) => {
  const levels = Array.from(
    { length: 1 + dice.below(20) },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  )
  const outside = '<!ENTITY out SYSTEM "file:///x.txt">'
  const type = `<!DOCTYPE r [<!ENTITY e0 "ha">${dice.below(2) === 0 ? levels.join('') : outside}]>`
  const head = text.indexOf('?>')
  const declared = head < 0 ? type + text : text.slice(0, head + 2) + type + text.slice(head + 2)
  return replaced(declared, found(declared, />[^<>]{1,200}</g, dice), () => `>&e${levels.length};&out;<`)
}

const asText =
  (mutate: TextMutation): Mutation =>
  (bytes, dice) =>
    new Uint8Array(Buffer.from(mutate(Buffer.from(bytes).toString('latin1'), dice), 'latin1'))

export const markupMutations: Readonly<Record<string, Mutation>> = {
  attribute: asText(attribute),
  'attribute everywhere': asText(attributeEverywhere),
  'element again': asText(elementAgain),
  'element inside itself': asText(elementInside),
  'tag dropped': asText(tagDropped),
  'tag of another': asText(tagOfAnother),
  words: asText(words),
  entities: asText(entities),
}
