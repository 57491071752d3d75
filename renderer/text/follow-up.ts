import { meetingName, numbered, shortMeetingName } from '../../electron/domain/meetings/meeting-name.ts'
import type { ActionState } from '../../electron/domain/minutes/action.ts'
import type { DecisionStanding } from '../../electron/domain/minutes/decision.ts'
import type {
  DueGroup,
  FollowUpCheck,
  FollowUpEvent,
  FollowUpStep,
} from '../../electron/domain/minutes/follow-up.ts'
import { formatDateWithoutWeekday, formatNarrowDate, quoted } from '../../electron/domain/text/french.ts'
import { count, plural } from '../../electron/domain/text/plural.ts'

export const checkText: Readonly<Record<FollowUpCheck, string>> = {
  noOwner: 'Sans responsable',
  noDate: 'Sans échéance',
  movedTwice: 'Reportée deux fois ou plus',
  ownerLeft: 'Responsable sans mandat',
}

const days = (number: number) => plural(number, 'jour', 'jours')

export const followUpText = {
  title: 'Décisions et actions',
  tabs: {
    label: 'Vues du registre',
    /** In the bar, where the title says of what. */
    inBar: { open: 'Ouvertes', closed: 'Closes' },
    open: 'Actions ouvertes',
    closed: 'Actions closes',
    decisions: 'Décisions',
    checks: 'À contrôler',
  },
  /** How many are open, the tab says. */
  facts: (late: number) => (late === 0 ? 'aucune action en retard' : `${count(late)} en retard`),
  actionCount: (actions: number) => plural(actions, 'action', 'actions'),
  decisionCount: (decisions: number) => plural(decisions, 'décision', 'décisions'),
  chosen: (number: number) => plural(number, 'choisie', 'choisies'),
  filter: 'Filtrer',
  filters: {
    state: 'État',
    owner: 'Responsable',
    organisation: 'Organisme',
    meeting: 'Séance',
    series: 'Série',
    check: 'Contrôle',
    late: 'En retard',
    allStates: 'tous',
    allOwners: 'tous',
    allOrganisations: 'tous',
    allMeetings: 'toutes',
    allSeries: 'toutes',
    allChecks: 'tous',
    clear: 'Tout afficher',
  },
  columns: {
    number: 'Numéro',
    action: 'Action',
    decision: 'Décision',
    owner: 'Responsable',
    due: 'Échéance',
    closed: 'Close le',
    state: 'État',
  },
  groups: (group: DueGroup, next: { number: number | null; date: string } | null): string => {
    switch (group) {
      case 'late':
        return 'En retard'
      case 'beforeNext':
        return next === null || next.number === null
          ? `Avant la prochaine séance${next === null ? '' : `, ${formatDateWithoutWeekday(next.date)}`}`
          : `Avant la ${meetingName(next.number, formatDateWithoutWeekday(next.date))}`
      case 'later':
        return 'Plus tard'
      case 'undated':
        return 'Sans échéance'
    }
  },
  origin: (number: number | null, date: string, item: string) => {
    const meeting = number === null ? meetingName(number, formatNarrowDate(date)) : numbered(number)
    return item === '' ? meeting : `${meeting}, point ${item}`
  },
  by: (number: string) => `par ${number}`,
  moves: (number: number) => plural(number, 'report', 'reports'),
  late: (number: number) => `${count(number)} j de retard`,
  lateLong: (number: number) => `${days(number)} de retard`,
  dueIn: (number: number) =>
    number === 0 ? 'aujourd’hui' : number === 1 ? 'demain' : `dans ${count(number)} j`,
  done: (number: string) => `Réalisée : ${number}`,
  empty: {
    open: 'Aucune action ouverte',
    closed: 'Aucune action close',
    decisions: 'Aucune décision',
    checks: 'Rien à contrôler',
  },
  emptyHint: {
    open: 'Les actions notées en séance ou dans un compte rendu apparaîtront ici, les plus urgentes d’abord.',
    closed: 'Les actions réalisées ou abandonnées apparaîtront ici.',
    decisions:
      'Les décisions notées en séance ou dans un compte rendu apparaîtront ici, avec ce qu’elles deviennent.',
    checks:
      'Chaque action ouverte a un responsable en fonction et une échéance qui n’a pas été reportée deux fois.',
  },
  noMatch: 'Rien ne correspond à ces filtres.',
  toMinutes: 'Aller aux séances',
  export: 'Exporter…',
  exporting: 'Export…',
  exported: (fileName: string) => `${quoted(fileName)} est exporté.`,
  remindOne: 'Écrire au responsable',
  remindSome: 'Écrire aux responsables',
  reminding: 'Préparation…',
  reminded: (messages: number) =>
    messages === 0
      ? 'Aucun rappel à préparer : aucune action ouverte n’a de responsable'
      : messages === 1
        ? '1 rappel préparé dans les envois'
        : `${count(messages)} rappels préparés dans les envois, un par responsable`,
  noMeeting: 'Les rappels se rattachent à la dernière séance tenue : il n’y en a pas encore.',
  seeDispatches: 'Ouvrir les envois',
  keys: { done: 'Réalisée ou à faire' },
  acts: {
    region: 'Suivi',
    done: 'Réalisée',
    start: 'En cours',
    reopen: 'Rouvrir',
    postpone: 'Reporter…',
    drop: 'Abandonner…',
    reassign: 'Confier à…',
    edit: 'Modifier…',
    replace: 'Remplacée par…',
    void: 'Sans objet…',
    inForce: 'Remettre en vigueur',
  },
  /** One by its number, several by how many they are. */
  said: {
    done: (which: string, number: number) =>
      number === 1 ? `${which} réalisée` : `${count(number)} actions réalisées`,
    inProgress: (which: string, number: number) =>
      number === 1 ? `${which} en cours` : `${count(number)} actions en cours`,
    todo: (which: string, number: number) =>
      number === 1 ? `${which} rouverte` : `${count(number)} actions rouvertes`,
    dropped: (which: string, number: number) =>
      number === 1 ? `${which} abandonnée` : `${count(number)} actions abandonnées`,
    postponed: (which: string, number: number, date: string) =>
      number === 1 ? `${which} reportée au ${date}` : `${count(number)} actions reportées au ${date}`,
    reassigned: (which: string, number: number, name: string) => {
      const said = number === 1 ? which : `${count(number)} actions`
      if (name === '') return `${said} sans responsable`
      return `${said} ${number === 1 ? 'confiée' : 'confiées'} à ${name}`
    },
    decision: (which: string, standing: DecisionStanding) =>
      `${which} ${{ inForce: 'de nouveau en vigueur', toApprove: 'de nouveau à approuver', replaced: 'remplacée', void: 'sans objet' }[standing]}`,
  },
  form: {
    newDate: 'Nouvelle échéance',
    why: 'Motif',
    whyDropped: 'Motif de l’abandon',
    whyVoid: 'Pourquoi elle est sans objet',
    whyOptional: 'Motif (facultatif)',
    postpone: 'Reporter',
    drop: 'Abandonner',
    void: 'Déclarer sans objet',
    replace: 'Remplacer',
    reassign: 'Confier',
    save: 'Enregistrer',
    needsDate: 'Choisir une date',
    needsReason: 'Écrire le motif',
    needsDecision: 'Choisir la décision',
    sameDate: 'C’est déjà son échéance. Choisir une autre date.',
    beforeMeeting: 'Cette date précède la séance. Choisir une date après elle.',
    someCannot:
      'Cette date est déjà l’échéance d’une des actions, ou précède sa séance. Choisir une autre date.',
    text: 'Action',
    owner: 'Responsable',
    organisation: 'Organisme',
    due: 'Échéance imprimée',
    doneOn: 'Réalisée le',
    replacedBy: 'Décision qui la remplace',
    other: 'Une autre',
    cannotReplace:
      'Cette décision ne peut pas prendre sa place : elle lui est antérieure, ou c’est elle qui la remplace déjà. En choisir une autre.',
    ownerHelp: 'Le compte rendu approuvé garde le nom imprimé.',
    notApproved: 'Tant que le compte rendu n’est pas approuvé, il change avec.',
    approved:
      'Le compte rendu est approuvé : ce qui est imprimé ne change plus. Le suivi continue à côté : réaliser, reporter, confier.',
  },
  fields: {
    owner: 'Responsable',
    reminded: 'Rappel à',
    due: 'Échéance',
    state: 'État',
    meeting: 'Séance',
    item: 'Point',
    closedOn: { done: 'Réalisée le', dropped: 'Abandonnée le' },
    reason: 'Motif',
    decisions: 'Décisions',
    actions: 'Actions',
    replacedBy: 'Remplacée par',
    replaces: 'Remplace',
    checks: 'À contrôler',
    since: 'Depuis le',
  },
  nobody: 'personne à choisir',
  noAddress: 'sans adresse',
  noDue: 'Aucune',
  first: (date: string) => `(d’abord ${date})`,
  printedOwner: (name: string) => `(d’abord ${name})`,
  provisional: 'numéro provisoire',
  openMinutes: 'Ouvrir le compte rendu',
  movesTitle: 'Reports de l’échéance',
  moveColumns: { on: 'Le', from: 'De', to: 'À' },
  moveWhy: (reason: string, who: string) => reasonAndWho(reason, who),
  history: 'Historique',
  many: (number: number) => plural(number, 'action choisie', 'actions choisies'),
  manyHint: 'Ce qui est fait ici vaut pour toutes, et s’annule d’un coup.',
  action: 'Action',
  decision: 'Décision',
} as const

