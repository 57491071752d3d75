import type { ArrivalKind } from '../../electron/domain/documents/file-signs.ts'

const NBSP = '\u00a0'

/** Over the window while files are above it, and while they are looked at. */
export const dropText = {
  here: 'Déposer\u00a0: chaque fichier est reconnu par ce qu’il contient',
  hints: {
    returnedMinutes: 'Déposer des corrections, ou tout autre fichier',
    returnedAgenda: 'Déposer des corrections, ou tout autre fichier',
    notebook: 'Déposer un carnet de notes rempli, ou tout autre fichier',
    transcript: 'Déposer une transcription, ou tout autre fichier',
    attendanceReport: 'Déposer un rapport de présence, ou tout autre fichier',
    sheet: 'Déposer une fiche de présentation, ou tout autre fichier',
    reply: 'Déposer des réponses à la convocation, ou tout autre fichier',
    approvalReply: 'Déposer des réponses à l’approbation par écrit, ou tout autre fichier',
    mail: 'Déposer des messages ou une fiche de présentation, ou tout autre fichier',
    delivery: 'Déposer une livraison du Journal officiel, ou tout autre fichier',
    directory: 'Déposer une liste de personnes, ou tout autre fichier',
    watchList: 'Déposer un tableau de textes, ou tout autre fichier',
    agenda: 'Déposer un ordre du jour, ou tout autre fichier',
    picture: 'Déposer une image, ou tout autre fichier',
    teamFile: 'Déposer le fichier de connexion d’une équipe, ou tout autre fichier',
    backup: 'Déposer une sauvegarde, ou tout autre fichier',
    attachment: 'Déposer des documents, ou tout autre fichier',
  } satisfies Record<ArrivalKind, string>,
  looking: (names: readonly string[]) =>
    names.length === 1
      ? `Reconnaissance de «${NBSP}${names[0] ?? ''}${NBSP}»…`
      : `Reconnaissance de ${names.length}${NBSP}fichiers…`,
}
