import { itemKindWords, itemNatureWords } from '../../electron/domain/agenda/agenda-words.ts'
import type { FieldChange } from '../../electron/domain/agenda/reimport.ts'
import { numbered } from '../../electron/domain/meetings/meeting-name.ts'
import {
  formatDate,
  formatDuration,
  formatShortDate,
  formatTime,
  quoted,
  quotedShort,
} from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { titled } from './common.ts'

const NBSP = '\u00a0'
/** Narrow no-break space, before a question mark. */
const THIN = '\u202f'

const fieldWords: Readonly<Record<FieldChange['field'], string>> = {
  title: 'Intitulé',
  kind: 'Sorte',
  nature: 'Nature',
  durationMinutes: 'Durée',
  fixedStart: 'Heure fixe',
  presenter: 'Présenté par',
  organisation: 'Organisme',
  requester: 'Demandé par',
  note: 'Note interne',
}

const changedWords: Readonly<Record<FieldChange['field'], string>> = {
  title: 'Intitulé modifié',
  kind: 'Sorte modifiée',
  nature: 'Nature modifiée',
  durationMinutes: 'Durée modifiée',
  fixedStart: 'Heure modifiée',
  presenter: 'Présentateur modifié',
  organisation: 'Organisme modifié',
  requester: 'Demandeur modifié',
  note: 'Note complétée',
}

/** A value of an item as it is read. */
function valueWords(field: FieldChange['field'], value: FieldChange['after']): string {
  if (value === null) return 'rien'
  if (field === 'durationMinutes') return formatDuration(Number(value))
  if (field === 'fixedStart') return formatTime(String(value))
  if (field === 'nature') return itemNatureWords[value as keyof typeof itemNatureWords]
  if (field === 'kind') return itemKindWords[value as keyof typeof itemKindWords]
  return String(value)
}

