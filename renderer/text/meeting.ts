import type { MeetingMode, MeetingState } from '../../electron/domain/meetings/meeting.ts'
import type { MinutesState } from '../../electron/domain/minutes/minutes.ts'
import { plural } from './plural.ts'

export const meetingStateText: Readonly<Record<MeetingState, string>> = {
  planned: 'Prévue',
  convened: 'Convoquée',
  inSession: 'En séance',
  held: 'Tenue',
  cancelled: 'Annulée',
}

export const minutesStateText: Readonly<Record<MinutesState, string>> = {
  drafting: 'CR en rédaction',
  internalReview: 'CR en relecture interne',
  review: 'CR en relecture',
  validated: 'CR validé',
  approved: 'Approuvé',
}

export const meetingModeText: Readonly<Record<MeetingMode, string>> = {
  surPlace: 'Sur place',
  visio: 'Visio',
  hybride: 'Hybride',
}

/** The act that brings a meeting into a state. */
export const meetingActText: Readonly<Record<MeetingState, string>> = {
  planned: 'Revenir à prévue',
  convened: 'Convoquée par un autre moyen…',
  inSession: 'Ouvrir la séance',
  held: 'Noter tenue…',
  cancelled: 'Annuler la séance…',
}

export const meetingText = {
  year: (year: number) => `Séances ${year}`,
  acts: 'Actions de la séance',
  yearTitle: 'Année des séances',
  previousYear: 'Année précédente',
  nextYear: 'Année suivante',
  yearThread: (year: number) => `Année ${year}`,
  count: (meetings: number) => plural(meetings, 'séance', 'séances'),
  newMeeting: 'Nouvelle séance',
  takenOver: 'Reprise',
  columns: {
    number: 'N°',
    date: 'Date',
    times: 'Horaire',
    place: 'Mode et lieu',
    state: 'État',
    items: 'Points',
    decisions: 'Décisions',
    actions: 'Actions',
    present: 'Présents',
  },
  ahead: 'à venir',
  emptyYear: 'Aucune séance cette année',
  emptyYearHint: 'Les séances de l’année apparaîtront ici, de la plus récente à la plus ancienne.',
  numbered: (number: number) => `Séance n° ${number}`,
  shortNumber: (number: number) => `N° ${number}`,
  unnumbered: 'Séance sans numéro',
  title: (number: number | null, date: string) =>
    number === null ? `Séance du ${date}` : `Séance n° ${number} du ${date}`,
  live: (number: number | null) =>
    number === null ? 'Séance en cours' : `Séance n°\u00a0${number}, en cours`,
  tabs: 'Étapes de la séance',
  previousTab: 'Étape précédente',
  nextTab: 'Étape suivante',
  create: 'Créer la séance',
  creating: 'Création…',
  createTitle: 'Nouvelle séance',
  date: 'Date',
  start: 'Début',
  end: 'Fin',
  place: 'Lieu',
  mode: 'Mode',
  videoLink: 'Lien de visioconférence',
  chair: 'Présidence',
  secretary: 'Secrétariat',
  number: 'Numéro',
  numberHelp: 'Donné à la convocation ; il reste si la séance est déplacée ou annulée.',
  titleField: 'Intitulé',
  titleHelp: 'Laisser vide pour « Séance n° … du … ».',
  endBeforeStart: (start: string) =>
    `La fin précède le début. Choisir une heure après ${start}, ou du lendemain si la séance dure moins de 12 heures.`,
  endsNextDay: (date: string | null, end: string) =>
    date === null ? `Fin le lendemain, à ${end}.` : `Fin le lendemain, ${date}, à ${end}.`,
  series: 'Série',
  noSeries: 'Aucune',
  seriesHelp: 'La série donne la suite des numéros et les membres convoqués.',
  ruleDate: (date: string) => `Date de la règle : ${date}.`,
  numberTaken: 'Ce numéro est déjà donné cette année dans la série. Choisir un autre numéro.',
  template: 'Inscrire d’abord l’approbation, le suivi et les questions diverses',
  identity: 'La séance',
  when: 'Date et heures',
  where: 'Lieu et accès',
  who: 'Conduite',
  moveAct: 'Déplacer…',
  moveTitle: 'Déplacer la séance',
  moveLead:
    'La date d’origine et le motif sont gardés ; le numéro aussi, sauf s’il est déjà donné dans une autre année.',
  newDate: 'Nouvelle date',
  reason: 'Motif',
  moveConfirm: 'Déplacer la séance',
  moveFollows: 'La séance est convoquée. Le déplacement entraîne :',
  notMovable: 'Une séance tenue ou annulée ne se déplace pas.',
  moveFollowsList: [
    'les réponses reçues sont à confirmer pour la nouvelle date ;',
    'le rétroplanning et ses échéances suivent ;',
    'le fichier calendrier est à renvoyer, avec le message de changement de date.',
  ],
  onHoliday: (name: string) => `Ce jour est férié : ${name}.`,
  onWeekEnd: 'Ce jour tombe un week-end.',
  dateChangeMessage: 'Préparer le message',
  moved: 'Séance déplacée',
  movedFrom: (from: string, to: string, reason: string) =>
    reason === '' ? `Du ${from} au ${to}` : `Du ${from} au ${to} : ${reason}`,
  moves: 'Déplacements',
  cancelAct: 'Annuler la séance…',
  cancelTitle: 'Annuler la séance',
  cancelLead:
    'La séance reste dans la liste, annulée, avec son motif. Une séance annulée peut être rétablie.',
  cancelConfirm: 'Annuler la séance',
  cancelFollows:
    'Les membres sont convoqués : le message d’annulation et le fichier calendrier qui retire la séance restent à envoyer.',
  cancellationMessage: 'Préparer l’annulation',
  keep: 'Ne rien changer',
  cancelled: 'Séance annulée',
  cancelledBecause: (reason: string) =>
    reason === '' ? 'Cette séance est annulée.' : `Cette séance est annulée : ${reason}`,
  remove: 'Mettre à la corbeille',
  removed: 'Séance mise à la corbeille',
  restored: 'Séance restaurée',
  stateNow: (state: string) => `Séance notée ${state.toLowerCase()}`,
  times: (start: string, end: string | null, endsNextDay: boolean) => {
    if (end === null) return start
    return endsNextDay ? `${start} – ${end} (le lendemain)` : `${start} – ${end}`
  },
  reasonNeeded: 'Indiquer d’abord un motif.',
  dateNeeded: 'Choisir d’abord une date.',
}

export const binText = {
  lead: 'Une séance mise à la corbeille y reste 30 jours. Une séance convoquée s’annule, elle ne se supprime pas.',
  empty: 'La corbeille est vide',
  emptyHint: 'Les séances supprimées avant leur convocation apparaîtront ici pendant 30 jours.',
  deletedOn: 'Supprimée le',
  restore: 'Restaurer',
}
