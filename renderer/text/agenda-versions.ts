import type { AgendaStatus } from '../../electron/contract/agenda.ts'
import type { AgendaChange, MovedHour } from '../../electron/domain/agenda/version.ts'
import { formatTime } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const NBSP = '\u00a0'

const hour = (time: string | null) => (time === null ? 'sans heure' : formatTime(time))

/** "point 3, 14 h 30", or only what of it is known. */
function place(number: string | null, start: string | null): string {
  const words = [
    number === null || number === '' ? '' : `point${NBSP}${number}`,
    start === null ? '' : formatTime(start),
  ]
  return words.filter((word) => word !== '').join(', ') || 'sans numéro'
}

export const versionsText = {
  state: {
    draft: 'Projet',
    submitted: 'Envoyé à la présidence',
    validated: 'Validé',
    validatedChanged: 'Validé, modifié depuis',
    published: (version: number) => `Publié, v${version}`,
    publishedChanged: (version: number) => `v${version} modifiée`,
  },
  /** The state in a sentence, with its who and when. */
  draftWords: 'En projet, pas encore envoyé à la présidence.',
  submittedWords: (to: string, when: string) =>
    to === '' ? `Envoyé à la présidence le ${when}.` : `Envoyé à ${to} le ${when}.`,
  validatedWords: (by: string, when: string) => `Validé par ${by} le ${when}.`,
  instant: (day: string, time: string) => `${day} à ${time}`,
  changedSinceValidation: 'Modifié depuis la validation.',

  menu: 'Actions de l’ordre du jour',
  sendDraft: 'Envoyer à la présidence…',
  sendDraftAgain: 'Envoyer de nouveau à la présidence…',
  submit: 'Envoyé par un autre moyen…',
  validate: 'Valider…',
  publish: (version: number) => `Publier la v${version}`,
  publishAsking: (version: number) => `Publier la v${version}…`,
  publishing: 'Publication…',
  preparing: 'Préparation…',
  beforePublishing: {
    title: 'Avant de publier l’ordre du jour',
    act: (odd: number) => (odd === 0 ? 'Publier' : `Publier, ${plural(odd, 'ligne', 'lignes')} à regarder`),
  },
  backToDraft: 'Remettre en projet',
  send: 'Préparer l’envoi',
  emptyAgenda: 'Ajouter d’abord un point à l’ordre du jour.',

  submitTitle: 'Noter un envoi à la présidence',
  submitLead: 'La date est notée, pour un projet parti autrement que d’ici.',
  submitTo: 'Envoyé à',
  submitConfirm: 'Noter l’envoi',
  submitted: (to: string) =>
    to === '' ? 'Ordre du jour envoyé à la présidence' : `Ordre du jour envoyé à ${to}`,
  validateTitle: 'Valider l’ordre du jour',
  validateLead: 'L’ordre du jour est retenu tel qu’il est maintenant.',
  validatedBy: 'Validé par',
  validateConfirm: 'Valider',
  validated: (by: string) => `Ordre du jour validé par ${by}`,
  nameNeeded: 'Écrire qui a validé l’ordre du jour.',
  publishTitle: (version: number) => `Publier la version${NBSP}${version}`,
  publishChanged:
    'L’ordre du jour a été modifié depuis sa validation. La version publiée est gardée telle quelle.',
  publishUnvalidated:
    'L’ordre du jour n’a pas encore été validé. La version publiée est gardée telle quelle.',
  publishConfirm: 'Valider et publier',
  publishedToast: (version: number) => `Version${NBSP}${version} publiée, son PDF est gardé`,
  backToDraftDone: 'Ordre du jour remis en projet',

  pane: 'État et versions',
  openPane: 'Versions',
  stateHeading: 'État',
  since: (version: number) => `Ce qui change depuis la v${version}`,
  between: (before: number, after: number) => `De la v${before} à la v${after}`,
  noChange: 'Aucun point ne change.',
  place: (change: AgendaChange) =>
    change.type === 'moved'
      ? `${place(change.numberBefore, change.startBefore)} → ${place(change.numberAfter, change.startAfter)}`
      : change.type === 'added'
        ? place(change.numberAfter, change.startAfter)
        : place(change.numberBefore, change.startBefore),
  edit: (field: string, before: string, after: string) =>
    `${field}${NBSP}: ${before === '' ? '–' : before} → ${after === '' ? '–' : after}`,
  hours: 'Porteurs dont l’heure change',
  noHour: 'Aucun porteur ne change d’heure.',
  hourMove: ({ before, after }: MovedHour) => `${hour(before)} → ${hour(after)}`,
  tell: 'Prévenir',
  tellWhom: (who: string) => `Prévenir ${who}`,
  sendChanges: 'Préparer l’envoi des modifications',
  previewChanges: 'Aperçu des modifications',
  versions: 'Versions publiées',
  noVersion: 'Aucune version publiée. La première se publie une fois l’ordre du jour validé.',
  version: (number: number) => `Version${NBSP}${number}`,
  publishedWords: (when: string, who: string) => `Publiée le ${when} par ${who}`,
  versionValidated: (by: string) => `Validée par ${by}`,
  open: 'Ouvrir',
  openVersion: (number: number) => `Ouvrir la version${NBSP}${number}`,
  save: 'Exporter…',
  saveVersion: (number: number) => `Exporter la version${NBSP}${number}…`,
  saving: 'Enregistrement…',
  saved: (name: string) => `Version enregistrée${NBSP}: ${name}`,

  previewForm: 'Forme de l’ordre du jour',
  forms: {
    timedAgenda: 'Ordre du jour, avec les heures',
    agenda: 'Ordre du jour, en liste',
    agendaChanges: 'Modifications',
    runningOrder: 'Déroulé',
    chairBrief: 'Fiche de la présidence',
  },

  missingApprovals: (minutes: number) =>
    minutes < 2
      ? 'Un compte rendu attend son approbation et n’est pas à l’ordre du jour.'
      : `${plural(minutes, 'compte rendu attend', 'comptes rendus attendent')} leur approbation sans être à l’ordre du jour.`,
  addApprovals: (minutes: number) => (minutes < 2 ? 'Ajouter le point' : 'Ajouter les points'),
  approvalsAdded: 'Approbations ajoutées en tête',
  fromTemplate: 'Partir de l’ordre du jour type',
  templateLaid: 'Ordre du jour type mis en place',
} as const

/** The state as a word or two. */
export function stateWords({ state, changedSinceValidation, versions }: AgendaStatus): string {
  const number = versions[0]?.number ?? 1
  const { state: words } = versionsText
  if (state === 'published')
    return changedSinceValidation ? words.publishedChanged(number) : words.published(number)
  if (state === 'validated' && changedSinceValidation) return words.validatedChanged
  return words[state]
}
