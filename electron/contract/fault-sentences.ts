// One French sentence per code of the checker, saying what a reader loses and what to do, or that it is ours to mend.
// They live beside the codes because the window and the command line both say them, as those of errors do.

import { quoted } from '../domain/text/french.ts'
import type { DocumentFault, FaultCode } from './document-faults.ts'

/** Nothing that anybody typed brings these about. */
const ours = 'Le défaut vient de l’application\u00a0: le signaler, en joignant le PDF.'

/** Each ends with what to do. `about` is what the fault says of itself, perhaps nothing. */
const sentences: Readonly<Record<FaultCode, (about: string) => string>> = {
  unreadable: () => `Le PDF n’a pas pu être relu après son export. L’exporter de nouveau. ${ours}`,
  'language-not-french': () =>
    `La langue du document n’est pas dite\u00a0: il serait lu à voix haute avec un autre accent. ${ours}`,
  'not-tagged': () =>
    `Le document n’est pas balisé\u00a0: un lecteur d’écran n’y trouve ni titres ni tableaux. ${ours}`,
  'no-structure': () =>
    `Le document n’a pas de structure\u00a0: un lecteur d’écran n’y trouve ni titres ni tableaux. ${ours}`,
  'title-not-shown': () => `La fenêtre du lecteur montre le nom du fichier au lieu du titre. ${ours}`,
  'no-title': () => `Le document n’a pas de titre dans ses propriétés. ${ours}`,
  'no-identifier': () => `Le fichier n’a pas d’identifiant, que l’archivage demande. ${ours}`,
  'no-bookmarks': () => `Le document n’a pas de signets pour aller d’un point à l’autre. ${ours}`,
  'ua-not-claimed': () => `Le fichier ne se dit pas conforme à PDF/UA-1. ${ours}`,
  'ua-claim-not-described': () => `La mention PDF/UA-1 n’est pas décrite comme PDF/A le demande. ${ours}`,
  'pdfa-not-claimed': () => `Le fichier ne se dit pas conforme à PDF/A-3. ${ours}`,
  'pdfa-level-not-claimed': () => `Le fichier ne se dit pas conforme au niveau A de PDF/A-3. ${ours}`,
  'font-not-embedded': () =>
    `Une police n’est pas dans le fichier\u00a0: il pourrait s’afficher autrement ailleurs. ${ours}`,
  'font-without-letters': () =>
    `Une police ne dit pas quelles lettres elle trace\u00a0: le texte ne peut être ni lu ni copié. ${ours}`,
  'data-missing': () =>
    `Les données du document n’y sont pas jointes, alors que le réglage le demande. ${ours}`,
  'data-not-asked': () =>
    `Des données sont jointes au document, alors que le réglage ne le veut pas. Ne pas diffuser ce fichier. ${ours}`,
  'attachment-without-relation': () =>
    `Les données jointes ne disent pas ce qu’elles sont pour le document. ${ours}`,
  'attachment-without-name': () => `Les données jointes n’ont pas de nom. ${ours}`,
  'attachment-without-description': () => `Les données jointes n’ont pas de description. ${ours}`,
  'attachment-empty': () => `Les données jointes sont vides. ${ours}`,
  'misplaced-element': (about) =>
    `Un élément n’est pas à sa place dans la structure${about === '' ? '' : ` (${about})`}. ${ours}`,
  'figure-without-alt': () =>
    'Une image n’a pas de texte de remplacement\u00a0: qui ne la voit pas ne sait pas ce qu’elle montre. L’écrire dans le texte, près de l’image, puis exporter de nouveau.',
  'first-heading-not-1': () => `Le premier titre n’est pas de premier niveau. ${ours}`,
  'heading-skipped': () => `Un niveau de titre est sauté\u00a0: le plan du document est rompu. ${ours}`,
  'header-without-scope': () =>
    `Un en-tête de tableau ne dit pas s’il vaut pour une ligne ou une colonne. ${ours}`,
  'row-without-header': () => `Une ligne de tableau n’a pas d’en-tête. ${ours}`,
  'table-without-header': () =>
    'Un tableau n’a pas d’en-tête\u00a0: lu à voix haute, il ne se comprend pas. Dire dans le texte que sa première ligne est un en-tête, puis exporter de nouveau.',
  'uneven-rows': () =>
    'Les lignes d’un tableau n’ont pas le même nombre de cases. Compléter le tableau dans le texte, puis exporter de nouveau.',
  'link-without-annotation': () => `Un lien du texte ne mène nulle part. ${ours}`,
  'link-without-description': () => `Un lien n’est pas décrit. ${ours}`,
  'link-outside-structure': () => `Un lien n’est pas lu avec le texte. ${ours}`,
  'tab-order': () => `La touche Tab ne suit pas l’ordre du texte. ${ours}`,
  overprinted: () => `Des mots sont imprimés l’un sur l’autre. ${ours}`,
  'outside-cell': () => `Des mots débordent de leur colonne dans un tableau. ${ours}`,
  'outside-margins': () => `Des mots débordent dans la marge. ${ours}`,
  'page-miscounted': () =>
    `Le pied d’une page n’a pas son numéro, ou compte d’autres pages que le document n’en a. ${ours}`,
  'painted-outside-structure': () => `Quelque chose est dessiné que personne ne peut lire autrement. ${ours}`,
  'content-outside-structure': () => `Du texte de la page n’est pas lu à voix haute. ${ours}`,
  'not-in-place': (about) =>
    `Un passage n’est pas lu à sa place${about === '' ? '' : `\u00a0: ${quoted(about)}`}. Relire cette page\u202f; ${ours.charAt(0).toLowerCase()}${ours.slice(1)}`,
  'undrawn-signs': (about) =>
    `Des signes n’ont pu être tracés et sont remplacés par □\u00a0: ${about}. Les ôter du texte ou les écrire autrement, puis exporter de nouveau.`,
  'picture-without-alt': () =>
    'Une image n’est pas décrite\u00a0: qui ne la voit pas n’en saura rien. La décrire dans le texte, ou dans les réglages pour un logo, puis exporter de nouveau.',
}

export function faultSentence({ code, about }: Pick<DocumentFault, 'code' | 'about'>): string {
  return sentences[code](about)
}

/** Where it is: "page 3, 2. Titre du point"; empty for the whole document. */
export function faultPlace({ page, item }: Pick<DocumentFault, 'page' | 'item'>): string {
  return [page === null ? '' : `page\u00a0${page}`, item].filter((part) => part !== '').join(', ')
}