export const remindersText = {
  title: 'Rappels',
  /** The act: how many it would write to. */
  act: (persons: number) =>
    persons === 0 ? 'Rappels…' : `Rappels, ${plural(persons, 'destinataire', 'destinataires')}…`,
  to: 'À qui écrire',
  /** Both count persons, where the page behind counts actions. */
  late: 'Responsables en retard',
  all: 'Tous les responsables',
  lead: 'Un brouillon à chaque personne, avec tout ce qui lui est confié, ce qui est en retard d’abord.',
  persons: 'Destinataires',
  prepare: (messages: number) => `Préparer ${plural(messages, 'message', 'messages')}`,
}

export const newActionText = {
  act: 'Nouvelle action',
  lead: 'Elle prend le numéro suivant de la séance et entre dans son compte rendu, qui n’est pas encore approuvé.',
  noMinutes:
    'Aucun compte rendu n’est ouvert : commencer celui de la prochaine séance pour y noter une action.',
  meeting: 'Séance',
  item: 'Point',
  itemHelp: 'Sous lequel le compte rendu l’imprime.',
  add: 'Ajouter l’action',
  adding: 'Ajout…',
  added: (number: string) => `Action ${number} ajoutée`,
  wordsNeeded: 'Écrire d’abord ce qui est à faire.',
  itemNeeded: 'L’ordre du jour de cette séance n’a aucun point.',
}

