import { takenMinutesText } from '../../electron/domain/old-files/taken-words.ts'
import { withDe } from '../../electron/domain/text/elision.ts'
import { formatDateWithoutWeekday, formatTime, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { attendanceStatusText } from './attendance.ts'

const NBSP = '\u00a0'

export const importMinutesText = {
  sections: 'Parties du document',
  section: {
    items: 'Points',
    participants: 'Participants',
    decisions: 'Décisions',
    actions: 'Actions',
    rest: 'Suite et suivi',
  },
  import: 'Reprendre le compte rendu',
  importSheet: 'Reprendre les présences',
  imported: 'Compte rendu repris',
  importedSheet: 'Présences reprises',
  nothingTaken: 'Prendre au moins une ligne.',
  matching: 'Rapprochement avec l’annuaire…',
  take: (name: string) => `Prendre ${quoted(name)}`,
  none: {
    participants: 'Le fichier ne nomme aucun participant.',
    decisions: 'Le fichier ne dit aucune décision.',
    actions: 'Le fichier ne dit aucune action.',
  },
  columns: {
    taken: 'Pris',
    name: 'Nom',
    organisation: 'Organisme',
    status: 'Présence',
    directory: 'Annuaire',
    text: 'Texte',
    place: 'Point',
    owner: 'Qui',
    due: 'Échéance',
    reading: 'Lecture',
  },
  notSaid: 'Non dit',
  fields: {
    familyName: 'Nom de famille',
    givenName: 'Prénom',
    organisation: 'Organisme',
    role: 'Fonction',
    status: 'Présence',
    representedBy: 'Personne qui représente',
    entry: 'Fiche de l’annuaire',
    text: 'Texte',
    number: 'Numéro imprimé',
    place: 'Sous le point',
    owner: 'Responsable',
    dueDate: 'Échéance',
    mandate: 'Mandat',
  },
  representedBy: (who: string) => `Représentation par ${who}`,
  inDirectory: 'Connu',
  asked: 'Qui est-ce\u202f?',
  unknown: 'Absent de l’annuaire',
  toAdd: 'À ajouter',
  written: 'Garder le nom écrit, sans fiche',
  known: { decision: 'Déjà au registre', action: 'Déjà au registre' },
  doubts: {
    reading: 'Lecture incertaine.',
    name: 'L’annuaire connaît un nom qui ressemble\u00a0: dire qui c’est.',
    like: 'Une seule fiche convient, sans certitude.',
    mark: 'La séance le note autrement.',
    place: 'Le fichier ne dit pas sous quel point\u00a0: le choisir, ou laisser à part.',
    year: 'Le fichier ne dit pas l’année de l’échéance\u00a0: la choisir.',
    empty: 'Le texte manque.',
  },
  missing: { participants: 'Le nom de famille manque.' },
  markKept: (now: string, read: string) =>
    `Noté dans la séance${NBSP}: ${now}. Dans le fichier${NBSP}: ${read}.`,
  replaceMark: 'Prendre la présence du fichier',
  keepMark: 'Garder celle de la séance',
  itIs: (name: string) => `C’est ${name}`,
  noPlace: `À part, sous ${quoted(takenMinutesText.ownItem)}`,
  lostPlace: 'Point laissé de côté',
  statuses: attendanceStatusText,
  newPeople: {
    title: 'Nouvelles personnes',
    hint: 'Cocher celles qui doivent entrer dans l’annuaire\u202f; les autres gardent leur nom dans la séance, sans fiche.',
    namesTitle: 'Noms absents de l’annuaire',
    namesHint:
      'Cocher ceux qui doivent y entrer\u202f; les autres restent tels qu’ils sont écrits dans les points.',
    all: 'Tout cocher',
    none: 'Tout décocher',
    add: (name: string) => `Ajouter ${name} à l’annuaire`,
    organisations: 'Nouveaux organismes',
    addOrganisation: (name: string) => `Ajouter l’organisme ${quoted(name)}`,
    mandateOf: (name: string) => `Mandat ${withDe(name)}`,
    mandates: { none: 'Sans mandat', titulaire: 'Titulaire', suppleant: 'Suppléance' },
  },
  rest: {
    next: 'Noter la prochaine réunion dans le compte rendu',
    nextHint: 'Aucune séance n’est créée.',
    when: (date: string | null, time: string | null, place: string | null) =>
      [
        date === null ? null : date.startsWith('-') ? 'date sans année' : formatDateWithoutWeekday(date),
        time === null ? null : formatTime(time),
        place,
      ]
        .filter((words) => words !== null && words !== '')
        .join(', '),
    history: 'Recopier le suivi du document reçu à la fin du compte rendu',
    step: takenMinutesText.step,
  },
  dueProposed: 'Échéances possibles',
  toCheck: (many: number) => plural(many, 'ligne à vérifier', 'lignes à vérifier'),
} as const

export const reviewText = {
  title: 'Relire avant de reprendre',
  next: 'Prochaine à vérifier',
  apply: 'reprendre',
  toggle: 'Prendre ou laisser',
  correct: 'Corriger',
  indent: 'Placer un niveau plus bas',
  outdent: 'Placer un niveau plus haut',
  up: 'Monter',
  down: 'Descendre',
  add: 'Ajouter un point à la main',
  linesTitle: 'Lignes du fichier reçu',
  roles: {
    item: 'Point',
    person: 'Participant',
    decision: 'Décision',
    action: 'Action',
    nothing: 'Rien',
    agenda: 'L’ordre du jour commence ici',
  },
  noLines: 'Choisir d’abord des lignes du fichier.',
  follow: 'Lire de même les lignes semblables',
  undoReview: 'Annuler la dernière correction',
  nothingToUndo: 'Rien n’est à annuler dans cette relecture.',
}
