import { fold, foldedWords } from '../text/fold.ts'

/** Every way in which a person is called and reached, former spellings and merged entries included. */
export type PersonIdentity = {
  givenNames: readonly string[]
  familyNames: readonly string[]
  /** Whole other names, or other family names alone. */
  otherNames: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
  /** Whether somebody else bears one of these family names: an initial or a civility then proves nothing. */
  hasNamesake: boolean
  /** Whole names of everybody else who is known: what is said of them is not said of this person. */
  others?: readonly { given: string; family: string }[]
}

/** One place of a text to be replaced, and by what. */
export type Edit = { start: number; end: number; by: string }

/** `sure`: nobody else can be meant; `maybe`: a family name alone. */
export type Naming = 'sure' | 'maybe'

export type PersonWords = {
  /** How surely a text names the person; null when it does not. */
  namedIn(text: string): Naming | null
  /** Words to replace in a text; family names standing alone with `alsoMaybe` only. */
  editsOf(text: string, alsoMaybe: boolean): Edit[]
  /** Whether a given name is another's: neither this person's, nor a part or an initial of it. */
  isOther(given: string): boolean
  /** False only when a text, JSON included, certainly does not name the person: cheap, asked of every text there is. */
  mayName(text: string): boolean
}

/** In place of a name, an address, a number. */
export const erased = { name: '[nom effacé]', email: '[adresse effacée]', phone: '[numéro effacé]' } as const

/** Fewer digits are no telephone number of one person. */
const LEAST_DIGITS = 6

