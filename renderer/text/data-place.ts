import type { Output } from '../../electron/contract/index.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

type Risk = NonNullable<Output<'dataPlace.get'>['risk']>

/** « OneDrive », or what can be said of a service that is not known. */
function serviceOf(risk: Extract<Risk, { kind: 'synchronised' }>): string {
  return risk.service ?? 'un service en ligne'
}

export const dataPlaceText = {
  section: 'Où sont les données',
  safe: (folder: string) => `Sur le disque de cet ordinateur, dans le dossier ${quoted(folder)}.`,
  /** The fact, then what may happen. */
  happens: (risk: Risk) =>
    risk.kind === 'network'
      ? 'Les données sont sur un lecteur réseau. Une coupure pendant un enregistrement peut y abîmer le fichier, et rien n’y garantit que deux ordinateurs ne l’ouvrent pas ensemble.'
      : `Les données sont dans un dossier que synchronise ${serviceOf(risk)}. Un service qui copie le fichier pendant que l’on écrit peut l’abîmer ; ouvert sur deux ordinateurs, il se dédouble sans prévenir.`,
  nothingLost: 'Rien n’est perdu à ce jour.',
  advice:
    'Les déplacer sur cet ordinateur copie tout, compare chaque fichier, puis continue avec la copie. L’ancienne reste gardée là où elle est.',
  stillUseful:
    'Ce dossier peut servir de second dossier : n’y arrivent que des copies terminées et vérifiées.',
  move: 'Déplacer les données sur cet ordinateur',
  moveElsewhere: 'Choisir un dossier de cet ordinateur…',
  moving: 'Déplacement…',
  progress: (done: number, total: number) =>
    `Déplacement : ${done} sur ${plural(total, 'fichier copié', 'fichiers copiés')}`,
  moved: ({ meetings, files, folderName }: NonNullable<Output<'dataPlace.move'>>) =>
    `Données déplacées dans ${quoted(folderName)} : ${plural(meetings, 'séance', 'séances')}, ${plural(files, 'fichier comparé', 'fichiers comparés')}.`,
  keep: 'Garder ici',
  kept: 'Garder les données ici a été choisi pour ce dossier.',
  cameFrom: (when: string, folder: string, aside: string | null) =>
    aside === null
      ? `Déplacées le ${when} depuis le dossier ${quoted(folder)}, où l’ancienne copie est gardée.`
      : `Déplacées le ${when} depuis le dossier ${quoted(folder)}, où l’ancienne copie est gardée sous ${quoted(aside)}.`,
  copiesFine: (risk: Risk) =>
    risk.kind === 'network'
      ? 'Ce dossier est sur le réseau : cela convient, il n’y arrive que des copies terminées et vérifiées.'
      : `Ce dossier est synchronisé par ${serviceOf(risk)} : cela convient, il n’y arrive que des copies terminées et vérifiées.`,
}
