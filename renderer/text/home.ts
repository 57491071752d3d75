import type { Output } from '../../electron/contract/index.ts'
import { formatDuration, quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type TaskKind = Output<'home.get'>['tasks'][number]['kind']

export const homeText = {
  goFor: (place: string, task: string) => `${place}, ${task}`,
  nextIn: (days: number) => {
    if (days === 0) return 'Prochaine séance, aujourd’hui'
    if (days === 1) return 'Prochaine séance, demain'
    return `Prochaine séance, dans ${plural(days, 'jour', 'jours')}`
  },
  inSession: 'Séance en cours',
  latestSince: 'Séance passée, à terminer',
  none: 'Aucune séance à venir',
  noMeeting: 'Aucune séance',
  noneHint: 'Une date suffit pour en créer une.',
  openAgenda: 'Ouvrir l’ordre du jour',
  openSession: 'Rejoindre la séance',
  prepare: 'Plan du mois',
  stages: 'Étapes de la séance',
  todo: 'Ce qui reste à faire',
  taskCount: (tasks: number, late: number) => {
    const all = plural(tasks, 'tâche', 'tâches')
    return late === 0 ? all : `${all}, ${plural(late, 'en retard', 'en retard')}`
  },
  /** Answers asked for, and how many of them came. */
  asked: (asked: number, answered: number) => `${plural(answered, 'réponse', 'réponses')} sur ${asked}`,
  preparation: 'Plan du mois',
  convocationBefore: (date: string) => `Au plus tard ${date}`,
  missingReplies: (count: number) => `${plural(count, 'réponse manque', 'réponses manquent')}.`,
  missingDocuments: (documents: number) =>
    `${plural(documents, 'document est attendu', 'documents sont attendus')}.`,
  nothingTodo: 'Rien à faire cette semaine.',
  nothingTodoHint: 'Les tâches des séances en cours apparaîtront ici, avec leur date.',
  now: 'maintenant',
  today: 'aujourd’hui',
  calendar: 'Toutes les séances',
  open: 'Autres séances ouvertes',
  noneOpen: 'Aucune autre séance en cours.',
  copyTitle: 'Garder une seconde copie des données',
  copyAsk: 'Vérifiée, dans un dossier du réseau par exemple, toutes les 15 minutes et à la fermeture.',
  copyChoose: 'Choisir un dossier…',
  copyLater: 'Plus tard',
  copyFailed: (folder: string) => `La dernière copie vers le dossier ${quoted(folder)} a échoué.`,
  stage: {
    agenda: 'Ordre du jour',
    convocation: 'Convocation',
    meeting: 'Séance',
    minutes: 'Compte rendu',
    approval: 'Approbation',
  },
  itemCount: (items: number) => plural(items, 'point', 'points'),
  draftItems: (items: number) => `${plural(items, 'point', 'points')}, en projet`,
  /** The members were convened with a draft: nothing is published yet. */
  sentDraft: (items: number) => `${plural(items, 'point', 'points')}, en projet, non publié`,
  toBuild: 'à composer',
  before: (date: string) => `au plus tard ${date}`,
  minutesBefore: (date: string) => `avant ${date}`,
  convened: 'envoyée',
  convenedElsewhere: 'notée, sans envoi d’ici',
  notConvened: 'aucun envoi d’ici',
  nextSession: 'à la séance suivante',
  approved: 'approuvé',
  todayMark: (date: string) => `Aujourd’hui, ${date}`,
  copiedAt: (when: string) => `Copie vérifiée ${when}`,
}

export const taskText: Readonly<
  Record<Exclude<TaskKind, 'plan'>, { title: (count: number) => string; detail: string; go: string }>
> = {
  'trim-agenda': {
    title: (count) =>
      `Raccourcir l’ordre du jour de ${count < 60 ? plural(count, 'minute', 'minutes') : formatDuration(count)}`,
    detail: 'La fin calculée dépasse la fin prévue.',
    go: 'Ordre du jour',
  },
  'build-agenda': {
    title: () => 'Composer l’ordre du jour',
    detail: 'Peu de points sont inscrits.',
    go: 'Ordre du jour',
  },
  convene: {
    title: () => 'Envoyer la convocation',
    detail: 'Avec l’ordre du jour et les pièces.',
    go: 'Envois',
  },
  hold: {
    title: () => 'Tenir la séance',
    detail: 'L’ouvrir puis la lever, ou la noter tenue.',
    go: 'En séance',
  },
  close: {
    title: () => 'Lever la séance',
    detail: 'Elle est en cours.',
    go: 'En séance',
  },
  'start-minutes': {
    title: () => 'Commencer le compte rendu',
    detail: 'La séance est tenue et rien n’est encore écrit.',
    go: 'Compte rendu',
  },
  'finish-minutes': {
    title: () => 'Terminer le compte rendu',
    detail: 'Il n’est pas encore validé.',
    go: 'Compte rendu',
  },
  'approve-minutes': {
    title: () => 'Faire approuver le compte rendu',
    detail: 'Il est validé ; une séance l’approuve, ou les membres par écrit.',
    go: 'Compte rendu',
  },
  'carry-over': {
    title: (count) => `Reprendre ${plural(count, 'point resté ouvert', 'points restés ouverts')}`,
    detail: 'Reportés, non traités ou à présenter.',
    go: 'Reports',
  },
  'late-actions': {
    title: (count) => `Relancer ${plural(count, 'action en retard', 'actions en retard')}`,
    detail: 'Leur échéance est passée.',
    go: 'Décisions et actions',
  },
  'missing-replies': {
    title: (count) => `Obtenir ${plural(count, 'réponse qui manque', 'réponses qui manquent')}`,
    detail: 'La convocation est partie.',
    go: 'Participants',
  },
  'missing-documents': {
    title: (count) => `Obtenir ${plural(count, 'document attendu', 'documents attendus')}`,
    detail: 'Demandés pour un point et pas encore reçus.',
    go: 'Documents',
  },
  'answer-observations': {
    title: (count) => `Répondre à ${plural(count, 'observation', 'observations')} sur le compte rendu`,
    detail: 'Reçues des relecteurs, encore ouvertes.',
    go: 'Compte rendu',
  },
}
