import { formatDateWithoutWeekday } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const learntText = {
  title: 'Fichiers lus',
  lead: 'Ce qui a été dit des lignes d’un fichier relu sert au prochain fichier de même forme\u00a0: l’empreinte des titres de ses parties et l’allure de ses lignes, jamais leur texte. Cela reste sur ce poste.',
  files: 'Retenu des fichiers',
  none: 'Rien n’a été retenu.',
  file: (fileName: string, learntAt: string, habits: number) =>
    `${fileName}, ${formatDateWithoutWeekday(learntAt.slice(0, 10))}\u00a0: ${plural(habits, 'sorte de lignes', 'sortes de lignes')}`,
  forget: (fileName: string) => `Oublier ce qui vient de ${fileName}`,
} as const
