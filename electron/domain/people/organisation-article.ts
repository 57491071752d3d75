// How French names an organisation in a sentence: "l’AMF", "la direction du numérique", "les Régions", "Intercommunalités".
import { z } from 'zod'
import { fold } from '../text/fold.ts'
import { withDe } from '../text/french.ts'

/** `l’` for a name that begins with a silent h; before a vowel « le » and « la » become it by themselves. */
export const Article = z.enum(['', 'le', 'la', 'l’', 'les'])
export type Article = z.infer<typeof Article>

/** First words of organisations and offices, folded, by the article that they take. */
const heads: ReadonlyMap<string, Article> = new Map(
  (
    [
      [
        'la',
        'academie agence assemblee association autorite banque bibliotheque caisse cellule chambre collectivite commission communaute commune confederation conference coordination cour delegation direction ecole entente equipe federation fondation inspection instance ligue mairie metropole mission mutuelle plateforme prefecture presidence region representation societe sous-direction union universite ville',
      ],
      [
        'le',
        'bureau cabinet centre cercle club college collectif comite commissariat conseil conservatoire defenseur departement editeur etablissement etat fonds forum groupe groupement haut institut ministere observatoire office ordre parlement pole premier rectorat reseau secretariat senat service syndicat tribunal',
      ],
      [
        'les',
        'academies agences archives associations chambres collectivites communes departements directions editeurs etablissements federations groupements intercommunalites metropoles ministeres operateurs regions reseaux services syndicats universites villes',
      ],
    ] as const
  ).flatMap(([article, words]) => words.split(' ').map((word) => [word, article] as const)),
)

const vowel = /^[aeiouàâäéèêëîïôöùûüœæ]/iu
/** Of which French says "l’": "l’AMF", "l’ANSSI". */
const vowelAcronym = /^[AEIOUÉ]\p{Lu}{1,7}(?!\p{L})/u
/** "Villes de France" is a proper name, and has none. */
const ofFrance = /^\p{Lu}\p{Ll}+s de France\b/u

/** The articles kept with organisations, by their folded names and acronyms. */
export type Articles = ReadonlyMap<string, Article>

export function articlesOf(
  organisations: readonly { name: string; acronym: string; article: Article | null }[],
): Articles {
  return new Map(
    organisations.flatMap(({ name, acronym, article }) =>
      [acronym, name]
        .filter((words) => words.trim() !== '')
        .map((words) => [fold(words).trim(), article ?? told(name)] as const),
    ),
  )
}

/** The one kept with the organisation so called, else the one that the name itself tells; of other names none. */
export function articleOf(name: string, kept?: Articles): Article {
  return kept?.get(fold(name).trim()) ?? told(name)
}

function told(name: string): Article {
  const words = name.trim()
  const head = heads.get(firstWord(words))
  if (head !== undefined) return head === 'les' && ofFrance.test(words) ? '' : head
  return vowelAcronym.test(words) ? 'l’' : ''
}

function firstWord(words: string): string {
  const [first = ''] = words.split(/[\s,]+/u)
  return first.split('-').map(fold).join('-')
}

const isElided = (name: string, article: Article) =>
  article === 'l’' || (article !== '' && article !== 'les' && vowel.test(name))

/**
 * "l’AMF", "la direction du numérique"; with no article the name as it is.
 * @param name as it is printed, an acronym or in full.
 */
export function withArticle(name: string, article: Article): string {
  if (name === '' || article === '') return name
  return isElided(name, article) ? `l’${inner(name)}` : `${article} ${inner(name)}`
}

/** Within a sentence "Direction du numérique" is a common noun; proper names and acronyms keep their capital. */
function inner(name: string): string {
  const head = heads.get(firstWord(name))
  return head !== undefined && head !== 'les' && /^\p{Lu}\p{Ll}/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name
}

/** "du Réseau…", "de la Direction…", "de l’AMF", "des Régions", "du Conseil" of "Le Conseil"; "de Camille", "d’Ève". */
export function ofWhom(who: string, kept?: Articles): string {
  const [, typed = '', rest = ''] = /^(le |la |les |l[’'])(?=\S)(.*)$/isu.exec(who) ?? []
  const own = Article.safeParse(typed.toLowerCase().trim().replace("'", '’')).data ?? ''
  const [article, name] = own === '' ? [articleOf(who, kept), who] : [own, rest]
  if (article === '') return withDe(name)
  if (isElided(name, article)) return `de l’${name}`
  return article === 'le' ? `du ${name}` : article === 'les' ? `des ${name}` : `de la ${name}`
}
