import { count, plural } from '../../electron/domain/text/plural.ts'
import type { LeftOut } from '../../electron/domain/watch/criteria.ts'
import type { DeliveryState } from '../../electron/domain/watch/delivery.ts'
import type { DeliveryAct } from '../../electron/domain/watch/delivery-change.ts'
import type { FileRefusal, JorfWarning } from '../../electron/domain/watch/jorf-text.ts'

const texts = (n: number) => plural(n, 'texte', 'textes')
const files = (n: number) => plural(n, 'fichier', 'fichiers')

export const deliveryActText: Readonly<Record<DeliveryAct, string>> = {
  new: 'Nouveau',
  publishes: 'Publie un projet suivi',
  completes: 'Complète',
  corrects: 'Corrige',
  edited: 'Gardé tel que modifié',
  same: 'Inchangé',
  older: 'Plus ancien',
}

/** "12 nouveaux", for a line of counts. */
export const actCountText: Readonly<Record<DeliveryAct, (n: number) => string>> = {
  new: (n) => plural(n, 'nouveau', 'nouveaux'),
  publishes: (n) => plural(n, 'projet publié', 'projets publiés'),
  completes: (n) => plural(n, 'complété', 'complétés'),
  corrects: (n) => plural(n, 'corrigé', 'corrigés'),
  edited: (n) => plural(n, 'gardé tel que modifié', 'gardés tels que modifiés'),
  same: (n) => plural(n, 'inchangé', 'inchangés'),
  older: (n) => plural(n, 'plus ancien, laissé', 'plus anciens, laissés'),
}

export const refusalText: Readonly<Record<FileRefusal, string>> = {
  malformed: 'XML interrompu ou mal formé',
  doctype: 'déclare un type de document ou des entités',
  noId: 'sans identifiant de texte du Journal officiel',
  noTitle: 'sans titre',
  tooLarge: 'dépasse 16 Mo',
  tooDeep: 'éléments imbriqués sans fin',
  badName: 'nom qui désigne un emplacement extérieur',
  notAFile: 'lien ou fichier spécial',
}

export const warningText: Readonly<Record<JorfWarning, string>> = {
  nor: 'NOR mal formé, laissé vide',
  eli: 'adresse ELI impossible, laissée vide',
  date: 'date qui n’existe pas, laissée vide',
  encoding: 'encodage autre que celui annoncé, relu en Latin-1',
}

const leftOut: Readonly<Record<LeftOut, (n: number) => string>> = {
  nature: (n) => `${count(n)} par leur nature`,
  ministry: (n) => `${count(n)} par leur ministère`,
  words: (n) => `${count(n)} par leurs mots`,
  nominative: (n) => plural(n, 'mesure nominative', 'mesures nominatives'),
}

