import { fold } from './fold.ts'
import { withDe } from './french.ts'

/** First words of organisations and offices, by the article that they take. */
const heads = {
  le: 'bureau cabinet centre cercle club college comite commissariat conseil conservatoire departement fonds forum groupe groupement haut ministere parlement pole premier rectorat reseau secretariat senat service syndicat tribunal',
  la: 'banque bibliotheque caisse cellule chambre collectivite commission communaute commune confederation conference coordination cour delegation direction federation fondation ligue mairie metropole mission mutuelle plateforme prefecture presidence region societe sous-direction ville',
  l: 'academie agence assemblee association autorite ecole editeur entente equipe etablissement etat inspection institut observatoire office ordre union universite',
  les: 'academies agences archives associations chambres collectivites communes departements directions editeurs etablissements federations groupements intercommunalites metropoles ministeres operateurs regions reseaux services syndicats universites villes',
} as const
const articleOf: ReadonlyMap<string, keyof typeof heads> = new Map(
  Object.entries(heads).flatMap(([article, words]) =>
    words.split(' ').map((word) => [word, article as keyof typeof heads] as const),
  ),
)

/** Of which French says "l’": "l’AMF", "l’ANSSI". */
const vowelAcronym = /^[AEIOUÉ]\p{Lu}{1,7}$/u

/** "du Réseau…", "de la Direction…", "de l’Association…", "des Régions…", "du Conseil…" of "Le Conseil…"; "de Camille", "d’Ève". */
export function ofWhom(who: string): string {
  const [, article = '', rest = ''] = /^(le |la |les |l[’'])(?=\S)(.*)$/isu.exec(who) ?? []
  switch (article.toLowerCase().trim()) {
    case 'le':
      return `du ${rest}`
    case 'les':
      return `des ${rest}`
    case 'la':
      return `de la ${rest}`
    case 'l’':
    case "l'":
      return `de l’${rest}`
    default:
  }
  const [first = ''] = /^[\p{L}\p{M}-]+/u.exec(who) ?? []
  switch (articleOf.get(first.includes('-') ? first.toLowerCase() : fold(first))) {
    case 'le':
      return `du ${who}`
    case 'la':
      return `de la ${who}`
    case 'l':
      return `de l’${who}`
    case 'les':
      return `des ${who}`
    default:
      return vowelAcronym.test(first) ? `de l’${who}` : withDe(who)
  }
}