export function personWords(identity: PersonIdentity): PersonWords {
  const { given, families, wholes } = namesOf(identity)
  const halves = distinct(families.flatMap(halvesOf))
  const names = [...families, ...halves]
  const family = anyOf([
    ...names.map(wordsPattern),
    ...families.flatMap((last) => shortForms(given, halvesOf(last).flat())),
  ])
  // Of these no capital is asked: none of them is a word.
  const accounts = anyOf([
    ...names.map((words) => `@${handlePattern(words)}`),
    ...families.filter((words) => halvesOf(words).length > 0).map(handlePattern),
    ...given.flatMap((first) => families.map((last) => beforeInitial(first, last))),
  ])
  const kinds: { kind: keyof typeof erased; pattern: RegExp }[] = []
  const add = (kind: keyof typeof erased, sources: readonly string[]) => {
    const source = anyOf(sources)
    if (source !== null) kinds.push({ kind, pattern: bounded(source) })
  }
  // Addresses before names: an address is made of a name.
  add(
    'email',
    identity.emails
      .map((email) => email.trim())
      .filter((email) => email.includes('@'))
      .map(exact),
  )
  add(
    'phone',
    identity.phones.map(digitsPattern).filter((source) => source !== ''),
  )
  add('name', [
    ...wholes.map(wordsPattern),
    ...given.flatMap((first) =>
      families.flatMap((last) => [
        `${wordsPattern(first)}${BETWEEN}${wordsPattern(last)}`,
        `${wordsPattern(last)}${BETWEEN}${wordsPattern(first)}`,
      ]),
    ),
    ...given.flatMap((first) =>
      halves.flatMap((half) => [
        `${wordsPattern(first)}${BETWEEN}${PARTICLES}${wordsPattern(half)}`,
        `${wordsPattern(half)}${BETWEEN}${wordsPattern(first)}`,
      ]),
    ),
    ...ownHandles(identity.emails, given, names),
    ...(identity.hasNamesake ? [] : [...looseForms(given, families), ...handles(given, names)]),
  ])
  const alone = family === null ? null : bounded(family)
  const account = accounts === null ? null : bounded(accounts)
  const own = new Set(given.flat())
  const isOther = (name: string) => {
    const [first = ''] = nameIn(name)
    if (first === '' || own.size === 0 || own.has(first)) return false
    return ![...own].some((word) => (first.length === 1 ? word.startsWith(first) : word === first.charAt(0)))
  }
  const whole = anyOf(othersOf(identity, names, isOther))
  const others = whole === null ? null : bounded(whole)
  // The longest word of each name must be there for the name to be.
  const quick = anyOf([
    ...[...names, ...wholes].map((words) =>
      letters(words.reduce((a, b) => (b.length > a.length ? b : a), '')),
    ),
    ...given.flatMap((first) => families.map((last) => beforeInitial(first, last))),
    ...families.map((last) => initialsOf(halvesOf(last).flat())),
    ...identity.emails.map((email) => exact(email.trim())).filter((source) => source !== ''),
    ...identity.phones.map(digitsPattern).filter((source) => source !== ''),
  ])
  const quickly = quick === null ? null : new RegExp(quick, 'iu')

  const sureEdits = (text: string): Edit[] => {
    const edits: Edit[] = []
    for (const { kind, pattern } of kinds)
      for (const { index, 0: found } of text.matchAll(pattern)) {
        const edit = { start: index, end: index + found.length, by: erased[kind] }
        if (isFree(edits, edit)) edits.push(edit)
      }
    return edits
  }
  const maybeEdits = (text: string, taken: readonly Edit[]): Edit[] => {
    if (alone === null || account === null) return []
    const edits: Edit[] = []
    const theirs = others === null ? [] : [...text.matchAll(others)].map(spanOf)
    // "petit" is a word, "Petit" may be somebody.
    const names = [...text.matchAll(alone)].filter(({ 0: found }) => /\p{Lu}/u.test(found))
    // "Durand-Leroy M.-A." holds an account, and is more.
    const longest = [...text.matchAll(account), ...names].sort((a, b) => b[0].length - a[0].length)
    for (const { index, 0: found } of longest) {
      const edit = { start: index, end: index + found.length, by: erased.name }
      if (isFree(taken, edit) && isFree(edits, edit) && isFree(theirs, edit)) edits.push(edit)
    }
    return edits
  }
  return {
    isOther,
    mayName: (text) => quickly?.test(text) ?? false,
    namedIn(text) {
      if (!(quickly?.test(text) ?? false)) return null
      const sure = sureEdits(text)
      if (sure.length > 0) return 'sure'
      return maybeEdits(text, sure).length > 0 ? 'maybe' : null
    },
    editsOf(text, alsoMaybe) {
      const sure = sureEdits(text)
      const all = alsoMaybe ? [...sure, ...maybeEdits(text, sure)] : sure
      return all.sort((a, b) => a.start - b.start)
    },
  }
}

/** A text with its edits made. @param edits in order, none over another. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let from = 0
  let out = ''
  for (const { start, end, by } of edits) {
    out += text.slice(from, start) + by
    from = end
  }
  return out + text.slice(from)
}

/** Between two words of a name: spaces, dashes, apostrophes, and the dot of an address. */
const BETWEEN = `[\\s.,_'’ʼ‐‑–—-]+`

/** Digits alone are no name: they would be found in every date. */
const nameIn = (text: string) => (/\p{L}/u.test(text) ? foldedWords(text) : [])

function namesOf(identity: PersonIdentity) {
  const families = distinct(identity.familyNames.map(nameIn))
  const given = distinct(identity.givenNames.map(nameIn))
  const wholes: string[][] = []
  for (const name of identity.otherNames.flatMap((names) => names.split(/[,;]/))) {
    const words = nameIn(name)
    if (words.length === 0) continue
    // "Durand" is another family name; "Hélène Durand" says the given name again.
    const rest = given
      .map((first) => words.filter((word) => !first.includes(word)))
      .find((left) => left.length < words.length)
    if (rest !== undefined && rest.length > 0) families.push(rest)
    else if (words.length > 1) wholes.push(words)
    else families.push(words)
  }
  return { given, families: distinctWords(families), wholes: distinctWords(wholes) }
}