export const deliveriesText = {
  open: 'Livraisons du JO',
  chooseFile: 'Examiner un fichier…',
  chooseFolder: 'Examiner un dossier…',
  criteria: 'Profil de veille',
  lead: 'Une livraison est un fichier .tar.gz, un fichier .xml ou un dossier des jeux JORF et JORFSIMPLE de la DILA. Elle est examinée d’abord\u00a0: rien n’entre dans la veille avant l’accord donné ici.',
  reading: 'Lecture de la livraison…',
  taking: 'Reprise des textes…',
  progress: (words: string, done: number, total: number) =>
    `${words} ${count(total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total)))}\u00a0%`,
  stop: 'Arrêter',
  facts: (total: number) =>
    total === 0 ? 'Aucune livraison examinée' : plural(total, 'livraison examinée', 'livraisons examinées'),
  newest: (number: string, day: string) => `dernier numéro examiné\u00a0: n°\u00a0${number} du ${day}`,
  late: (days: number, day: string) =>
    `Aucun numéro du Journal officiel n’a été examiné depuis celui du ${day}, il y a ${plural(days, 'jour', 'jours')}.`,
  gapsTitle: 'Numéros qui n’ont pas été examinés',
  gap: (from: string, to: string, before: string, after: string | null) =>
    `${from === to ? `n°\u00a0${from}` : `n°\u00a0${from} à ${to}`}, ${after === null ? `avant celui du ${before}` : `entre ceux du ${after} et du ${before}`}`,
  preview: 'Examen de la livraison',
  previewFacts: (read: number, kept: number, days: string) =>
    [plural(read, 'texte lu', 'textes lus'), `${texts(kept)} dans le profil de veille`, days]
      .filter((words) => words !== '')
      .join(' · '),
  notADelivery:
    'Ce fichier n’est pas une livraison du Journal officiel, ou il est abîmé dès son début. Choisir l’archive .tar.gz, le fichier .xml ou le dossier téléchargés de la DILA.',
  /** In a column of that name. */
  period: (from: string, to: string) => (from === to ? from : `${from} au ${to}`),
  days: (from: string, to: string) => (from === to ? `JO du ${from}` : `JO du ${from} au ${to}`),
  leftOut,
  leftOutTitle: (n: number) => `Laissés par le profil\u00a0: ${texts(n)}`,
  refused: (n: number) => plural(n, 'fichier non lu', 'fichiers non lus'),
  refusedMore: (n: number) => `et ${files(n)} de plus`,
  deleted: (count: number) =>
    `${plural(count, 'texte suivi est retiré', 'textes suivis sont retirés')} de la base du Journal officiel, le plus souvent pour y revenir sous un autre identifiant\u00a0: rien n’est effacé ici, voir chaque texte.`,
  repaired: (n: number) =>
    `${files(n)} dans un autre encodage que celui annoncé, ${n < 2 ? 'relu' : 'relus'} en Latin-1.`,
  cut: (names: string) =>
    `La livraison s’arrête trop tôt ou est abîmée (${names}). Ce qui précède a été lu\u00a0: télécharger de nouveau l’archive pour avoir le reste.`,
  missing: (number: string, absent: number) =>
    `JO n°\u00a0${number}\u00a0: ${texts(absent)} du sommaire ${absent === 1 ? 'manque' : 'manquent'} à la livraison.`,
  nothing: 'Rien à changer dans la veille',
  nothingHint:
    'Aucun texte nouveau ni corrigé dans cette livraison. Noter l’examen l’inscrit au journal, pour que la suite des numéros reste complète.',
  take: (n: number) => (n === 0 ? 'Noter l’examen' : `Reprendre ${texts(n)}`),
  drop: 'Abandonner',
  more: (n: number) => `Afficher la suite (${texts(n)})`,
  all: 'Tout cocher',
  none: 'Tout décocher',
  followUp: 'Suivi des textes ajoutés',
  followUpMany:
    'Au-delà de cent textes ajoutés, «\u00a0clos\u00a0» est proposé\u00a0: les garder en mémoire sans les proposer aux prochaines séances.',
  of: 'Texte suivi concerné\u00a0:',
  proposed: (n: number) =>
    n === 1
      ? 'Un texte nouveau est peut-être un projet suivi\u00a0: il vient en tête, avec le projet à rapprocher.'
      : `${count(n)} textes nouveaux sont peut-être des projets suivis\u00a0: ils viennent en tête, chacun avec les projets à rapprocher.`,
  proposedHint:
    'Rapprocher garde le projet, son historique et les positions exprimées. Rien n’est rapproché sans ce choix.',
  taken: (n: number) =>
    n === 0 ? 'Examen noté au journal' : plural(n, 'texte repris ou corrigé', 'textes repris ou corrigés'),
  stopped: (n: number) =>
    `Reprise arrêtée\u00a0: ${plural(n, 'texte déjà entré dans la veille y reste', 'textes déjà entrés dans la veille y restent')}. Annuler ${n < 2 ? 'le' : 'les'} retire\u202f; examiner de nouveau la livraison reprend la suite.`,
  journal: 'Journal des livraisons',
  empty: 'Aucune livraison examinée',
  emptyHint:
    'Le journal dira ce qui a été examiné, quand, ce qui en est entré dans la veille, et les numéros du Journal officiel qui manquent.',
  columns: {
    at: 'Examinée',
    name: 'Livraison',
    period: 'Période',
    read: 'Lus',
    kept: 'Retenus',
    changed: 'Entrés ou corrigés',
    refused: 'Non lus',
    state: 'État',
  },
  states: {
    whole: 'Complète',
    partial: 'Interrompue',
    stopped: 'Arrêtée',
  } satisfies Record<DeliveryState, string>,
  isCut: 'Incomplète',
  details: 'Livraison',
  by: (when: string, who: string) => `Examinée ${when} par ${who}`,
  results: 'Ce qu’elle a changé',
  byHand: (n: number) => plural(n, 'texte décoché', 'textes décochés'),
  issues: 'Numéros du Journal officiel',
  issue: (number: string, day: string, delivered: number, listed: number | null) =>
    `n°\u00a0${number} du ${day}\u00a0: ${texts(delivered)}${listed === null || listed === delivered ? '' : ` sur ${count(listed)} au sommaire`}`,
  moreIssues: (n: number) => `et ${plural(n, 'autre numéro', 'autres numéros')}`,
  partialHint:
    'Le programme s’est arrêté pendant la reprise. Ce qui était entré est dans la veille\u202f; examiner de nouveau la livraison reprend la suite.',
  natures: 'Natures',
  naturesHelp: 'Aucune cochée\u00a0: toutes.',
  ministries: 'Ministères',
  ministriesHelp: 'Un par ligne, quelques mots de leur nom. Vide\u00a0: tous.',
  words: 'Mots',
  wordsHelp:
    'Un mot ou une expression par ligne, cherchés au début des mots du titre, de la notice et des mots-clés. Vide\u00a0: tous les textes.',
  nominative: 'Garder aussi les nominations et autres mesures nominatives',
  criteriaLater:
    'La livraison à l’écran a été examinée avec le profil d’avant. L’examiner de nouveau pour y appliquer ce qui change ici.',
  criteriaLead:
    'Un texte est retenu s’il répond aux trois listes à la fois. Ce que le profil laisse est compté au journal et n’est pas gardé.',
}
