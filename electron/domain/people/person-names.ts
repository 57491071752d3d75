import { foldedWords, typedWords } from '../text/fold.ts'

/** One reading of a name, folded. */
type NameForm = {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly particles: string
  /** The same in one word each. */
  readonly givenWord: string
  readonly familyWord: string
}

/** Every reading of the names of one person. */
export type NameForms = {
  readonly forms: readonly NameForm[]
  /** Given and family name in one word each: equal ones are the same whole name. */
  readonly wholes: ReadonlySet<string>
  /** The same with given and family name exchanged, when they were declared. */
  readonly exchanged: readonly string[]
}

/**
 * `whole`: given and family name; `swapped`: both, in each other's place; `near`: an initial, a particle or one half of
 * a double name differs; `family`: one side has no given name; `weak`: a letter or a second given name differs;
 * `given`: only the given name is the same.
 */
export type NameEvidence = 'whole' | 'swapped' | 'near' | 'family' | 'weak' | 'given'

const CIVILITIES = new Set(
  'm mr mme mmes mlle monsieur madame mademoiselle me maitre dr docteur pr professeur'.split(' '),
)
const PARTICLES = new Set('de d du des la le les l von van der da dos del di'.split(' '))
/** Words that announce another family name of the same person. */
const ALSO = new Set('nee ne epouse ep veuve dite dit'.split(' '))
/** A name of more words is a sentence: not worth taking apart. */
const MOST_WORDS = 7
const TYPO_LENGTH = 5

/** "Mme Fourcroy" → Mme, "Monsieur" → M.; empty where none leads. */
export function leadCivility(text: string): 'M.' | 'Mme' | '' {
  const [first = ''] = foldedWords(text)
  if (/^(?:mme|madame|mlle|mademoiselle)$/.test(first)) return 'Mme'
  return /^(?:m|mr|monsieur)$/.test(first) ? 'M.' : ''
}

/** The folded words of a name, without the civility; "St" as "saint". */
export function nameWords(text: string): string[] {
  const words = foldedWords(text).map((word) => (word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word))
  const first = words.findIndex((word) => !CIVILITIES.has(word))
  return first < 0 ? [] : words.slice(first)
}

/**
 * Whether every name typed is one of a whole name's: of "Marie-Anne de la Tour" neither "Anne" is nor "Tour", but of
 * "Yann de Kerbrat" "Kerbrat" is, as it is usually said.
 */
