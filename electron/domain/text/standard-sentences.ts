import { z } from 'zod'
import { Outcome } from '../minutes/minutes.ts'
import { outcomeSentences, overDecisions } from '../minutes/outcome-sentences.ts'
import { withDe } from './elision.ts'
import { typography, withCapital } from './french.ts'
import { unknownAmong } from './template-fields.ts'

type StandardSentence = {
  readonly shipped: string
  readonly fields: readonly string[]
  /** What stands outside brackets for a field that has no value. */
  readonly absent?: Readonly<Record<string, string>>
}

const fixed = {
  'minutes.opened': {
    shipped: 'La {séance} est ouverte à {heure}[ sous la présidence de {présidence}].',
    fields: ['séance', 'heure', 'présidence'],
    absent: { présidence: 'la présidence' },
  },
  'minutes.closed': {
    shipped: 'L’ordre du jour étant épuisé, la {séance} est levée[ à {heure}].',
    fields: ['séance', 'heure'],
  },
  /** Where an item was put off, sent elsewhere or not reached. */
  'minutes.closedBefore': { shipped: 'La {séance} est levée[ à {heure}].', fields: ['séance', 'heure'] },
  'minutes.next': {
    shipped: 'La prochaine {séance} se tiendra le {date}[ à {heure}].',
    fields: ['séance', 'date', 'heure'],
  },
  'minutes.suspended': {
    shipped: 'La {séance} est suspendue de {début} à {fin}.',
    fields: ['séance', 'début', 'fin'],
  },
  'minutes.question': {
    shipped: 'Reste ouverte la question suivante\u00a0: {question}',
    fields: ['question'],
  },
  'minutes.watch': { shipped: 'Texte à suivre\u00a0: {texte}', fields: ['texte'] },
  'convocation.salutation': { shipped: 'Mesdames, Messieurs,', fields: [] },
  'convocation.invitation': {
    shipped:
      'J’ai l’honneur de vous convier à la {séance}[ n°\u00a0{numéro}] de {instance}, qui se tiendra le {date}.',
    fields: ['séance', 'numéro', 'instance', 'date'],
  },
  'convocation.closing': {
    shipped: 'Je vous prie d’agréer, Mesdames, Messieurs, l’expression de ma considération distinguée.',
    fields: [],
  },
} as const satisfies Record<string, StandardSentence>

type FixedKey = keyof typeof fixed
const fixedKeys = Object.keys(fixed) as FixedKey[]

export const SentenceKey = z.enum([
  ...fixedKeys,
  ...Outcome.options.map((outcome): `outcome.${Outcome}` => `outcome.${outcome}`),
])
export type SentenceKey = z.infer<typeof SentenceKey>

/** The sentence of a key as it is shipped, and the words in braces that it may hold. */
export function shippedSentence(key: SentenceKey): StandardSentence {
  if (key in fixed) return fixed[key as FixedKey]
  return { shipped: outcomeSentences[key.slice('outcome.'.length) as Outcome], fields: [] }
}

/** Fields that the sentence of a key does not have, as they were typed, braces included. */
export function unknownInSentence(key: SentenceKey, text: string): string[] {
  return unknownAmong(shippedSentence(key).fields, text)
}

/** The sentence that says how an item ended. */
export function outcomeSentence(own: Readonly<Record<string, string>>, outcome: Outcome): string {
  return sentence(own, `outcome.${outcome}`)
}

/** How an item ended, over so many decisions: in the words that were typed, else in the standard ones. */
export function printedOutcome(
  own: Readonly<Record<string, string>>,
  section: { outcome: Outcome | null; outcomeSentence: string } | undefined,
  decisions: number,
): string {
  const typed = section?.outcomeSentence.trim() ?? ''
  const standard = section?.outcome == null ? '' : outcomeSentence(own, section.outcome)
  return overDecisions(typed || standard, decisions)
}

const field = /\{([^{}\n]*)\}/g
/** With the "de" before it, "sous la présidence d’Odile", and the stops behind it, which a value may have of its own. */
const fieldInPlace = /(?<!\p{L})(de )?\{([^{}\n]*)\}(\.*)/gu
/** "levée à 16 h 30 précises", "la séance n° 12": with words that say nothing without what stands between them. */
const fieldWithLead =
  /(?:(?<!\p{L})(?:à partir de|jusqu’à|à|dès|vers|avant|après|n°|numéro)(?:\s+environ)?\s*)?\{([^{}\n]*)\}(?:\s+(?:environ|précises)(?!\p{L}))?/giu
/** What stands for a part that goes, until the gap is closed. */
const GONE = '{}'
const nameIn = (inside: string) => inside.normalize('NFC').trim().toLowerCase()

/**
 * The sentence of a key, its fields filled. What stands in brackets goes when a field in it has no value; brackets
 * without a field are only brackets. Outside them the presidency stands for who is not named, so that no subject is
 * missing, and an hour or a number that is not known goes with the word before it.
 * @param own sentences that somebody changed, by key.
 * @param whom what stands for "de" and a value whose letters do not tell it: "de l’Instance".
 */
export function sentence(
  own: Readonly<Record<string, string>>,
  key: SentenceKey,
  values: Readonly<Record<string, string>> = {},
  whom: Readonly<Record<string, string>> = {},
): string {
  // Values come as they are printed: only the sentence itself is still as it was typed.
  const text = typography(own[key]?.trim() ?? '') || shippedSentence(key).shipped
  const { absent } = shippedSentence(key)
  const valueIn = (inside: string) => values[nameIn(inside)] ?? ''
  const saidIn = (inside: string) => valueIn(inside) || (absent?.[nameIn(inside)] ?? '')
  const said = text
    .replace(/\[([^[\]]*)\]/g, (whole, part: string) => {
      const names = [...part.matchAll(field)].map(([, inside]) => inside ?? '')
      if (names.length === 0) return whole
      return names.every((name) => valueIn(name) !== '') ? part : GONE
    })
    .replace(fieldWithLead, (whole, inside: string) => (saidIn(inside) === '' ? GONE : whole))
  return closed(said)
    .replace(fieldInPlace, (_, de: string | undefined, inside: string, stops: string, at: number) => {
      const value = saidIn(inside)
      const words = de === undefined ? value : (whom[nameIn(inside)] ?? withDe(value))
      const ended = /\.+$/.exec(value)?.[0].length ?? (/[!?…]$/.test(value) ? 1 : 0)
      return `${at === 0 ? withCapital(words) : words}${stops.slice(ended)}`
    })
    .trim()
}

/**
 * Without the parts that go: a sentence begins behind them with a capital, and no bracket, comma, colon or blank stays for
 * them.
 */
function closed(text: string): string {
  return text
    .replace(/\s*[(«]\s*\{\}\s*[)»]/g, '')
    .replace(
      /(^|[.!?…][ \n]+|:\s*«\s*)(?:\{\}\s*[,:.]?\s*)+(\p{L}?)/gmu,
      (_, before: string, letter: string) => before.concat(letter.toUpperCase()),
    )
    .replace(/([(«]\s*)\{\}[\s,]*/g, '$1')
    .replace(/(?<!\s)(?:\s*[,:])?\s*\{\}(?:\s*(?=[,.)])|(?=\s*(?:[;:!?»]|$)))/gm, '')
    .replace(/\s*\{\}/g, '')
    .replace(/ {2,}/g, ' ')
}