export const importsText = {
  title: 'Relire avant de reprendre',
  start: 'Lire un fichier',
  startWords:
    'Choisir le fichier reçu (Word, LibreOffice, PDF, Excel, CSV, texte, page web, message ou calendrier), le déposer dans la fenêtre, ou coller ici (Ctrl+V) le texte d’un message ou d’un document. Rien n’est enregistré avant la relecture.',
  pasted: 'Texte collé',
  keepFile: 'Conserver le fichier reçu dans les documents de la séance (Secrétariat seulement)',
  sheet: 'Feuille',
  choose: 'Choisir un fichier…',
  chooseAgain: 'Choisir un autre fichier…',
  reading: (fileName: string) => `Lecture de ${quoted(fileName)}…`,
  recognised: (pages: number, all: number) =>
    `Reconnaissance du texte des images\u00a0: page ${pages} sur ${all}`,
  cancel: 'Annuler',
  giveUp: 'Ne rien reprendre',
  unfinished: (fileName: string) => `Relecture de ${quoted(fileName)}, commencée et non reprise`,
  setAside: (fileName: string) => `La relecture de ${quoted(fileName)} est mise de côté`,
  givenUp: (fileName: string) => `Rien n’est repris de ${quoted(fileName)}`,
  comeBack: 'Y revenir',
  import: (points: number) => `Reprendre ${plural(points, 'point', 'points')}`,
  importing: 'Reprise…',
  imported: (points: number) => `${plural(points, 'point', 'points')} repris`,
  noItems: 'Aucun point reconnu dans ce fichier',
  noItemsWords:
    'Ne rien reprendre, puis choisir un autre fichier ; ou créer la séance depuis Séances et y saisir ses points.',
  nothingTaken: 'Prendre au moins un point.',
  dateNeeded: 'Choisir la date de la séance avant de reprendre.',
  towardsNew: 'vers une nouvelle séance',
  towards: (label: string) => `vers la ${label}`,
  sourcePane: 'Fichier reçu',
  understoodPane: 'Ce qui a été compris',
  more: (left: number) => `Montrer la suite, ${plural(left, 'ligne', 'lignes')}`,
  howTo: 'Entrée ou double clic pour corriger',
  shown: 'Lignes montrées',
  all: (many: number) => `Tout, ${many}`,
  doubtful: (many: number) => `À vérifier, ${many}`,
  differing: (many: number) => `Différences, ${many}`,
  toCheck: (many: number) => plural(many, 'ligne à vérifier', 'lignes à vérifier'),
  allSure: 'Rien à vérifier',
  warnings: 'Remarques sur le fichier',
  doubts: {
    title: (many: number) => `À vérifier (${many})`,
    line: (number: string | null, title: string) => (number === null ? title : `${number}. ${title}`),
    all: (many: number) => `Montrer les ${many}`,
    why: {
      title: titled(''),
      subject: 'Peut-être un point déjà inscrit',
      duration: 'Deux durées possibles',
      reading: 'Lecture incertaine',
    },
  },
  lines: {
    list: 'Lignes du fichier reçu',
    filter: 'Lignes du fichier montrées',
    allLines: 'Tout',
    onlyUnread: 'Non lues',
    become: 'Ces lignes sont',
    chosen: (many: number) =>
      many === 0 ? 'Choisir des lignes' : many === 1 ? `1${NBSP}ligne est` : `${many}${NBSP}lignes sont`,
    reading: 'Nouvelle lecture…',
    notReadAgain: 'Ce qui a été dit des lignes n’a pas pu être relu. Y revenir, ou le redire.',
    alike: (many: number) =>
      many === 1 ? `1${NBSP}autre ligne de même forme` : `${many}${NBSP}autres lignes de même forme`,
    follow: {
      item: 'Ce sont aussi des points',
      person: 'Ce sont aussi des participants',
      decision: 'Ce sont aussi des décisions',
      action: 'Ce sont aussi des actions',
      nothing: 'Les laisser aussi',
      agenda: 'Les lire ainsi',
    },
    roles: {
      item: 'point',
      person: 'personne',
      decision: 'décision',
      action: 'action',
      meeting: 'séance',
      text: 'texte',
      nothing: 'pas repris',
    },
    item: (number: string) => `point ${number}`,
    persons: (many: number) => `${many}${NBSP}personnes`,
    unread: 'non lue',
    left: 'laissée',
    counts: (
      all: number,
      {
        sure,
        check,
        unread,
        left,
        none,
      }: Readonly<Record<'sure' | 'check' | 'unread' | 'left' | 'none', number>>,
    ) =>
      `${plural(all, 'ligne', 'lignes')} = ${[
        plural(sure, 'lue sûrement', 'lues sûrement'),
        ...(check === 0 ? [] : [`${check} à vérifier`]),
        ...(unread === 0 ? [] : [plural(unread, 'non lue', 'non lues')]),
        ...(left === 0 ? [] : [plural(left, 'laissée', 'laissées')]),
        ...(none === 0 ? [] : [`${none} sans reprise`]),
      ].join(' + ')}`,
    unreadTitle: (many: number) =>
      many === 1
        ? `1${NBSP}ligne non lue ressemble à quelque chose`
        : `${many}${NBSP}lignes non lues ressemblent à quelque chose`,
    likeOf: {
      person: (many: number, read: number) =>
        `Participants${NBSP}: ${plural(many, 'ligne non lue', 'lignes non lues')}, ${plural(read, 'lue', 'lues')}.`,
      item: (many: number, read: number) =>
        `Points${NBSP}: ${plural(many, 'ligne non lue', 'lignes non lues')}, ${plural(read, 'lue', 'lues')}.`,
      decision: (many: number, read: number) =>
        `Décisions${NBSP}: ${plural(many, 'ligne non lue', 'lignes non lues')}, ${plural(read, 'lue', 'lues')}.`,
      action: (many: number, read: number) =>
        `Actions${NBSP}: ${plural(many, 'ligne non lue', 'lignes non lues')}, ${plural(read, 'lue', 'lues')}.`,
      next: () => 'Prochaine réunion, sans date lue.',
    },
    example: (words: string) => quotedShort(words, 80),
    readSo: {
      person: (many: number) => (many === 1 ? 'C’est un participant' : 'Ce sont des participants'),
      item: (many: number) => (many === 1 ? 'C’est un point' : 'Ce sont des points'),
      decision: (many: number) => (many === 1 ? 'C’est une décision' : 'Ce sont des décisions'),
      action: (many: number) => (many === 1 ? 'C’est une action' : 'Ce sont des actions'),
    },
    leave: 'Laisser de côté',
  },
  other: {
    words: (many: number, first: string) =>
      `Autre lecture${NBSP}: ${plural(many, 'point', 'points')}, à partir de ${quoted(first)}.`,
    take: 'L’autre lecture',
    back: 'La première lecture',
    only: 'Rien d’autre n’est un point',
    remembered: 'Lu comme le dernier fichier de même forme qui a été corrigé.',
    without: 'Lire sans cela',
  },
  columns: {
    number: 'N°',
    title: 'Intitulé',
    duration: 'Durée',
    nature: 'Nature',
    reading: 'Lecture',
    compared: 'Par rapport à l’actuel',
  },
  sure: 'Sûre',
  check: 'À vérifier',
  seen: 'Relue',
  left: 'Laissé de côté',
  take: (title: string) => `Prendre ${quoted(title)}`,
  readAs: (excerpt: string) => `Lu${NBSP}: ${quoted(excerpt)}`,
  readSurely: (excerpt: string, confidence: number) =>
    `Lu${NBSP}: ${quoted(excerpt)}, sûr à ${Math.round(confidence * 100)}${NBSP}%`,
  at: (time: string) => `à ${formatTime(time)}`,
  requestedBy: (who: string) => `demandé par ${who}`,
  compared: {
    policy: `Si le point existe déjà${NBSP}:`,
    policies: { update: 'Mettre à jour', add: 'Ajouter', skip: 'Ignorer' },
    fields: fieldWords,
    value: valueWords,
    new: 'Nouveau',
    same: 'Identique',
    skipped: 'Déjà là, ignoré',
    moved: 'Déplacé',
    changed: (changes: readonly FieldChange[], isMoved: boolean) => {
      const [first] = changes
      const many = changes.length + (isMoved ? 1 : 0)
      if (many > 1) return plural(many, 'différence', 'différences')
      return first === undefined ? (isMoved ? 'Déplacé' : 'Identique') : changedWords[first.field]
    },
    nothingKept: 'Valeurs actuelles gardées',
    movedWords: 'Le fichier place ce point ailleurs.',
    byHand: '(saisi à la main)',
    keep: 'Garder l’actuel',
    keepLabel: (field: FieldChange['field']) => `Garder l’actuel${NBSP}: ${fieldWords[field]}`,
    keepPlace: 'Garder sa place',
    question: (title: string) => `Même sujet que ${quoted(title)}${THIN}?`,
    yes: 'Oui, mettre à jour',
    no: 'Non, ajouter',
    range: (words: string) => `Durée ${quoted(words)}${NBSP}:`,
    looksLike: (name: string) => `${quoted(name)} ressemble à`,
    keepName: (name: string) => `Garder ${quoted(name)}`,
    differences: (many: number) =>
      many === 0
        ? 'Aucune différence avec l’ordre du jour actuel'
        : `${plural(many, 'différence', 'différences')} avec l’ordre du jour actuel`,
    comparing: 'Comparaison avec l’ordre du jour actuel…',
    nothingNew: `Rien de nouveau${NBSP}: l’ordre du jour dit déjà la même chose.`,
    nothingShown: 'Aucune ligne à montrer ici.',
    updated: (many: number) =>
      many === 1
        ? `L’ordre du jour reprend 1 différence du fichier`
        : `L’ordre du jour reprend ${many} différences du fichier`,
  },
  gone: {
    title: (many: number) => `Dans l’ordre du jour, pas dans le fichier${NBSP}: ${many}`,
    words: 'Ces points restent, sauf ceux que l’on coche pour les retirer.',
    withdraw: (title: string) => `Retirer ${quoted(title)}`,
    withdrawn: 'Retiré',
    kept: 'Gardé',
  },
  right: 'C’est juste',
  correct: 'Corriger',
  mergeUp: 'Fusionner avec le précédent',
  split: 'Couper au curseur',
  done: 'Terminé',
  fields: {
    title: 'Intitulé',
    kind: 'Sorte',
    nature: 'Nature',
    presenter: 'Présenté par',
    organisation: 'Organisme',
    requester: 'Demandé par',
    duration: 'Durée',
    fixedStart: 'Heure fixe',
    note: 'Note interne',
  },
  meeting: {
    region: 'Séance',
    target: 'Reprendre dans',
    newMeeting: 'Une nouvelle séance',
    sealed: `Le compte rendu de cette séance est approuvé et scellé${NBSP}: aucun fichier n’y change plus rien.`,
    sealedInstead: `Choisir une autre séance dans ${quoted('Reprendre dans')}, ou établir un rectificatif depuis son compte rendu.`,
    sealedGo: 'Ouvrir son compte rendu',
    title: 'Intitulé de la séance',
    number: 'Numéro',
    date: 'Date',
    start: 'Début',
    end: 'Fin',
    place: 'Lieu',
    more: 'Intitulé, numéro, lieu',
    moreHolds: ({ title, number, place }: { title: string; number: number | null; place: string }) =>
      [title, number === null ? '' : numbered(number), place].filter((words) => words !== '').join(', '),
    dateMissing: 'Le fichier ne donne pas la date : la choisir.',
    yearMissing: 'Le fichier ne donne pas l’année : choisir la date.',
    says: `Le fichier dit${NBSP}:`,
    sources: 'Où cela a été lu',
    sourceFields: {
      title: 'intitulé',
      number: 'numéro',
      date: 'date',
      startTime: 'début',
      endTime: 'fin',
      place: 'lieu',
      videoLink: 'visioconférence',
    },
    source: (fields: readonly string[], words: string, isUnsure: boolean) =>
      `${fields.join(', ')}${NBSP}: lu dans ${quoted(words)}${isUnsure ? ', à vérifier' : ''}`,
    same: 'Comme la séance',
    saysOther: {
      startTime: (time: string) => `début à ${formatTime(time)}`,
      endTime: (time: string) => `fin à ${formatTime(time)}`,
      place: (place: string) => `lieu${NBSP}: ${place}`,
      videoLink: (link: string) => `visioconférence${NBSP}: ${link}`,
    },
    instead: (words: string) => `au lieu de ${words}`,
    take: 'Reprendre les heures et le lieu du fichier',
    move: (date: string) => `Déplacer la séance au ${formatDate(date)}`,
    dateSaid: (said: string, present: string) =>
      `Le fichier dit le ${formatDate(said)}, la séance est prévue le ${formatDate(present)}.`,
    reason: 'Motif du déplacement',
    reasonNeeded: 'Donner le motif du déplacement.',
    yearFromMeeting: '(année prise dans la séance)',
    proposed: 'Dates possibles',
    proposal: (date: string) => formatShortDate(date, true),
  },
} as const