export function areNamesOf(whole: string, typed: string): boolean {
  const spoken = whole.replace(/(?<=\s)(?:(?:de|du)\s+|d[’'])(?=\p{Lu})/gu, '')
  const held = new Set([...namesIn(whole), ...namesIn(spoken)].flat())
  const names = namesIn(typed)
  return names.length > 0 && names.every((forms) => forms.some((form) => held.has(form)))
}

/** The names of a whole one, each in its forms: parted at blanks, but for those behind a particle. */
function namesIn(whole: string): string[][] {
  const names: string[] = []
  let isOpen = false
  for (const word of whole.trim().split(/\s+/)) {
    if (isOpen) names.push(`${names.pop() ?? ''} ${word}`)
    else names.push(word)
    isOpen = PARTICLES.has(word.toLowerCase())
  }
  return names.map((name) => typedWords(name).map((words) => words.join(' '))).filter(([form]) => form !== '')
}

/** A given and a family name, declared as such, with the other names of the same person. */
export function declaredForms(givenName: string, familyName: string, otherNames: string): NameForms {
  const given = nameWords(givenName)
  const families = splitAlso(nameWords(familyName))
  const forms: NameForm[] = []
  const exchanged: NameForm[] = []
  for (const family of families) {
    if (given.length === 0) forms.push(...freeForms(family))
    else {
      forms.push(form(given, family))
      exchanged.push(form(family, given))
    }
  }
  for (const other of otherNames.split(/[,;]/)) {
    const words = nameWords(other)
    if (words.length === 0) continue
    const rest = words.filter((word) => !given.includes(word))
    // "Durand" is another family name; "Hélène Durand" says the given name again.
    if (given.length > 0 && rest.length > 0) forms.push(form(given, rest))
    if (given.length === 0 || (rest.length === words.length && words.length > 1))
      forms.push(...freeForms(words))
  }
  return formsOf(forms, exchanged)
}

/** A whole name in one text: nobody says which words are the given name, unless one part is in capitals. */
export function writtenForms(text: string): NameForms {
  const bare = text.replace(/\([^)]*\)?/g, ' ')
  const [first = [], ...others] = splitAlso(nameWords(bare))
  const forms = [...freeForms(first), ...others.flatMap((words) => withGivenOf(first, words))]
  // "Hélène Marchetti, directrice": what follows the comma may be no name.
  const comma = bare.indexOf(',')
  const before = comma > 0 ? nameWords(bare.slice(0, comma)) : []
  if (before.length > 1) forms.push(...freeForms(before))
  const capitals = nameWords((bare.match(/(?<!\p{L})\p{Lu}[\p{Lu}’'-]+(?!\p{L})/gu) ?? []).join(' '))
  const rest = nameWords(bare).filter((word) => !capitals.includes(word) && !PARTICLES.has(word))
  if (capitals.length > 0 && rest.length > 0) forms.push(form(rest, capitals))
  return formsOf(forms, [])
}

/** The name an address is made of: "helene.marchetti@…"; none for "contact@…". */
export function addressForms(email: string): NameForms {
  const words = foldedWords(email.split('@')[0]?.replace(/[._]/g, ' ') ?? '')
  const isName = words.length === 2 && words.every((word) => word.length > 1 && !/\d/.test(word))
  return formsOf(isName ? freeForms(words) : [], [])
}

/** Two names that agree in any way share a key of one's `is` and the other's `seeks`. */
export type NameKeys = { readonly is: ReadonlySet<string>; readonly seeks: ReadonlySet<string> }

/** So that a list is compared in time with its names that are alike, not with its pairs. */
export function nameKeys({ forms, wholes, exchanged }: NameForms): NameKeys {
  const both = [...wholes, ...exchanged]
  const is: string[] = []
  const seeks: string[] = []
  for (const { given, family, familyWord, givenWord } of forms) {
    if (familyWord === '') continue
    both.push(familyWord)
    if (givenWord === '') continue
    // A slip in the family name leaves the given name, and the family name without the letter that slipped.
    if (!isInitials(given) && familyWord.length >= TYPO_LENGTH)
      for (const left of withoutOneLetter(familyWord)) both.push(`${givenWord} ~${left}`)
    // One half of a double name leaves the beginning of the given name.
    const begins = givenWord.charAt(0)
    const all = `${[...family].sort().join(' ')} ${begins}.`
    is.push(`whole ${all}`)
    seeks.push(`part ${all}`)
    for (const some of partsOf(family)) {
      is.push(`part ${some} ${begins}.`)
      seeks.push(`whole ${some} ${begins}.`)
    }
  }
  return { is: new Set([...both, ...is]), seeks: new Set([...both, ...seeks]) }
}

/** The word itself too: a letter may be missing on one side only. */
function withoutOneLetter(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}

/** Every choice of some of the longer words, but not of all words, in the order of the alphabet. */
function partsOf(words: readonly string[]): string[] {
  const some = [...new Set(words)].filter((word) => word.length > 2).sort()
  const choices: string[][] = [[]]
  for (const word of some.slice(0, MOST_WORDS)) choices.push(...choices.map((choice) => [...choice, word]))
  return choices
    .filter((choice) => choice.length > 0 && choice.length < words.length)
    .map((choice) => choice.join(' '))
}

/** Whether a whole name is the same on both sides, however each is read. */
export function isWholeSame(a: NameForms, b: NameForms): boolean {
  for (const whole of a.wholes) if (b.wholes.has(whole)) return true
  return false
}

const RANK: readonly NameEvidence[] = ['near', 'family', 'weak', 'given']

/** The best agreement between two names, whichever way each is read; null when they do not agree. */
export function compareNames(a: NameForms, b: NameForms): NameEvidence | null {
  if (isWholeSame(a, b)) return 'whole'
  if (a.exchanged.some((whole) => b.wholes.has(whole)) || b.exchanged.some((whole) => a.wholes.has(whole)))
    return 'swapped'
  let best: NameEvidence | null = null
  for (const left of a.forms) {
    for (const right of b.forms) {
      const found = compareForms(left, right)
      if (found !== null && (best === null || RANK.indexOf(found) < RANK.indexOf(best))) best = found
    }
  }
  return best
}

/** "T. Sarazin" for "Thibault Sarrazin": too little for a match, enough for a question. */
export function isInitialAndSlip(a: NameForms, b: NameForms): boolean {
  return a.forms.some((left) =>
    b.forms.some((right) => compareGiven(left, right) === 'initial' && compareFamily(left, right) === 'typo'),
  )
}

/** Short of the same whole name, which is found before. */
function compareForms(a: NameForm, b: NameForm): NameEvidence | null {
  const given = compareGiven(a, b)
  if (given === 'different') return null
  const family = compareFamily(a, b)
  if (given === 'same') {
    if (family === 'particle' || family === 'part') return 'near'
    return family === 'typo' ? 'weak' : 'given'
  }
  if (given === 'initial') {
    if (family === 'same') return 'near'
    return family === 'particle' || family === 'part' ? 'weak' : null
  }
  if (given === 'loose') return family === 'same' ? 'weak' : null
  return family === 'same' ? 'family' : family === 'particle' ? 'weak' : null
}

function compareGiven(a: NameForm, b: NameForm): 'same' | 'initial' | 'loose' | 'unknown' | 'different' {
  const [one, other] = [a.givenWord, b.givenWord]
  if (one === '' || other === '') return 'unknown'
  // Whatever way two given names agree, they begin alike, or with the same slip.
  if (one[0] !== other[0] && one[1] !== other[0] && one[0] !== other[1] && one[1] !== other[1])
    return 'different'
  if (isInitials(a.given) || isInitials(b.given))
    return fitsInitials(a.given, b.given) || fitsInitials(b.given, a.given) ? 'initial' : 'different'
  if (one === other) return 'same'
  // "JP" written without dots.
  if (
    (a.given.length > 1 && initialsOf(a.given) === other) ||
    (b.given.length > 1 && initialsOf(b.given) === one)
  )
    return 'initial'
  if (a.given[0] === b.given[0] && (a.given.length === 1 || b.given.length === 1)) return 'loose'
  return isTypo(one, other) ? 'loose' : 'different'
}

const isInitials = (words: readonly string[]) => words.every((word) => word.length === 1)
const initialsOf = (words: readonly string[]) => words.map((word) => word.charAt(0)).join('')

function fitsInitials(initials: readonly string[], words: readonly string[]): boolean {
  return isInitials(initials) && initialsOf(words).startsWith(initials.join(''))
}

function compareFamily(a: NameForm, b: NameForm): 'same' | 'particle' | 'part' | 'typo' | 'different' {
  const [one, other] = [a.familyWord, b.familyWord]
  if (one === '' || other === '') return 'different'
  if (a.particles + one === b.particles + other) return 'same'
  if (one === other) return 'particle'
  const [short, long] = a.family.length < b.family.length ? [a.family, b.family] : [b.family, a.family]
  if (short.length < long.length && short.every((word) => word.length > 2 && long.includes(word)))
    return 'part'
  return isTypo(one, other) ? 'typo' : 'different'
}

/** One letter added, missing, changed, or two neighbours exchanged, in words long enough for that to be a slip. */
function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < TYPO_LENGTH || Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

function form(given: readonly string[], name: readonly string[]): NameForm {
  const kept = name.filter((word) => !PARTICLES.has(word))
  // A name of nothing but particles ("Le") is a name.
  const family = kept.length === 0 ? name : kept
  const particles = kept.length === 0 ? [] : name.filter((word) => PARTICLES.has(word))
  return {
    given,
    family,
    particles: particles.join(''),
    givenWord: given.join(''),
    familyWord: family.join(''),
  }
}

function formsOf(forms: readonly NameForm[], exchanged: readonly NameForm[]): NameForms {
  return { forms, wholes: new Set(forms.flatMap(wholeOf)), exchanged: exchanged.flatMap(wholeOf) }
}

/** An initial is not a whole name. */
function wholeOf({ given, givenWord, particles, familyWord }: NameForm): string[] {
  return givenWord === '' || familyWord === '' || isInitials(given)
    ? []
    : [`${givenWord} ${particles}${familyWord}`]
}

/** Every cut of a name whose parts are not declared, given name first or last. */
function freeForms(words: readonly string[]): NameForm[] {
  const kept = words.slice(0, MOST_WORDS)
  const forms: NameForm[] = kept.length === 0 ? [] : [form([], kept)]
  for (let cut = 1; cut < kept.length; cut += 1) {
    forms.push(form(kept.slice(0, cut), kept.slice(cut)), form(kept.slice(cut), kept.slice(0, cut)))
  }
  return forms
}

/** "Marchetti née Durand" → the two names. */
function splitAlso(words: readonly string[]): string[][] {
  const parts: string[][] = [[]]
  for (const [rank, word] of words.entries()) {
    if (rank > 0 && ALSO.has(word)) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts.filter((part) => part.length > 0)
}

/** The other family name with each part of the first that may be the given name. */
function withGivenOf(first: readonly string[], other: readonly string[]): NameForm[] {
  return freeForms(first)
    .filter(({ given }) => given.length > 0)
    .map(({ given }) => form(given, other))
}
