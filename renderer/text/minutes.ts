import type { MinutesState } from '../../electron/domain/minutes/minutes.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const minutesStateBadge: Readonly<Record<MinutesState, string>> = {
  drafting: 'En rédaction',
  internalReview: 'Relecture interne',
  review: 'En relecture',
  validated: 'Validé',
  approved: 'Approuvé',
}

/** The act that brings the minutes to a state. */
export const minutesStateAct: Readonly<Record<MinutesState, string>> = {
  drafting: 'Reprendre la rédaction',
  internalReview: 'Passer en relecture interne',
  review: 'Passer en relecture des membres',
  validated: 'Valider…',
  approved: 'Approuver…',
}

export const minutesText = {
  tooDeep: (most: number, tables: number) =>
    `Pas plus de ${plural(most, 'liste, citation ou tableau', 'listes, citations ou tableaux')} l’un dans l’autre, dont ${plural(tables, 'tableau', 'tableaux')}. Le texte n’a pas changé.`,
  tooLongToPaste:
    'Ce qui est copié est trop long pour un seul texte. Rien n’a été collé : le joindre à la séance comme pièce, ou le coller en plusieurs fois.',
  struckPasted: (words: readonly string[]) => {
    const named = words
      .slice(0, 3)
      .map((one) => quoted(one.length <= 60 ? one : `${one.slice(0, 58).trimEnd()}…`))
    const more = words.length > 3 ? ` et ${plural(words.length - 3, 'autre', 'autres')}` : ''
    return `Mots barrés, collés comme les autres\u00a0: ${named.join(', ')}${more}. Les retirer s’ils ne doivent pas rester.`
  },
  notStarted: 'Le compte rendu n’est pas commencé',
  beforeStart: 'Avant de commencer',
  notStartedHint:
    'Les points de l’ordre du jour deviendront ses sections, et les membres de l’annuaire ses présents.',
  start: 'Commencer le compte rendu',
  starting: 'Préparation…',
  stateMenu: 'État du compte rendu',
  stateNow: (state: MinutesState) => `Compte rendu : ${minutesStateBadge[state].toLowerCase()}`,
  stepBack: (state: MinutesState) => `Revenir à ${quoted(minutesStateBadge[state].toLowerCase())}`,
  approved: 'Ce compte rendu est approuvé : il se lit et se remet, il ne se modifie plus.',
  plan: 'Plan',
  text: 'Texte',
  head: 'En-tête et présents',
  tail: 'Prochaine séance et clôture',
  written: 'Section commencée',
  reserved: 'Réservé aux membres, absent de la version publique',
  presentedBy: (who: string) => `Présenté par ${who}`,
  toBePresentedBy: (who: string) => `Présentation prévue par ${who}`,
  planned: (hours: string) => `prévu ${hours}`,
  presentation: 'Présentation',
  exchanges: 'Échanges',
  outcome: 'Issue du point',
  noOutcome: 'Aucune issue',
  outcomeSentence: 'Phrase de l’issue',
  openingTime: 'Ouverture',
  closingTime: 'Clôture',
  openingText: 'Propos d’ouverture',
  closingText: 'Propos de clôture',
  nextMeeting: 'Prochaine séance',
  nextDate: 'Date',
  nextTime: 'Heure',
  nextPlace: 'Lieu',

  decision: 'Décision',
  action: 'Action',
  decisionText: (number: string) => `Texte de la décision ${number}`,
  actionText: (number: string) => `Texte de l’action ${number}`,
  owner: 'Responsable',
  organisation: 'Organisme',
  dueDate: 'Échéance',
  removeDecision: (number: string) => `Supprimer la décision ${number}`,
  removeAction: (number: string) => `Supprimer l’action ${number}`,
  decisionRemoved: (number: string) => `Décision ${number} supprimée`,
  actionRemoved: (number: string) => `Action ${number} supprimée`,
  chooseItem: 'Choisir d’abord un point de l’ordre du jour dans le plan.',

  tools: 'Écrire',
  toolbar: 'Mise en forme',
  tableTools: 'Tableau',
  noText: 'Placer d’abord le curseur dans un texte.',
  bold: 'Gras',
  italic: 'Italique',
  bulletList: 'Liste',
  orderedList: 'Liste numérotée',
  quote: 'Citation',
  link: 'Lien',
  table: 'Tableau',
  addRow: 'Ajouter une ligne',
  removeRow: 'Supprimer la ligne',
  addColumn: 'Ajouter une colonne',
  removeColumn: 'Supprimer la colonne',
  removeTable: 'Supprimer le tableau',
  linkAddress: 'Adresse du lien',
  linkRule: 'Commencer par https://, http:// ou mailto:.',
  linkApply: 'Poser le lien',
  linkRemove: 'Retirer le lien',

  faces: { page: 'Page', notes: 'Notes', observations: 'Observations' },
  preview: 'Page',
  previewSynonyms: 'aperçu pdf imprimer exporter document',
  decisions: (count: number) => plural(count, 'décision', 'décisions'),
  actions: (count: number) => plural(count, 'action', 'actions'),
  words: (count: number) => plural(count, 'mot', 'mots'),
  nextSection: 'Section suivante',
  previousSection: 'Section précédente',
}
