import type { DayCounting, PlanAct, PlannedTask } from '../../electron/domain/meetings/back-planning.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Proof = NonNullable<PlannedTask['proof']>['by']

/** The act a line leads to, as a choice of the list. */
export const planActText: Readonly<Record<PlanAct, string>> = {
  callForSubjects: 'Appel à sujets',
  carryOver: 'Reports',
  buildAgenda: 'Ordre du jour',
  submitAgenda: 'Ordre du jour, envoi à la présidence',
  convene: 'Convocation',
  remindSlides: 'Relance des supports',
  countReplies: 'Réponses',
  prepareRoom: 'Documents et projection',
  writeMinutes: 'Compte rendu',
  sendDraftMinutes: 'Envoi du projet de compte rendu',
  remindReviewers: 'Relance de relecture',
  remindActions: 'Relance des actions',
}

export const countingText: Readonly<Record<DayCounting, string>> = {
  calendar: 'jours calendaires',
  working: 'jours ouvrés',
}

const proofText: Readonly<Record<Proof, string>> = {
  messageSent: 'Message envoyé',
  nothingToCarry: 'Rien n’est resté ouvert',
  agendaSubmitted: 'Ordre du jour envoyé à la présidence',
  agendaPublished: 'Ordre du jour publié',
  meetingConvened: 'Séance convoquée',
  convenedUnpublished: 'Séance convoquée, ordre du jour non publié',
  documentsReceived: 'Tous les documents attendus sont reçus',
  minutesWritten: 'Compte rendu rédigé',
  minutesSent: 'Compte rendu en relecture',
  minutesValidated: 'Compte rendu validé',
  noOpenAction: 'Aucune action ouverte',
}

export const planText = {
  title: 'Rétroplanning',
  list: 'Tâches de la séance, par date',
  empty: 'Cette séance n’a pas de rétroplanning.',
  lay: 'Poser le rétroplanning type',
  add: 'Ajouter une tâche',
  fresh: 'Nouvelle tâche',
  meeting: 'Séance',
  today: (date: string) => `Aujourd’hui, ${date}`,
  done: (title: string) => `Fait : ${title}`,
  doneOn: (date: string) => `Fait le ${date}`,
  provedOn: (by: Proof, date: string | null) =>
    date === null ? proofText[by] : `${proofText[by]} le ${date}`,
  byItself: 'Coché par ce qui a été fait : rien à cocher ici.',
  late: (days: number) => `En retard de ${plural(days, 'jour', 'jours')}`,
  over: 'Plus à faire',
  count: (done: number, all: number) => `${done} sur ${plural(all, 'tâche faite', 'tâches faites')}`,
  edit: (title: string) => `Modifier ${quoted(title)}`,
  close: 'Fermer',
  editAct: 'Modifier',
  remove: (title: string) => `Retirer ${quoted(title)}`,
  removeTask: 'Retirer la tâche',
  removed: 'Tâche retirée',
  printed: ['Échéance', 'Tâche', 'État'],
  fields: { title: 'Tâche', days: 'Jours', side: 'Moment', counting: 'Décompte', act: 'Mène à' },
  sides: { before: 'avant la séance', after: 'après la séance' },
  noAct: 'Rien (à cocher)',
  calendarHelp:
    'Un jour calendaire qui n’est pas ouvré passe au jour ouvré précédent, ou suivant après la séance.',
}

export const planTemplateText = {
  title: 'Rétroplanning type',
  lead: 'Posé sur chaque nouvelle séance. Les séances déjà créées gardent le leur, modifiable dans leur préparation.',
  list: 'Lignes du rétroplanning type',
  empty: 'Aucune ligne : les nouvelles séances n’auront pas de rétroplanning.',
  add: 'Ajouter une ligne',
  removed: 'Ligne retirée du rétroplanning type',
}

/** "30 jours avant", "5 jours ouvrés après", "le jour même". */
export function offsetWords(offsetDays: number, counting: DayCounting): string {
  if (offsetDays === 0) return 'le jour même'
  const days =
    counting === 'working'
      ? plural(Math.abs(offsetDays), 'jour ouvré', 'jours ouvrés')
      : plural(Math.abs(offsetDays), 'jour', 'jours')
  return `${days} ${offsetDays < 0 ? 'avant' : 'après'}`
}
