import type { Outcome } from '../../electron/domain/minutes/minutes.ts'
import type { Lack, ReadLine } from '../../electron/domain/session/notation.ts'
import type { Stance } from '../../electron/domain/session/session.ts'
import { withDe } from '../../electron/domain/text/elision.ts'
import { formatDate, formatDuration, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const lineKindText: Readonly<Record<ReadLine['kind'], string>> = {
  note: 'Note',
  decision: 'Décision',
  action: 'Action',
  intervention: 'Intervention',
  watch: 'Veille',
  question: 'Question ouverte',
  position: 'Position',
}

/** An unfavourable position is no error: red is kept for those. */
export const stanceTones: Readonly<Record<Stance, 'ok' | 'warn' | 'plum' | 'mute'>> = {
  favorable: 'ok',
  reserves: 'warn',
  defavorable: 'plum',
  reservee: 'mute',
  sansAvis: 'mute',
}

export const outcomeActText: Readonly<Partial<Record<Outcome, string>>> = {
  reporte: 'Reporter à une autre séance',
  retire: 'Retirer de l’ordre du jour',
  nonTraite: 'Noter non traité',
}

export const sessionText = {
  screen: 'En séance',
  field: 'Ligne de notes',
  reworded: 'réécrite dans le compte rendu',
  lines: 'Lignes notées',
  opened: (time: string) => `Ouverte à ${time}`,
  estimatedEnd: (time: string, isTomorrow: boolean) =>
    isTomorrow ? `fin estimée demain à ${time}` : `fin estimée ${time}`,
  late: (minutes: number) => `${formatDuration(minutes)} de retard`,
  early: (minutes: number) => `${formatDuration(minutes)} d’avance`,
  open: 'Ouvrir la séance',
  opening: 'Ouverture…',
  heldWithoutNotes: 'Séance tenue',
  heldWithoutNotesLead: 'Rien n’a été noté en séance. Le compte rendu se rédige sur son écran.',
  cancelled: 'Séance annulée',
  openLead:
    'L’heure d’ouverture est notée, le compte rendu commence et le premier point est en cours. Tout se note au clavier, dans une seule ligne.',
  past: 'Le jour de la séance est passé',
  pastLead:
    'La noter tenue si elle a eu lieu\u00a0: les heures écrites dans le compte rendu restent. L’ouvrir sert à noter maintenant ce qui s’y est dit.',
  heldLead: 'La séance est levée. Les notes restent ici ; le compte rendu en est tiré.',
  noItems: 'L’ordre du jour est vide',
  noItemsLead: 'Ajouter un premier point pour ouvrir la séance.',
  close: 'Lever la séance…',
  closeSynonyms: 'clore clôturer terminer fermer fin',
  closed: 'Séance levée, compte rendu préparé à partir des notes',
  toMinutes: 'Aller au compte rendu',
  presenter: 'Écran partagé',
  saveDraft: 'Exporter le projet (Word et PDF)',
  draftSaved: (word: string, pdf: string) => `Projet exporté : ${word} et ${pdf}`,
  suspend: 'Suspendre',
  resume: 'Reprendre',
  suspended: (time: string) => `Séance suspendue depuis ${time}`,

  items: 'Points',
  done: (count: number, all: number) => `${count} sur ${all}`,
  planned: (time: string, minutes: number) =>
    [time, minutes === 0 ? '' : formatDuration(minutes)].filter((part) => part !== '').join(', '),
  since: (time: string, planned: number) =>
    planned === 0 ? `depuis ${time}` : `depuis ${time}, ${formatDuration(planned)}`,
  spent: (time: string, minutes: number) =>
    `${time}, ${minutes === 0 ? 'moins d’une minute' : `durée réelle ${formatDuration(minutes)}`}`,
  added: 'ajouté en séance',
  itemActs: (title: string) => `Actes sur le point ${title}`,
  clearOutcome: 'Annuler cette issue',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  addItem: 'Ajouter un point',
  newItem: 'Titre du point ajouté',
  newItemHelp: 'Entrée ajoute le point après le point en cours.',

  current: 'Point en cours',
  nothingOn: 'Aucun point en cours',
  timer: 'Temps du point',
  of: (minutes: number) => `sur ${formatDuration(minutes)}`,
  over: 'dépassé de',
  noDuration: 'sans durée prévue',
  timerSaid: {
    5: 'Il reste 5 minutes pour ce point.',
    1: 'Il reste 1 minute pour ce point.',
    0: 'Le temps prévu pour ce point est dépassé.',
  } as Readonly<Record<number, string>>,

  log: 'Notes du point',
  logEmpty: 'Rien n’est encore noté pour ce point.',
  number: (kind: 'decision' | 'action', number: string) =>
    `${kind === 'decision' ? 'Décision' : 'Action'} ${number}`,
  due: (date: string) => formatDate(date),
  dueUnknown: (words: string) => `${quoted(words)} : sans date`,
  noDay: (words: string) => `${quoted(words)}\u00a0: ce jour n’existe pas`,
  notSaved: 'Pas encore enregistré',
  retry: 'Réessayer',
  edit: 'Corriger cette ligne',
  remove: 'Retirer cette ligne',
  removed: 'Ligne retirée',
  lineActs: (line: string) => `Actes sur la ligne ${line}`,
  makeKind: (kind: string) => `En faire : ${kind.toLowerCase()}`,
  moveTo: (number: string, title: string) => `Vers ${number === '' ? title : `le point ${number}`}`,
  moveElsewhere: 'Vers un autre point, par son numéro',
  line: 'Noter',
  lineHint: 'Écrire une note, D : décision, A : @qui action…',
  editing: 'Correction d’une ligne notée',
  speaksNext: (name: string) => `Ensuite, la parole à ${name}`,
  elsewhere: (number: string, title: string) =>
    `vers ${number === '' ? quoted(title) : `le point ${number}`}`,
  beforeItems: 'avant le premier point',
  unknownItem: (number: string) => `le point ${number} n’existe pas`,
  lacks: {
    words: 'rien à noter encore',
    organisation: 'nommer l’organisme, suivi de deux-points s’il n’est pas dans l’annuaire',
    item: 'passer à un point, ou écrire #2',
    stance: 'dire favorable, avec réserves, défavorable, réserve ou sans avis',
  } satisfies Readonly<Record<Lack, string>>,
  linesApart: (count: number) => `${plural(count, 'ligne', 'lignes')}, chacune à part`,
  keptAsNote: (why: string) => `Gardé comme note. Ce qui manque\u00a0: ${why}`,
  reopened: (number: string, title: string) =>
    `De nouveau ${number === '' ? quoted(title) : `au point\u00a0${number}`}`,
  backTo: (number: string, title: string) =>
    `Revenir ${number === '' ? `à ${quoted(title)}` : `au point\u00a0${number}`}`,
  unknownName: (words: string) => `${quoted(words)} n’est pas dans l’annuaire`,
  sameName: (count: number) => plural(count, 'personne de ce nom', 'personnes de ce nom'),
  otherPerson: 'autre personne',
  /** Of an action given to an organisation: who will be reminded. */
  answering: (name: string) => `rappel à ${name}`,
  nobodyAnswers: 'sans titulaire à qui écrire',
  giveDue: 'donner une échéance',
  otherDue: 'autre échéance',
  dueDate: 'Échéance',
  noDue: 'Sans échéance',
  backToLine: 'revenir à la ligne',
  positions: 'Positions',
  addPosition: 'Noter une position',
  organisation: 'Organisme',
  stance: 'Position',
  positionWords: 'En ses mots',
  keepPosition: 'Noter',
  closeForm: 'Fermer',
  editPosition: (who: string) => `Corriger la position ${withDe(who)}`,
  removePosition: (who: string) => `Retirer la position ${withDe(who)}`,
  positionRemoved: 'Position retirée',
  positionNoted: (who: string, stance: string) => `Position notée\u00a0: ${who}, ${stance.toLowerCase()}`,
  positionReplaced: (who: string, before: string, after: string) =>
    `${who} : ${after.toLowerCase()} remplace ${before.toLowerCase()}`,
  positionReworded: (who: string, stance: string) => `${who} : ${stance.toLowerCase()}, nouvelle formulation`,
  keepAsNote: 'garder comme note',
  readAgain: 'lire les marques',
  legend: [
    ['D :', 'décision'],
    ['A :', 'action'],
    ['V :', 'veille'],
    ['? :', 'question'],
    ['P :', 'position'],
    ['@', 'intervention'],
  ] as const,
  legendElse: 'sinon, note',
  names: 'Noms proposés',
  counts: (decisions: number, actions: number, positions: number, questions: number) => [
    plural(decisions, 'décision', 'décisions'),
    plural(actions, 'action', 'actions'),
    ...(positions === 0 ? [] : [plural(positions, 'position', 'positions')]),
    ...(questions === 0 ? [] : [plural(questions, 'question ouverte', 'questions ouvertes')]),
  ],
  keys: {
    attendance: 'Présences',
    pause: 'suspendre',
    position: 'position',
    recall: 'Reprendre la dernière ligne',
    next: 'Point suivant',
    previous: 'Point précédent',
    giveDate: 'Corriger l’échéance',
    nextPerson: 'Nommer une autre personne',
    toActs: 'Aller aux actes du point',
    toItem: 'Revenir au point',
  },
} as const
