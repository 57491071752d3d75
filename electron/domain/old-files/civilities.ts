// Papers name people by a civility and a family name: it tells two of one family name apart.
import { leadCivility } from '../people/person-names.ts'
import { foldedWords } from '../text/fold.ts'

type Civility = Exclude<ReturnType<typeof leadCivility>, ''>
export type Civilities = ReadonlySet<Civility>

type Listed = { readonly meetingId: string; readonly familyName: string; readonly givenName: string }
type Called = { readonly civility: Civility; readonly words: readonly string[] }

const CALLED =
  /(?<![\p{L}\p{N}])(?:M[rR]?|M(?:me|ME|lle|LLE|onsieur|ONSIEUR|adame|ADAME|ademoiselle|ADEMOISELLE))\.?\s+(?=\p{L})/gu
/** More letters than the words of a name have. */
const NAME_LETTERS = 80

const begins = (words: readonly string[], name: readonly string[]) =>
  name.length > 0 && name.every((word, at) => words[at] === word)

/**
 * How the words of its meeting call somebody on the list: by the whole name, else by the family name where nobody else on the
 * list bears it. Both, where they speak of two.
 * @param listed everybody on the lists of these meetings
 */
export function writtenCivilities(
  texts: readonly { readonly meetingId: string; readonly text: string }[],
  listed: readonly Listed[],
): (one: Listed) => Civilities {
  const called = new Map<string, Called[]>()
  for (const { meetingId, text } of texts)
    called.set(meetingId, [...(called.get(meetingId) ?? []), ...calledIn(text)])
  const families = new Map<string, (readonly string[])[]>()
  for (const { meetingId, familyName } of listed) {
    const list = families.get(meetingId) ?? []
    list.push(foldedWords(familyName))
    families.set(meetingId, list)
  }
  return ({ meetingId, familyName, givenName }) => {
    const calls = called.get(meetingId) ?? []
    const [family, given] = [foldedWords(familyName), foldedWords(givenName)]
    const by = (...names: readonly (readonly string[])[]) =>
      new Set(
        calls
          .filter(({ words }) => names.some((name) => begins(words, name)))
          .map(({ civility }) => civility),
      )
    const whole = given.length === 0 ? new Set<Civility>() : by([...given, ...family], [...family, ...given])
    if (whole.size > 0) return whole
    const bearers = (families.get(meetingId) ?? []).filter((other) => begins(other, family))
    return bearers.length > 1 ? new Set() : by(family)
  }
}

function calledIn(text: string): Called[] {
  return [...text.matchAll(CALLED)].flatMap(({ 0: lead, index }) => {
    const civility = leadCivility(lead)
    const from = index + lead.length
    return civility === '' ? [] : [{ civility, words: foldedWords(text.slice(from, from + NAME_LETTERS)) }]
  })
}
