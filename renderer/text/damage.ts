import { plural } from './plural.ts'

export const damageText = {
  data: (time: string) => `À ${time}, une partie des données n’a pas pu être lue.`,
  disk: (time: string) => `À ${time}, le disque n’a pas pu lire une partie des données.`,
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
}
