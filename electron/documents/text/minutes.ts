import type { AttendanceStatus } from '../../domain/attendance/attendance.ts'
import type { DocumentStyle } from '../../domain/documents/document-style.ts'
import { meetingName, numbered } from '../../domain/meetings/meeting-name.ts'
import type { MinutesState } from '../../domain/minutes/minutes.ts'
import type { ApprovalMode } from '../../domain/minutes/version.ts'
import { withDe } from '../../domain/text/elision.ts'
import { enumerated, formatDateWithoutWeekday, stopped } from '../../domain/text/french.ts'
import { endedSentence } from '../../domain/text/french-sentence.ts'
import type { WatchStatus } from '../../domain/watch/watch.ts'
import { watchNatureWords } from '../../domain/watch/watch-words.ts'

type Word = 'séance' | 'réunion'

/** Who approved them, where no meeting is known to have. */
const approvedWithout = {
  meeting: 'par l’instance',
  written: 'par consultation écrite',
  tacit: 'par accord tacite à l’issue du délai',
} satisfies Record<ApprovalMode, string>

/** The same words in the minutes that were approved and in those of the meeting that approved them. */
function withCorrections(count: number, hasRetainedRemarks: boolean): string {
  if (count === 0) return hasRetainedRemarks ? '.' : ', sans correction.'
  return count === 1 ? ', avec la correction suivante\u00a0:' : ', avec les corrections suivantes\u00a0:'
}