/** A stop of the thread, and its second line. */
export function eventWords(
  event: FollowUpEvent,
  origin: { number: number | null; date: string; itemNumber: string },
): { title: string; detail: string } {
  switch (event.kind) {
    case 'created': {
      const title = `Notée à la ${shortMeetingName(origin.number, formatDateWithoutWeekday(origin.date))}`
      return { title, detail: origin.itemNumber === '' ? '' : `Point ${origin.itemNumber}` }
    }
    case 'duePassed':
      return { title: 'Échéance passée', detail: '' }
    case 'reminded':
      return { title: 'Rappel envoyé', detail: `À ${event.name}` }
    case 'step':
      return { title: stepTitle(event.step), detail: reasonAndWho(event.step.reason, event.step.who) }
  }
}

function stepTitle({ kind, fromValue, toValue, decisionId }: FollowUpStep): string {
  if (kind === 'owner') return toValue === '' ? 'Responsable retiré' : `Confiée à ${toValue}`
  if (kind === 'date') {
    const to = formatDateWithoutWeekday(toValue)
    if (fromValue === '') return `Échéance fixée au ${to}`
    return toValue > fromValue ? `Reportée au ${to}` : `Avancée au ${to}`
  }
  if (decisionId !== null) return decisionStep(toValue)
  return isState(toValue) ? actionSteps[toValue] : toValue
}

/** A state, or the number of the decision in its place. */
function decisionStep(value: string): string {
  if (value === 'inForce') return 'De nouveau en vigueur'
  return value === 'void' ? 'Sans objet' : `Remplacée par ${value}`
}

const actionSteps: Readonly<Record<ActionState, string>> = {
  todo: 'Rouverte',
  inProgress: 'En cours',
  postponed: 'Reportée',
  done: 'Réalisée',
  dropped: 'Abandonnée',
}
const isState = (value: string): value is ActionState => value in actionSteps

/** "Relecture en cours (essai)". */
function reasonAndWho(reason: string, who: string): string {
  if (who === '') return reason
  return reason === '' ? `Par ${who}` : `${reason} (${who})`
}
