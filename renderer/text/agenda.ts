import type { ItemKind } from '../../electron/domain/agenda/agenda.ts'
import { toClockTime } from '../../electron/domain/agenda/agenda.ts'
import { itemKindWords } from '../../electron/domain/agenda/agenda-words.ts'
import type { ApprovalMode } from '../../electron/domain/minutes/version.ts'
import {
  formatDateWithoutWeekday,
  formatDuration,
  formatTime,
  quoted,
} from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const NBSP = '\u00a0'

/** Minutes since midnight → "14 h 05", minutes always written so that columns align. */
export function clock(minutes: number): string {
  const time = toClockTime(minutes)
  return `${Number(time.slice(0, 2))}${NBSP}h${NBSP}${time.slice(3)}`
}

/** Minutes since midnight → "14 h", "14 h 30". */
export function shortClock(minutes: number): string {
  return formatTime(toClockTime(minutes))
}

/** "Point 3.2", or the kind of what has no number. */
function nameOf(number: string | null, kind: ItemKind): string {
  return number === null ? itemKindWords[kind] : `Point${NBSP}${number}`
}

/** "2 pièces, 1 lien"; what is nought is not said. */
const listed = (parts: readonly string[]) => parts.filter((words) => words !== '').join(', ') || 'aucun'

export const agendaText = {
  sealed: 'Le compte rendu est approuvé\u00a0: l’ordre du jour ne change plus.',
  region: 'Ordre du jour',
  rows: 'Points de l’ordre du jour',
  faces: {
    names: { agenda: 'Point', preparation: 'Mois', attachments: 'Documents', agendaPage: 'Page' },
    labels: {
      agenda: 'Point choisi',
      preparation: 'Plan du mois',
      attachments: 'Documents de la séance',
      agendaPage: 'Page',
    },
    synonyms: {
      agenda: 'inspecteur champs durée',
      preparation: 'préparation rétroplanning échéances tâches',
      attachments: 'pièces supports fichiers projection dossier',
      agendaPage: 'aperçu pdf imprimer document ordre du jour',
    },
    tick: 'faite',
    change: 'face du volet',
    none: 'Choisir un point pour voir et changer sa durée, sa nature, qui le présente.',
  },
  point: 'Point',
  add: 'Ajouter un point',
  addBreak: 'Ajouter une pause',
  import: 'Lire un fichier…',
  export: 'Exporter l’ordre du jour…',
  newItem: 'Écrire un nouveau point, puis Entrée',
  newItemHint:
    'Écrire un point, puis Entrée. «\u00a0Annuaire – 15 min – Thibault Sarrazin\u00a0» est compris.',
  added: (title: string) => `Point ajouté${NBSP}: ${quoted(title)}`,
  understood: (title: string) => `Point compris${NBSP}: ${quoted(title)}`,
  rename: 'Renommer',
  titleOf: 'Intitulé du point',
  drag: (title: string) => `Déplacer ${quoted(title)}`,
  carry: {
    title: 'Point déplacé au clavier',
    hint: 'Cliquer pour commencer le déplacement.',
    begun: (title: string) =>
      `Déplacement de ${quoted(title)} commencé. Flèches pour choisir sa place, Entrée pour l’y mettre, Échap pour le laisser.`,
    before: (title: string) => `Avant ${quoted(title)}`,
    after: (title: string) => `Après ${quoted(title)}`,
    inside: (title: string) => `Dans ${quoted(title)}`,
    left: 'Déplacement abandonné.',
    choose: 'Choisir sa place',
    drop: 'Le mettre à cette place',
    leave: 'Le laisser où il était',
  },
  toParent: 'Aller au point qui le contient',
  toChild: 'Aller au premier sous-point',
  band: 'Bande horaire de la séance',
  over: (minutes: number) => `Dépasse de ${formatDuration(minutes)}`,
  tooLong: (minutes: number) => `${formatDuration(minutes)} de trop`,
  left: (minutes: number) => `${formatDuration(minutes)} de marge`,
  exact: 'Tient dans l’horaire',
  plannedAndComputed: (planned: number, computed: number) =>
    `${shortClock(planned)} prévue, ${shortClock(computed)} calculée`,
  computedEnd: (computed: number) => `fin à ${shortClock(computed)}`,
  plannedWord: 'prévue',
  computedWord: 'calculée',
  limit: (planned: number, number: string | null, kind: ItemKind) =>
    `Fin prévue à ${shortClock(planned)}, pendant ${number === null ? `la pause` : `le point${NBSP}${number}`}`.replace(
      'la pause',
      kind === 'welcome' ? 'l’accueil' : 'la pause',
    ),
  limitComputed: (computed: number) => `fin calculée à ${shortClock(computed)}`,
  gap: (from: number, to: number) => `${clock(from)} – ${clock(to)} libre`,
  overlap: (minutes: number) => `Chevauche de ${formatDuration(minutes)} ce qui précède`,
  fixed: (minutes: number) => `Heure fixe${NBSP}: ${clock(minutes)}`,
  linkedTexts: (many: number) => plural(many, 'texte lié', 'textes liés'),
  linkedProjects: (many: number) => plural(many, 'projet lié', 'projets liés'),
  attachments: (many: number) => plural(many, 'pièce', 'pièces'),
  guests: (many: number) => plural(many, 'invité', 'invités'),
  settled: 'Déjà approuvé',
  disagreement: (by: string) => (by === '' ? 'Demandé autrement' : 'Désaccord'),
  disagreementWords: (by: string, words: string) =>
    [by, words].filter((part) => part !== '').join(`${NBSP}: `),
  total: (items: number, minutes: number) =>
    `${plural(items, 'point', 'points')}, ${formatDuration(minutes)}`,
  rowName: (number: string | null, kind: ItemKind, title: string, start: number, minutes: number) =>
    `${number ?? itemKindWords[kind]} ${title}, ${clock(start)}, ${formatDuration(minutes)}`,
  duplicated: (title: string) => `${quoted(title)} copié`,
  removed: (title: string) => `${quoted(title)} supprimé`,
  atEdge: 'Ce point ne peut pas aller plus loin.',
  moved: (number: string | null, kind: ItemKind, level: number) =>
    `${nameOf(number, kind)}, niveau${NBSP}${level}`,
  emptyTitle: 'Aucun point pour l’instant',
  emptyWords: 'Écrire le premier point ci-dessous, ou lire un ordre du jour reçu.',
  breakTitle: 'Pause',
  inspector: {
    name: nameOf,
    acts: 'Actions du point',
    title: 'Intitulé',
    kind: 'Sorte',
    nature: 'Nature',
    noNature: 'Sans nature',
    presenter: 'Présenté par',
    organisation: 'Organisme',
    requester: 'Demandé par',
    duration: 'Durée',
    fixedStart: 'Heure fixe',
    fixedHelp: 'Vide : l’heure suit les durées.',
    guests: 'Invités pour ce point',
    addGuest: 'Inviter une personne de l’annuaire',
    dismiss: (name: string) => `Ne plus inviter ${name}`,
    withoutAddress: 'sans adresse',
    settled: (mode: ApprovalMode, on: string) =>
      `Ce compte rendu est approuvé depuis le ${formatDateWithoutWeekday(on)}, ${{ meeting: 'en séance', written: 'par consultation écrite', tacit: 'par accord tacite' }[mode]}\u00a0: ce point n’a plus à l’approuver.`,
    disagreement: 'Désaccord',
    disagreementBy: 'Demandé autrement par',
    disagreementWords: 'Ce qui est demandé à la place',
    disagreementHelp: 'Imprimé seulement dans le déroulé et la fiche de la présidence.',
    note: 'Note interne',
    noteHelp: 'Imprimée seulement dans le déroulé et la fiche de la présidence.',
    links: 'Liens',
    hearings: 'Déjà présenté',
    hearing: (date: string, title: string) => `${date}, ${title}`,
    link: 'Relier à un projet ou à un texte',
    project: 'projet',
    watch: 'texte suivi',
    unlink: (title: string) => `Délier ${quoted(title)}`,
    attachments: 'Pièces',
    folds: { papers: 'Documents et liens', rest: 'Heure fixe, sorte, invités, note' },
    holds: {
      papers: (documents: number, links: number) =>
        listed([
          documents === 0 ? '' : plural(documents, 'pièce', 'pièces'),
          links === 0 ? '' : plural(links, 'lien', 'liens'),
        ]),
      rest: (fixedStart: string | null, guests: number, hasNote: boolean) =>
        listed([
          fixedStart === null ? '' : formatTime(fixedStart),
          guests === 0 ? '' : plural(guests, 'invité', 'invités'),
          hasNote ? 'note' : '',
        ]),
    },
  },
  table: {
    number: 'N°',
    start: 'Heure',
    title: 'Point',
    presenter: 'Présentation',
    duration: 'Durée',
  },
  menu: {
    addBelow: 'Ajouter dessous',
    rename: 'Renommer',
    duplicate: 'Dupliquer le point',
    copy: 'Copier l’ordre du jour en tableau',
    up: 'Monter',
    down: 'Descendre',
    indent: 'Décaler en sous-point',
    outdent: 'Remonter d’un niveau',
    longer: 'Allonger de 5 minutes',
    shorter: 'Raccourcir de 5 minutes',
    remove: 'Supprimer',
  },
  /** Beside their keys, where the name of the act is too long. */
  keys: {
    indent: 'décaler',
    lengthen: '5 minutes',
    leave: 'Fermer le point',
  },
  /** Other words that an act is found by. */
  synonyms: {
    duplicate: 'copier doubler recopier',
    import: 'importer ordre du jour reprendre',
    add: 'inscrire sujet rajouter',
    versions: 'précédente ancienne publiée comparer',
  },
  setAside: {
    refused: (title: string) => `La modification de ${quoted(title)} n’a pas été enregistrée.`,
    removed: 'Ce point a été retiré ailleurs pendant la saisie, qui n’a pas été enregistrée.',
    wanted: (value: string) => `Saisie gardée${NBSP}: ${quoted(value)}.`,
    apply: 'Garder ma saisie',
    forget: 'Garder la version affichée',
    gone: 'Abandonner',
  },
} as const
