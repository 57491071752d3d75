import type { ArrivalKind } from '../../electron/domain/documents/file-signs.ts'
import { quoted } from '../../electron/domain/text/french.ts'

const NBSP = '\u00a0'

/** Over the window while files are above it, and while they are looked at. */
export const dropText = {
  here: 'Déposer\u00a0: chaque fichier est reconnu par ce qu’il contient',
  /** The name of a mail whose words were pasted. */
  copiedMail: 'Message collé.eml',
  /** What a place most often gets. */
  takes: {
    returnedMinutes: 'des corrections',
    returnedAgenda: 'des corrections',
    notebook: 'un carnet de notes rempli',
    transcript: 'une transcription',
    attendanceReport: 'un rapport de présence',
    sheet: 'une fiche de présentation',
    reply: 'des réponses à la convocation',
    approvalReply: 'des réponses à l’approbation par écrit',
    mail: 'des messages ou une fiche de présentation',
    delivery: 'une livraison du Journal officiel',
    directory: 'une liste de personnes',
    watchList: 'un tableau de textes',
    agenda: 'un ordre du jour',
    picture: 'une image',
    teamFile: 'le fichier de connexion d’une équipe',
    backup: 'une sauvegarde',
    attachment: 'des documents',
  } satisfies Record<ArrivalKind, string>,
  hint: (taken: string) => `Déposer ${taken}, ou tout autre fichier`,
  /** In the status line, under a dialog. */
  held: (names: readonly string[]) =>
    names.length === 1
      ? `${quoted(names[0] ?? '')} attend\u00a0: il sera lu quand la question affichée sera close.`
      : `${names.length}${NBSP}fichiers attendent\u00a0: ils seront lus quand la question affichée sera close.`,
  looking: (names: readonly string[]) =>
    names.length === 1
      ? `Reconnaissance de ${quoted(names[0] ?? '')}…`
      : `Reconnaissance de ${names.length}${NBSP}fichiers…`,
}
