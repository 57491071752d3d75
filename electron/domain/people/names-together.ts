/** Of several, and of each of them. */
const OF_EACH: readonly (readonly [RegExp, string])[] = [
  [/^(?:MM\.?|Messieurs)\s+/u, 'M. '],
  [/^(?:Mmes|Mesdames)\s+/u, 'Mme '],
]
const OF_ONE = /^(?:M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s/u
/** "Martin", "de La Tour": a family name alone. */
const FAMILY_ALONE = /^(?:\p{Ll}[\p{L}’']*\s)*\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?$/u
/** "DGX": letters of an organisation, where the list goes on with where they are from. */
const LETTERS = /^[\p{Lu}\d&]{2,6}$/u

const pieces = (written: string): string[] =>
  written
    .split(/[,;/]|\s(?:et|ou|puis|avec|&|\+|[–—-])\s/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

/**
 * Who stands together in one written name: "Hélène Marchetti et Paul Okonjo", "MM. Okonjo et Sarlat", "Mme Marchetti, ACD",
 * "ACD / DGX".
 */
export const namesTogether = (written: string): string[] =>
  pieces(written)
    .map((piece) => OF_EACH.reduce((name, [several]) => name.replace(several, ''), piece))
    .filter((name) => name !== '')

/** The same, each of several with the civility of one: "M. Okonjo" and "M. Sarlat". */
export function addressedTogether(written: string): string[] {
  let civility = ''
  return pieces(written).map((piece) => {
    const [several, one = ''] = OF_EACH.find(([plural]) => plural.test(piece)) ?? []
    const name = several === undefined ? piece : piece.replace(several, '')
    // "MM. les maires de Laval et Mayenne"
    if (several !== undefined) civility = /^les\s/u.test(name) ? '' : one
    else if (!FAMILY_ALONE.test(piece) || LETTERS.test(piece)) civility = ''
    return OF_ONE.test(name) ? name : civility + name
  })
}
