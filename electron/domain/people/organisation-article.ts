// How French names an organisation in a sentence: "l’AMF", "la Direction du numérique", "les Régions", "Intercommunalités".
import { z } from 'zod'
import { withDe } from '../text/elision.ts'
import { fold } from '../text/fold.ts'

/** `l’` for a name that begins with a silent h; before a vowel « le » and « la » become it by themselves. */
export const Article = z.enum(['', 'le', 'la', 'l’', 'les'])
export type Article = z.infer<typeof Article>

/** First words of organisations and offices, folded, by the article that they take. */
const heads: ReadonlyMap<string, Article> = new Map(
  (
    [
      [
        'la',
        'academie agence assemblee association autorite banque bibliotheque caisse cellule chambre collectivite commission communaute commune confederation conference coordination cour delegation direction ecole entente equipe federation fondation haute inspection instance ligue mairie metropole mission mutuelle plateforme prefecture presidence region representation societe sous-direction union universite ville',
      ],
      [
        'le',
        'bureau cabinet centre cercle club college collectif comite commissariat conseil conservatoire defenseur departement editeur etablissement etat fonds forum groupe groupement haut institut ministere observatoire office ordre parlement pole premier rectorat reseau secretariat senat service syndicat tribunal',
      ],
      [
        'les',
        'academies acteurs agences archives associations banques bibliotheques cabinets caisses centres chambres collectivites comites communautes communes confederations conseils departements directions ecoles editeurs elus employeurs entreprises etablissements federations fondations groupements hopitaux instituts intercommunalites mairies metropoles ministeres musees mutuelles offices operateurs organismes poles prefectures professionnels rectorats regions representants reseaux services societes syndicats tribunaux universites usagers villes',
      ],
      ['l’', 'hopital hotel'],
    ] as const
  ).flatMap(([article, words]) => words.split(' ').map((word) => [word, article] as const)),
)

const vowel = /^[aeiouàâäéèêëîïôöùûüœæ]/iu
/** Of which French says "l’": "l’AMF", "l’ANSSI". */
const vowelAcronym = /^[AEIOUÉ]\p{Lu}{1,7}(?!\p{L})/u
/** "Villes de France", of elected members, is a proper name and has none; "Archives de France" has its own. */
const ofFrance =
  /^(?:Communes|D[ée]partements|Intercommunalit[ée]s|M[ée]tropoles|R[ée]gions|Villes) de France(?!\p{L})/u
/** The articles kept with organisations, by their folded names and acronyms. */
export type Articles = ReadonlyMap<string, Article>
/** Where no directory is at hand. */
export const noArticles: Articles = new Map()

type Known = { readonly name: string; readonly article: Article | null }

/** A name goes before the acronym of another; what two are called tells nothing where their articles are not the same. */
export function articlesOf(organisations: readonly (Known & { acronym: string })[]): Articles {
  const by = (called: (one: (typeof organisations)[number]) => string): Map<string, Article> => {
    const found = new Map<string, Article | null>()
    for (const one of organisations) {
      const key = fold(called(one)).trim()
      const article = articleAs(called(one), one)
      if (key !== '') found.set(key, found.has(key) && found.get(key) !== article ? null : article)
    }
    return new Map([...found].flatMap(([key, article]) => (article === null ? [] : [[key, article]])))
  }
  return new Map([...by(({ acronym }) => acronym), ...by(({ name }) => name)])
}

/**
 * Of one of the directory, called by its name or by its acronym: that has the article of the name, but no plural, and its
 * own where the name has none ("l’ADF" for "Départements de France").
 */
export function articleAs(called: string, { name, article }: Known): Article {
  if (article !== null) return article
  const ofName = told(name)
  if (fold(called).trim() === fold(name).trim()) return ofName
  return ofName === '' || ofName === 'les' ? told(called) : ofName
}

/** With a name that is one, whatever stands in it. */
export function asOne(name: string, kept: Articles): Articles {
  return new Map([...kept, [fold(name).trim(), articleOf(name, kept)]])
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
 * "l’AMF", "la Direction du numérique": the name keeps the capital that it has; with no article it stands alone.
 * @param name as it is printed, an acronym or in full.
 */
export function withArticle(name: string, article: Article): string {
  if (name === '' || article === '') return name
  return isElided(name, article) ? `l’${name}` : `${article} ${name}`
}

/** The article that a name is written with, and what follows it: "Les Départements", "l’AMF"; null for one without. */
export function typedArticle(who: string): { article: Article; rest: string } | null {
  const [, typed = '', rest = ''] = /^(le |la |les |l[’'])(?=\S)(.*)$/isu.exec(who) ?? []
  const article = Article.safeParse(typed.toLowerCase().trim().replace("'", '’')).data ?? ''
  return article === '' ? null : { article, rest }
}

/** "du Réseau…", "de la Direction…", "de l’AMF", "des Régions", "du Conseil" of "Le Conseil"; "de Camille", "d’Ève". */
export function ofWhom(who: string, kept?: Articles): string {
  const [, first = '', second = ''] = /^(\S.*) et (\p{Lu}.*)$/u.exec(who) ?? []
  const isKnown = (name: string) => kept?.has(fold(name).trim()) === true
  // Two of them: "du Conseil de région et de l’Association des maires". Of one are "des Communes et Collectivités".
  const isSecond = !['', 'les'].includes(articleOf(second, kept)) || (isKnown(first) && isKnown(second))
  if (!isKnown(who) && second !== '' && isSecond) return `${ofWhom(first, kept)} et ${ofWhom(second, kept)}`
  const own = typedArticle(who)
  const [article, name] = own === null ? [articleOf(who, kept), who] : [own.article, own.rest]
  if (article === '') return withDe(name)
  if (isElided(name, article)) return `de l’${name}`
  return article === 'le' ? `du ${name}` : article === 'les' ? `des ${name}` : `de la ${name}`
}
