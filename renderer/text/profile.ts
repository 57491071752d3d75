import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const profileText = {
  title: 'Profil complet',
  lead: 'Toutes les données en un seul dossier ou fichier .zip\u00a0: il s’ouvre dans un navigateur, sans l’application, et peut être repris à l’identique sur un autre poste.',
  personal:
    'Il contient tout, y compris l’annuaire et les notes du secrétariat. Le remettre seulement à qui peut tout lire.',
  exportFolder: 'Exporter un dossier…',
  exportZip: 'Exporter un .zip…',
  importProfile: 'Lire un profil…',
  exporting: 'Export du profil…',
  importing: 'Reprise du profil…',
  progress: (words: string, done: number, total: number) =>
    `${words} ${Math.floor((100 * done) / Math.max(1, total))}\u00a0%`,
  stop: 'Arrêter',
  exported: (name: string, meetings: number, pieces: number) =>
    `Profil exporté dans ${quoted(name)}\u00a0: ${plural(meetings, 'séance', 'séances')}, ${plural(pieces, 'fichier conservé', 'fichiers conservés')}.`,
  damagedPieces: (pieces: number) =>
    pieces === 1
      ? 'Un fichier conservé était déjà endommagé\u00a0: il est joint tel quel, et ne sera pas repris sur un autre poste. Restaurer une sauvegarde plus ancienne peut le retrouver.'
      : `${plural(pieces, 'fichier conservé', 'fichiers conservés')} étaient déjà endommagés\u00a0: ils sont joints tels quels, et ne seront pas repris sur un autre poste. Restaurer une sauvegarde plus ancienne peut les retrouver.`,
  importTitle: 'Lire un profil\u202f?',
  importLead:
    'Les données du profil prendront la place des données actuelles, qui sont d’abord sauvegardées\u00a0: la sauvegarde «\u00a0avant une restauration\u00a0» permettra d’y revenir. Le profil est vérifié en entier avant tout changement.',
  chooseFolder: 'Choisir un dossier…',
  chooseZip: 'Choisir un .zip…',
  imported: (meetings: number) => `Profil repris\u00a0: ${plural(meetings, 'séance', 'séances')}`,
  refused: (count: number) =>
    `Ce profil n’est pas intact\u00a0: ${plural(count, 'fichier', 'fichiers')} à revoir. Rien n’a été modifié\u00a0: le recopier depuis son emplacement d’origine, puis réessayer.`,
} as const