/** "Aïcha Marchetti" and "MARCHETTI Aïcha", where another bears the name or has it as a part of theirs. */
function othersOf(
  { others = [] }: PersonIdentity,
  names: readonly string[][],
  isOther: (given: string) => boolean,
): string[] {
  const words = new Set(names.flat())
  return others.flatMap(({ given, family }) => {
    const [first, last] = [nameIn(given), nameIn(family)]
    if (!isOther(given) || !last.some((word) => words.has(word))) return []
    const [one, other] = [wordsPattern(first), wordsPattern(last)]
    return [`${one}${BETWEEN}${other}`, `${other}${BETWEEN}${one}`]
  })
}

/** Words of a family name that are no name by themselves. */
const particles: ReadonlySet<string> = new Set(
  'd de du des l la le les van von der den da di do dos el al ben'.split(' '),
)
const PARTICLES = `(?:(?:${[...particles].join('|')})${BETWEEN}){0,3}`
const LEAST_HALF = 3

/** "Durand" and "Leroy" of "Durand-Leroy": people are called by half of a compound name. */
function halvesOf(family: readonly string[]): string[][] {
  const words = family.filter((word) => !particles.has(word) && word.length >= LEAST_HALF)
  return words.length < 2 ? [] : words.map((word) => [word])
}

/** "Hélène M.", "Marie-Ange D.-O.". */
function beforeInitial(given: readonly string[], family: readonly string[]): string {
  const initials = family
    .filter((word) => !particles.has(word))
    .map((word) => `${letters(word.charAt(0))}\\.`)
  const [first = '', ...others] = initials
  const more = others.map((initial) => `(?:[\\s-]?${initial})?`).join('')
  return first === '' ? '' : `${wordsPattern(given)}\\s+${first}${more}`
}

const initialsOf = (words: readonly string[]) =>
  words.map((word) => `${letters(word.charAt(0))}\\.`).join(`[\\s-]*`)

/**
 * "Mme D.-O.", "M.-A. D.-O.", "Durand-L.", "D.-Leroy", "M.-A. Durand", "Leroy M.-A.": a compound name is told by less than
 * any other.
 * @param family the words of a compound name; none: another kind of name
 */
function shortForms(given: readonly string[][], family: readonly string[]): string[] {
  const initials = initialsOf(family)
  if (initials === '') return []
  const firsts = given.map(initialsOf)
  return [
    `${CIVILITY}\\s+${initials}`,
    ...firsts.flatMap((first) => [`${first}\\s*${initials}`, `${wordsPattern(family)}\\s+${first}`]),
    ...family.flatMap((half, at) => [
      family.map((word, other) => (other === at ? letters(half) : initialsOf([word]))).join(`[\\s-]*`),
      ...firsts.flatMap((first) => [`${first}\\s*${letters(half)}`, `${letters(half)}\\s+${first}`]),
    ]),
  ]
}

/**
 * "h.marchetti" and "hmarchetti" of their own address. A family name alone ("petit@…") is a word, or somebody else's name too.
 */
function ownHandles(
  emails: readonly string[],
  given: readonly string[][],
  names: readonly string[][],
): string[] {
  const firsts = given.flatMap((first) => [first.join(''), first.map((word) => word.charAt(0)).join('')])
  return emails.flatMap((email) => {
    const [local = '', domain] = email.trim().split('@')
    const parts = foldedWords(local)
    const isOwn =
      domain !== undefined &&
      names.some((name) => {
        const whole = name.join('')
        if (whole === '') return false
        return parts.length > name.length
          ? name.every((word) => parts.includes(word))
          : firsts.some((first) => [first + whole, whole + first].includes(parts.join('')))
      })
    return isOwn ? [`@?${exact(local)}`] : []
  })
}

