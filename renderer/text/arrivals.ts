import type { ArrivalKind } from '../../electron/domain/documents/file-signs.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const NBSP = '\u00a0'

export const arrivalsText = {
  /** What a file was told to be; `meeting` as in "séance n° 10 du 12 mars", empty for what is of none. */
  known: {
    returnedMinutes: (meeting) => `corrections du compte rendu, ${meeting}`,
    returnedAgenda: (meeting) => `corrections de l’ordre du jour, ${meeting}`,
    notebook: (meeting) => `carnet de notes, ${meeting}`,
    transcript: (meeting) => `transcription, ${meeting}`,
    attendanceReport: (meeting) => `rapport de présence, ${meeting}`,
    sheet: () => 'fiche de présentation remplie',
    reply: (meeting) => `réponse à la convocation, ${meeting}`,
    approvalReply: (meeting) => `réponse à l’approbation par écrit, ${meeting}`,
    mail: () => 'message',
    delivery: () => 'livraison du Journal officiel',
    directory: () => 'liste de personnes',
    watchList: () => 'tableau de textes',
    agenda: (meeting) =>
      meeting === '' ? 'ordre du jour ou compte rendu' : `ordre du jour ou compte rendu, ${meeting}`,
    picture: () => 'image',
    teamFile: () => 'fichier de connexion d’une équipe',
    backup: () => 'sauvegarde ; elle se choisit et se reprend ici',
    attachment: (meeting) => `document, ${meeting}`,
  } satisfies Record<ArrivalKind, (meeting: string) => string>,
  /** What is done with it. */
  acts: {
    returnedMinutes: (meeting) => `Lire les corrections du compte rendu de la ${meeting}`,
    returnedAgenda: (meeting) => `Lire les corrections de l’ordre du jour de la ${meeting}`,
    notebook: (meeting) => `Lire les notes du carnet de la ${meeting}`,
    transcript: (meeting) => `Lire la transcription de la ${meeting}`,
    attendanceReport: (meeting) => `Lire les présences de la ${meeting}`,
    sheet: () => 'Lire la fiche, pour un sujet',
    reply: (meeting) => `Lire la réponse à la convocation de la ${meeting}`,
    approvalReply: (meeting) => `Noter la réponse à l’approbation par écrit de la ${meeting}`,
    mail: () => 'En faire un sujet',
    delivery: () => 'Examiner la livraison du Journal officiel',
    directory: () => 'Lire la liste, pour l’annuaire',
    watchList: () => 'Lire le tableau de textes, pour la veille',
    agenda: (meeting) =>
      meeting === ''
        ? 'Lire l’ordre du jour ou le compte rendu'
        : `Lire l’ordre du jour ou le compte rendu, pour la ${meeting}`,
    picture: () => 'Insérer l’image ici',
    teamFile: () => 'Lire le fichier de connexion, pour rejoindre l’équipe',
    backup: () => 'Aller aux sauvegardes, où elle se reprend',
    attachment: (meeting) => `Joindre aux documents de la ${meeting}`,
  } satisfies Record<ArrivalKind, (meeting: string) => string>,
  /** Over the window while a file hangs above it. */
  recognised: (names: readonly string[], as: string) => `${namesOf(names)}${NBSP}: ${as}`,
  otherwise: 'Autre chose…',
  question: (files: number) =>
    files === 1 ? 'Que faire de ce fichier\u202f?' : 'Que faire de ces fichiers\u202f?',
  unrecognised: (files: number) =>
    files === 1
      ? `Rien n’y a été reconnu${NBSP}: il peut être joint à une séance.`
      : `Rien n’y a été reconnu${NBSP}: ils peuvent être joints à une séance.`,
  manyWays: (files: number) =>
    files === 1 ? 'Il peut se lire de plusieurs façons.' : 'Ils peuvent se lire de plusieurs façons.',
  whichMeeting: 'La séance dont il s’agit n’y est pas dite sûrement.',
  nothing: (names: readonly string[]) =>
    `${namesOf(names)}${NBSP}: rien n’a été reconnu, et il n’y a pas de séance à laquelle le joindre. Créer une séance, puis déposer de nouveau.`,
  refused: (name: string, why: string) => `${quoted(name)}${NBSP}: ${why}`,
  folder:
    'Un dossier ne se dépose pas. Déposer les fichiers qu’il contient, ou choisir le dossier dans Reprise.',
  toOldFiles: 'Ouvrir Reprise',
  leave: 'Ne rien faire',
  attached: (names: readonly string[], meeting: string) =>
    `${namesOf(names)} ${names.length === 1 ? 'joint' : 'joints'} aux documents, ${meeting}`,
  see: 'Voir',
  later: (files: number) => `${plural(files, 'autre fichier attend', 'autres fichiers attendent')}`,
  readNext: 'Lire la suite',
  approved:
    'Le compte rendu est approuvé\u00a0: il ne reçoit plus de corrections. Une erreur se corrige par un rectificatif.',
  waitsForMinutes: (name: string) =>
    `${quoted(name)} attend\u00a0: il sera lu dès que le compte rendu sera commencé.`,
  waitsForSession: (name: string) =>
    `${quoted(name)} attend\u00a0: les présences seront lues dès que la séance sera ouverte.`,
}

const MOST_NAMES = 2

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(quoted).join(', ')
  const more = names.length - MOST_NAMES
  return more > 0 ? `${shown} et ${plural(more, 'autre', 'autres')}` : shown
}
