import { shortName } from '../people/short-name.ts'
import { foldedWords } from '../text/fold.ts'

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