/** "@hmarchetti", "@helene.marchetti", "@marchetti-h": accounts that are made of a whole name. */
function handles(given: readonly string[][], families: readonly string[][]): string[] {
  return given.flatMap((first) => {
    const initials = first.map((word) => letters(word.charAt(0))).join(`[._-]?`)
    return families.flatMap((last) =>
      [handlePattern(first), initials].flatMap((one) => [
        `@${one}[._-]?${handlePattern(last)}`,
        `@${handlePattern(last)}[._-]?${one}`,
        // Parted, they need no sign before them: the beginning of an address, or an account that is only told.
        `${one}[._-]${handlePattern(last)}`,
        `${handlePattern(last)}[._-]${one}`,
      ]),
    )
  })
}

const handlePattern = (words: readonly string[]) => words.map(letters).join('[._-]?')

const CIVILITY = `(?:M\\.|Mme|Mmes|Mlle|Mr|Monsieur|Madame|Mademoiselle|Dr|Me)`

/** "H. Marchetti", "Mme Marchetti": enough where nobody else bears the name. */
function looseForms(given: readonly string[][], families: readonly string[][]): string[] {
  return families.flatMap((last) => [
    `${CIVILITY}\\s+${wordsPattern(last)}`,
    ...given.map(
      (first) =>
        `${first.map((word) => `${letters(word.charAt(0))}\\.?`).join(`[\\s-]*`)}[\\s]+${wordsPattern(last)}`,
    ),
  ])
}

const distinct = (lists: readonly string[][]) => distinctWords(lists.filter((words) => words.length > 0))

function distinctWords(lists: readonly string[][]): string[][] {
  return [...new Map(lists.map((words) => [words.join(' '), words])).values()]
}

/** Longest first: of two names that begin alike, the longer one is meant. */
function anyOf(sources: readonly string[]): string | null {
  const some = [...new Set(sources)].filter((source) => source !== '').sort((a, b) => b.length - a.length)
  return some.length === 0 ? null : `(?:${some.join('|')})`
}

const bounded = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu')
const wordsPattern = (words: readonly string[]) => words.map(letters).join(BETWEEN)
/** A hyphen stands for itself: escaped, it would be refused. */
const exact = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}/]/g, '\\$&')

function digitsPattern(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  if (digits.length < LEAST_DIGITS) return ''
  // "+33 1 23…" and "01 23…" are one number.
  const national = digits.replace(/^(?:0033|33|0)/, '')
  const own = national.length < LEAST_DIGITS ? digits : national
  return `(?:\\+?(?:00)?33[\\s.()\\-]*(?:0[\\s.()\\-]*)?|0)?${[...own].join('[\\s.()\\-]*')}`
}

/** The accented forms of each letter, so that a text is searched as it stands. */
const accented: Readonly<Record<string, string>> = {
  a: 'aàáâãäåāăą',
  c: 'cçćč',
  d: 'dďđ',
  e: 'eèéêëēęě',
  g: 'gğ',
  i: 'iìíîïīıi̇',
  l: 'lł',
  n: 'nñńň',
  o: 'oòóôõöøōő',
  r: 'rř',
  s: 'sśşšș',
  t: 'tťțţ',
  u: 'uùúûüūůű',
  y: 'yýÿ',
  z: 'zźżž',
}

/** A folded word as it may be written: accents or none, œ, æ and ß; marks may follow their letter. */
function letters(word: string): string {
  const one = (letter: string) =>
    `${accented[letter] === undefined ? exact(letter) : `[${accented[letter]}]`}\\p{M}*`
  return fold(word).replaceAll(/oe|ae|ss|./gu, (part) => {
    if (part === 'oe') return `(?:œ|${one('o')}${one('e')})`
    if (part === 'ae') return `(?:æ|${one('a')}${one('e')})`
    if (part === 'ss') return `(?:ß|${one('s')}${one('s')})`
    return one(part)
  })
}

type Span = Pick<Edit, 'start' | 'end'>
const spanOf = ({ index, 0: found }: RegExpExecArray): Span => ({ start: index, end: index + found.length })

function isFree(taken: readonly Span[], { start, end }: Span): boolean {
  return taken.every((other) => end <= other.start || start >= other.end)
}
