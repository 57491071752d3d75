// How French names an organisation in a sentence: "l’AMF", "la direction du numérique", "les Régions", "Intercommunalités".
import { z } from 'zod'

/** `l’` for a name that begins with a silent h; before a vowel « le » and « la » become it by themselves. */
export const Article = z.enum(['', 'le', 'la', 'l’', 'les'])
export type Article = z.infer<typeof Article>

/** Genders of the words that names of organisations begin with. */
const gender: Readonly<Record<string, Article>> = Object.fromEntries(
  (
    [
      [
        'la',
        'direction sous-direction délégation mission caisse fédération confédération commission chambre cour banque préfecture région métropole ville mairie société coordination représentation conférence agence assemblée association autorité académie inspection instance école université union',
      ],
      [
        'le',
        'ministère secrétariat conseil comité centre département service bureau syndicat groupement groupe cabinet haut sénat réseau collectif défenseur pôle institut office observatoire établissement',
      ],
    ] as const
  ).flatMap(([article, words]) => words.split(' ').map((word) => [word, article] as const)),
)

const vowel = /^[aeiouyàâäéèêëîïôöùûüœæ]/iu

/** The one that the name itself tells; of names that are no such word ("Départements de France") none. */
export function articleOf(name: string): Article {
  return (
    gender[
      name
        .trim()
        .toLowerCase()
        .split(/[\s,]+/u)[0] ?? ''
    ] ?? ''
  )
}

/**
 * "l’AMF", "la direction du numérique"; with no article the name as it is.
 * @param name as it is printed, an acronym or in full.
 */
export function withArticle(name: string, article: Article): string {
  if (name === '' || article === '') return name
  if (article === 'l’' || (article !== 'les' && vowel.test(name) && !/^[yY]/u.test(name)))
    return `l’${inner(name)}`
  return `${article} ${inner(name)}`
}

/** Within a sentence "Direction du numérique" is a common noun; proper names and acronyms keep their capital. */
function inner(name: string): string {
  const [first = ''] = name.split(/[\s,]+/u)
  return gender[first.toLowerCase()] !== undefined && /^\p{Lu}\p{Ll}/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name
}
