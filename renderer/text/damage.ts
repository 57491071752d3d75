import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const damageText = {
  data: (time: string) => `À ${time}, une partie des données n’a pas pu être lue.`,
  disk: (time: string) => `À ${time}, le disque n’a pas pu lire une partie des données.`,
  gone: (time: string) =>
    `À ${time}, le dossier des données n’était plus à sa place : supprimé, renommé ou débranché. Plus rien n’est enregistré depuis. S’il a été renommé ou débranché, le remettre en place, puis vérifier les données ; sinon, la vérification mène à une sauvegarde.`,
  /** @param held what each holds; null when the copy is encrypted */
  older: (at: string, changes: number | null, held: { inside: string; now: string } | null) => {
    if (changes === null)
      return `Les données ouvertes sont d’autres données que celles de ce poste, dont la dernière sauvegarde est de ${at}${held === null ? '' : ` (${held.inside}, contre ${held.now})`}. Elle est gardée tant que personne n’a répondu.`
    const more = plural(changes, 'modification', 'modifications')
    return held === null
      ? `Les données ouvertes sont plus anciennes que leur copie chiffrée de ${at}, qui contient ${more} de plus. Sa phrase de passe l’ouvre dans Sauvegardes. Elle est gardée tant que personne n’a répondu.`
      : `Les données ouvertes sont plus anciennes que leur sauvegarde de ${at}, qui contient ${more} de plus (${held.inside}, contre ${held.now}). Elle est gardée tant que personne n’a répondu.`
  },
  lostLog:
    'L’application n’avait pas été fermée, et le journal de ses derniers enregistrements a disparu : ce qui a été écrit en dernier manque peut-être.',
  rows: (
    count: number,
    named: readonly { where: string; name: string; meeting: string | null }[],
    lastGood: string | null,
  ) => {
    const words = named.map(({ where, name, meeting }) =>
      [`${where}${name === '' ? '' : ` : ${quoted(name)}`}`, meeting === null ? '' : `séance du ${meeting}`]
        .filter((some) => some !== '')
        .join(', '),
    )
    const more = count - named.length
    const which = [...words, ...(more > 0 ? [`et ${plural(more, 'autre', 'autres')}`] : [])].join(' ; ')
    const copy =
      lastGood === null
        ? 'Aucune sauvegarde d’avant n’est connue.'
        : `La sauvegarde de ${lastGood} les a encore tels qu’ils étaient : l’ouvrir pour comparer.`
    return `${plural(count, 'texte n’est plus tel qu’il a été enregistré', 'textes ne sont plus tels qu’ils ont été enregistrés')}, à cause du disque ou d’un autre programme (${which}). ${copy} Ce qui est récrit dans l’application fait foi.`
  },
  keepRows: 'Relu, garder tel quel',
  counts: (meetings: number, minutes: number, actions: number) =>
    [
      plural(meetings, 'séance', 'séances'),
      plural(minutes, 'compte rendu', 'comptes rendus'),
      plural(actions, 'action', 'actions'),
    ].join(', '),
  toBackups: 'Voir les sauvegardes',
  keep: 'Garder ces données',
  safe: (lastGood: string | null) =>
    lastGood === null
      ? 'Plus rien n’y est écrit, et tout reste en place.'
      : `Plus rien n’y est écrit, et tout reste en place. La dernière bonne sauvegarde est de ${lastGood}.`,
  typed: 'Ce qui est à l’écran sans être enregistré : le copier ailleurs avant de continuer.',
  examine: 'Vérifier les données',
  examining: 'Vérification…',
  sound: 'Les données ont été vérifiées en entier : rien ne manque.',
  files: (missing: number, altered: number) => {
    const words = [
      missing === 0 ? '' : plural(missing, 'fichier manque', 'fichiers manquent'),
      altered === 0 ? '' : plural(altered, 'fichier est altéré', 'fichiers sont altérés'),
    ].filter((some) => some !== '')
    return `À côté des données, ${words.join(' et ')}. Les textes et les autres fichiers sont là.`
  },
  openFiles: 'Voir l’état des fichiers',
  damagedBackups: (damaged: number) =>
    `${plural(damaged, 'sauvegarde est endommagée', 'sauvegardes sont endommagées')}. Les données d’aujourd’hui et les autres sauvegardes ne sont pas touchées : une nouvelle sauvegarde a été faite.`,
}