export const minutesText = {
  mentions: {
    drafting: 'Projet',
    internalReview: 'Projet',
    review: 'Projet',
    validated: 'Projet',
    approved: 'Approuvé',
  } satisfies Record<MinutesState, string>,
  notices: {
    drafting: 'En cours de rédaction, avant relecture et approbation.',
    internalReview: 'En relecture interne, avant relecture par les membres et approbation.',
    review: 'Soumis à la relecture des membres, avant approbation.',
    validated: 'Validé par la présidence, en attente d’approbation par l’instance.',
    approved: '',
  } satisfies Record<MinutesState, string>,
  /** @param corrigenda number and day of each. */
  corrected: (corrigenda: readonly string[]) => {
    const all = enumerated(corrigenda)
    return `Rectifié par ${corrigenda.length === 1 ? 'le rectificatif' : 'les rectificatifs'} ${all}.`
  },
  corrigendum: (number: number, day: string) => `${numbered(number)} du ${day}`,

  attendance: 'Participants',
  attendanceColumns: { organisation: 'Organisme', person: 'Nom, fonction', status: 'Présence' },
  otherAttendees: 'Autres participants',
  presentCount: (present: number, all: number) => `${present} sur ${all}`,
  attendanceSummary: (present: number, all: number) =>
    present === 0
      ? `Aucune personne présente sur ${all}`
      : present === 1
        ? `1 personne présente sur ${all}`
        : `${present} personnes présentes sur ${all}`,
  present: (count: number) => (count < 2 ? `${count} personne présente` : `${count} personnes présentes`),
  seats: (taken: number, all: number) =>
    taken < 2 ? `${taken} siège pourvu sur ${all}` : `${taken} sièges pourvus sur ${all}`,
  representedSeats: (count: number) =>
    count === 0 ? '' : count === 1 ? 'dont 1 représenté' : `dont ${count} représentés`,
  representedPersons: (count: number) =>
    count === 0 ? '' : count === 1 ? ' 1 personne représentée.' : ` ${count} personnes représentées.`,
  onSiteAndRemote: (onSite: number, remote: number) => `dont ${onSite} sur place et ${remote} à distance`,
  remoteOnly: (remote: number) => `dont ${remote} à distance`,
  statuses: {
    surPlace: 'Sur place',
    visio: 'Visioconférence',
    audio: 'Téléphone',
    excuse: 'Absence excusée',
    absent: 'Absence',
    represente: 'Représentation',
    present: 'Présence',
  } satisfies Record<AttendanceStatus, string>,
  /** The list of organisations only. */
  organisationColumns: { organisation: 'Organisme', present: 'Participation' },
  organisationsSummary: (present: number, all: number) =>
    present < 2 ? `${present} organisme présent sur ${all}` : `${present} organismes présents sur ${all}`,
  nobodyNoted: 'Aucune présence n’est notée.',
  /** Whom their answers alone say to have been there, or represented. */
  announced: (count: number) =>
    count < 2
      ? `${count} présence reprise des réponses, à confirmer.`
      : `${count} présences reprises des réponses, à confirmer.`,
  persons: (present: number) => (present === 1 ? '1 personne' : `${present} personnes`),
  represented: 'Représentation',
  representedBy: (who: string) => `Représentation par ${who}`,
  statusUnknown: 'Non renseignée',
  organisationPeople: (organisation: string, names: string) => `${organisation}\u00a0: ${names}`,
  organisationsApart: '\u202f; ',
  remoteOne: 'à distance',
  representedOne: (by: string) => `par ${by}`,
  /** Before the names of those who were there, or were not. */
  collegeOf: (college: string, count: string) => `${college} (${count})\u00a0:`,
  apart: {
    represented: 'Représentations\u00a0:',
    excused: 'Absences excusées\u00a0:',
    absent: 'Absences\u00a0:',
    unknown: 'Présence non renseignée\u00a0:',
  },
  arrived: (time: string) => `arrivée à ${time}`,
  left: (time: string) => `départ à ${time}`,
  quorum: (present: number, members: number) => `Quorum\u00a0: ${present} sur ${members}.`,

  agenda: 'Ordre du jour',
  /** By the word that the secretariat has chosen. */
  record: {
    décisions: 'Relevé de décisions et d’actions',
    conclusions: 'Relevé de conclusions et d’actions',
  } satisfies Record<DocumentStyle['recordWord'], string>,
  recordTexts: {
    décisions: 'Décision ou action',
    conclusions: 'Conclusion ou action',
  } satisfies Record<DocumentStyle['recordWord'], string>,
  recordColumns: {
    number: 'N°',
    item: 'Point',
    owner: 'Responsable',
    due: 'Échéance',
  },
  recordEmpty: {
    décisions: 'Aucune décision ni action n’a été arrêtée.',
    conclusions: 'Aucune conclusion ni action n’a été arrêtée.',
  } satisfies Record<DocumentStyle['recordWord'], string>,
  nothing: '–',

  opening: (word: Word) => `Ouverture de la ${word}`,
  presentation: 'Présentation',
  exchanges: 'Échanges',
  /** Of an item that is not published. */
  reservedItem: 'Point réservé aux membres',
  /** Of somebody whose function nobody noted. */
  memberOf: 'Membre',
  guestOf: 'Personne invitée',
  /** Who took a position and has neither a body nor a function. */
  somebody: 'Une personne',
  positions: 'Positions exprimées',
  positionColumns: ['Organisme', 'Position', 'Précisions'],
  sectionEmpty: 'Rien n’est consigné pour ce point.',
  presentedBy: (who: string) => `Présenté par ${who}`,
  addedInSession: 'point ajouté en séance',
  toBePresentedBy: (who: string) => `Présentation prévue par ${who}`,
  forNature: (nature: string) => `pour ${nature}`,
  outcome: 'Issue du point.',
  minutesApproved: 'Le compte rendu est approuvé.',
  decision: (number: string) => `Décision ${number}.`,
  action: (number: string) => `Action ${number}.`,
  owner: (who: string) => `Responsable\u00a0: ${stopped(who)}`,
  due: (date: string) => `Échéance\u00a0: ${date}.`,

  watchHeading: 'Textes suivis',
  watchColumns: {
    text: 'Texte',
    published: 'Parution',
    inForce: 'Entrée en vigueur',
    applies: 'Application',
    audience: 'Public concerné',
    followUp: 'Suites',
  },
  joIssue: (number: string) => `JORF n°\u00a0${number}`,
  /** Another nature is not said. */
  watchNatures: { ...watchNatureWords, autre: '' },
  /** Printed in place of a date of publication. */
  watchStatuses: {
    announced: 'Annoncé',
    draft: 'En projet',
    consultation: 'En consultation',
    signed: 'Signé',
    published: 'Publié',
    inForce: 'En vigueur',
    repealed: 'Abrogé',
  } satisfies Record<WatchStatus, string>,
  textNumber: numbered,
  nor: (nor: string) => `NOR\u00a0:\u00a0${nor}`,
  textDate: (date: string) => `du ${formatDateWithoutWeekday(date)}`,
  draftText: 'Projet de texte',
  draftOf: (nature: string) => `Projet ${withDe(nature)}`,

  next: (word: Word) => `Prochaine ${word}`,
  nextPlace: (place: string) => `Lieu\u00a0: ${stopped(place)}`,
  closing: (word: Word) => `Clôture de la ${word}`,
  notClosed: (word: Word) => `La ${word} n’est pas encore levée.`,

  signatures: 'Signatures',

  followUp: 'Suivi du document',
  approval: 'Approbation',
  followUpColumns: { step: 'Étape', state: 'État', by: 'Par' },
  followUpSteps: {
    drafting: 'Rédaction',
    internalReview: 'Relecture interne',
    review: 'Relecture par les membres',
    validated: 'Validation par la présidence',
    approved: 'Approbation par l’instance',
  } satisfies Record<MinutesState, string>,
  stepDone: 'Terminée',
  stepCurrent: 'En cours',
  stepAhead: 'À venir',
  sentOn: (day: string) => `Envoyé le ${day}`,
  reviewed: (from: string, until: string) => `Du ${from} au ${until}`,
  doneOn: (day: string) => `Le ${day}`,
  validatedBy: (chair: string, day: string) =>
    `Le présent compte rendu a été validé par la présidence${chair === '' ? '' : ` (${chair})`}${day === '' ? '' : ` le ${day}`}.`,
  /**
   * @param by the meeting that approved them, where one did and is known.
   * @param day when that is not the day of that meeting.
   * @param corrections how many follow, and whether remarks were retained; null when nobody knows.
   */
  approvedBy: (
    mode: ApprovalMode,
    by: { word: Word; number: number | null; day: string } | null,
    day: string,
    corrections: { count: number; hasRetainedRemarks: boolean } | null,
  ) => {
    const who =
      by === null
        ? approvedWithout[mode]
        : `par l’instance lors de la ${meetingName(by.number, by.day, by.word)}`
    const how =
      corrections === null ? '.' : withCorrections(corrections.count, corrections.hasRetainedRemarks)
    return `Il a été approuvé${day === '' ? '' : ` le ${day}`} ${who}${how}`
  },
  takenOver: 'Ce compte rendu, repris d’anciens fichiers, est tenu pour approuvé.',
  /** Words of the approving meeting's minutes: the approval, the corrections as they were typed, the hash of the approved file. */
  approvalRecord: (
    minutes: { word: string; number: number | null; day: string },
    corrections: readonly string[],
    hasRetainedRemarks: boolean,
    hash: string,
  ) => [
    `Le compte rendu de la ${meetingName(minutes.number, minutes.day, minutes.word)} est approuvé${withCorrections(corrections.length, hasRetainedRemarks)}`,
    ...corrections.map(endedSentence),
    `Empreinte SHA-256 du compte rendu approuvé\u00a0: ${hash}.`,
  ],
  replies: (counted: { approves: number; observations: number; silent: number; unreached: number }) => {
    const { approves, observations, silent, unreached } = counted
    return [
      approves < 2 ? `${approves} approbation` : `${approves} approbations`,
      observations < 2 ? `${observations} observation` : `${observations} observations`,
      `${silent} sans réponse`,
      ...(unreached === 0 ? [] : [unreached < 2 ? `${unreached} non joint` : `${unreached} non joints`]),
    ].join(', ')
  },
  /** In the opening of the next meeting. */
  approvedByWriting: (
    minutes: { word: string; number: number | null; day: string },
    mode: Exclude<ApprovalMode, 'meeting'>,
    on: string,
    replies: string,
  ) =>
    `Le compte rendu de la ${minutes.word}${minutes.number === null ? '' : ` n°\u00a0${minutes.number}`} du ${minutes.day} a été approuvé ${mode === 'written' ? 'par consultation écrite' : 'par accord tacite'} le ${on}${replies === '' ? '' : `\u00a0: ${replies}`}.`,
  plannedHours: (range: string) => `prévue ${range}`,
} as const
