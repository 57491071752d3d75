import { shortName } from '../people/short-name.ts'
import { foldedWords } from '../text/fold.ts'
import { beginsWithVerb } from '../text/french-sentence.ts'

export type NamedBody = { readonly name: string; readonly acronym: string }

const small = new Set('de d du des la le les l et en pour a au aux'.split(' '))
/** So many words of a name tell whose it is: "la fédération rurale" is that of the example. */
const TELLING = 2

/** The body that a sentence names first, by its acronym or the first words of its name; empty when it names none. */
export function speakerIn(sentence: string, bodies: readonly NamedBody[]): string {
  const words = foldedWords(sentence)
  const telling = words.filter((word) => !small.has(word))
  let first = Number.POSITIVE_INFINITY
  let found = ''
  for (const { name, acronym } of bodies) {
    const short = acronym === '' ? -1 : words.indexOf(foldedWords(acronym).join(' '))
    const own = foldedWords(name)
      .filter((word) => !small.has(word))
      .slice(0, TELLING)
    const long =
      own.length < TELLING
        ? -1
        : telling.findIndex((word, at) => word === own[0] && telling[at + 1] === own[1])
    for (const at of [short, long])
      if (at >= 0 && at < first) {
        first = at
        found = shortName({ name, acronym })
      }
  }
  return found
}

/** One of the names of an organisation: as it is written, and its folded words. */
export type CalledBody = { readonly id: string; readonly called: string; readonly words: string }

/** "La CGX", "L’association CGX". */
const article =
  /^(?:l[’']|(?:la|le|les)\s+)?(?:(?:association|collectif|(?:con)?fédération|organisme|réseau|syndicat|union)\s+(?=\p{Lu}{2}))?/iu
/** Verbs of what is said and thought, beside those that decisions are written with; "estiment" is "estime". */
const saying = new Set(
  (
    'adhere admet affirme ajoute alerte annonce appelle apprecie avertit conclut conditionne conteste considere craint ' +
    'craignent critique declare defend denonce deplore desapprouve dit disent doute ecrit estime evoque explique ' +
    'felicite formule indique informe insiste interroge inquiete invoque juge justifie mentionne nuance objecte observe ' +
    'oppose pense plaide pose preconise prefere presente privilegie rejoint rejoignent rejouit reclame releve remarque ' +
    'remercie renouvelle repond repondent reserve revient reviennent signale sollicite souleve souligne suggere trouve ' +
    'veut veulent vote'
  ).split(' '),
)
/** "souhaitait", "demandera", "voteraient". */
const otherTenses = /\p{Ll}{2}(?:ait|aient|era|eront|ira|iront)$/u
const pronouns = /^(?:[nsyl][’']|(?:ne|se|y|en|le|la|les|lui|leur)\s+)+/u
const MOST_WORDS = 24

/**
 * The organisations that are the subject of a sentence, in order: it begins with their names, and a verb follows. None where
 * it only names them ("La CGX regrette la position de l’ACD"), or where others say it of them ("…, selon la CGX").
 */
export function subjectsOf(sentence: string, bodies: readonly CalledBody[]): string[] {
  if (/,\s+(?:selon|d[’']après)\s/u.test(sentence) || isOfOther(sentence, bodies)) return []
  const found = new Set<string>()
  let rest = sentence.trim()
  for (;;) {
    const name = nameAhead(rest, bodies)
    if (name === null) return []
    found.add(name.id)
    rest = name.rest.replace(/^\s*\([^()]*\)/u, '')
    const [joint = ''] = /^(?:,|\s+et)\s+/u.exec(rest) ?? []
    if (joint === '') break
    rest = rest.slice(joint.length)
  }
  return /^\s/u.test(rest) && hasVerbAhead(rest.trim()) ? [...found] : []
}

/** "…, regrette la CGX." */
function isOfOther(sentence: string, bodies: readonly CalledBody[]): boolean {
  const [, words = ''] = /,\s+\p{Ll}[\p{L}’'-]*\s+([^,]*)$/u.exec(sentence) ?? []
  const name = nameAhead(words, bodies)
  return name !== null && !/[\p{L}\p{N}]/u.test(name.rest)
}

/** The longest name that words begin with, and what follows it; null where there is none, or where two are so called. */
function nameAhead(words: string, bodies: readonly CalledBody[]): { id: string; rest: string } | null {
  const bare = words.replace(article, '')
  const ends = [...bare.matchAll(/[\p{L}\p{N}]+/gu)].map((word) => word.index + word[0].length)
  for (const end of ends.slice(0, MOST_WORDS).reverse()) {
    const said = bare.slice(0, end)
    const key = foldedWords(said).join(' ')
    // An acronym in capitals is no common word of the same letters.
    const found = bodies.filter(
      (one) => one.words === key && (/\p{Ll}/u.test(one.called) || !/\p{Ll}/u.test(said)),
    )
    const id = found[0]?.id
    if (id !== undefined) return found.every((one) => one.id === id) ? { id, rest: bare.slice(end) } : null
  }
  return null
}

function hasVerbAhead(words: string): boolean {
  const rest = words.replace(pronouns, '')
  const [verb = ''] = /^\p{Ll}+/u.exec(rest) ?? []
  if (verb === 'à') return false
  const forms = [rest, rest.replace(/^(\p{Ll}+)nt(?!\p{L})/u, '$1')]
  return (
    otherTenses.test(verb) ||
    forms.some((one) => beginsWithVerb(one) || saying.has(foldedWords(one)[0] ?? ''))
  )
}
