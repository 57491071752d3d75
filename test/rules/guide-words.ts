// The guide and the screens say the same words. Its last page says which word each act has, and which it never has.

/** A line of that page. */
export type Word = { readonly word: string; readonly never: readonly string[] }

const heading = '### Les mots'

export function wordsOfGuide(guide: string): Word[] {
  const page = guide.slice(guide.indexOf(heading)).split('\n')
  return page.flatMap((line): Word[] => {
    const [word, meaning, never] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (word === undefined || never === undefined || word === 'Mot' || meaning?.startsWith('---') === true)
      return []
    return [{ word, never: never.split(' ; ') }]
  })
}

/** What the guide names as it stands on a screen: **Reports et sujets**. */
export function namedInGuide(guide: string): string[] {
  return [...new Set([...guide.matchAll(/\*\*(.+?)\*\*/gu)].map(([, name = '']) => name))]
}

/** As compared: with plain spaces, without the case. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ').toLowerCase()

/** Whether a text of the screens says a name; what is put into it may be one short word of the name, such as a number. */
function says(text: string, name: string): boolean {
  if (text.includes(name)) return true
  const parts = text.split('\ufffc')
  // One that is nothing but what is put into it says every name.
  if (parts.length === 1 || !/\p{L}/u.test(parts.join(''))) return false
  return new RegExp(`^${parts.map(literal).join('[^ ]{1,12}')}$`, 'u').test(name)
}

const literal = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')

/** Whether a text says words anywhere, whole. */
function holds(words: string): (text: string) => boolean {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${literal(plain(words))}(?![\\p{L}\\p{N}])`, 'u')
  return (text) => whole.test(plain(text))
}

/** What the guide says and no screen does, and what a screen says and should not. */
export function faultsOfWords(guide: string, said: readonly string[]): string[] {
  const all = said.map(plain)
  const words = wordsOfGuide(guide)
  const missing = [...namedInGuide(guide), ...words.map(({ word }) => word)]
    .filter((name) => !all.some((text) => says(text, plain(name))))
    .map((name) => `no screen says: ${name}`)
  const wrong = words.flatMap(({ never }) =>
    never.flatMap((old) => said.filter(holds(old)).map((text) => `${old}: ${text}`)),
  )
  return [...missing, ...wrong]
}
