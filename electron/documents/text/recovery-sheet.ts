// To be printed and put away, and at the same time a key file that the age program reads: every line that is no key
// begins with #.

import { formatDateWithoutWeekday } from '../../domain/text/french.ts'
import { civilDate } from '../../domain/time/civil-date.ts'

type Sheet = { identity: string; recipient: string; keyName: string; now: Date }

export const recoverySheet = {
  fileName: 'Fiche de secours des copies chiffrées.txt',
  text({ identity, recipient, keyName, now }: Sheet): string {
    const day = formatDateWithoutWeekday(civilDate(now))
    const lines = [
      'FICHE DE SECOURS DES COPIES CHIFFRÉES – SÉANCES INP',
      `Établie le ${day}`,
      '',
      'La ligne « AGE-SECRET-KEY-… » ci-dessous est la clé. Elle ouvre les copies chiffrées',
      'du second dossier sans la phrase de passe : imprimer cette fiche, la mettre sous clé',
      '(coffre, enveloppe scellée), et ne la laisser ni à côté des copies ni dans un message.',
      '',
      'Dans Séances INP : sur un nouvel ordinateur, Réglages, « Passer la main », « Nouvel ordinateur »,',
      '« Choisir un dossier à reprendre… », puis saisir la clé à la place de la phrase de passe. Par',
      'groupes elle se recopie mieux, les espaces ne comptent pas :',
      ...inGroups(identity),
      '',
      'Sans Séances INP : les copies sont au format ouvert « age » (age-encryption.org). Avec le',
      'programme libre « age » et ce fichier-ci :',
      '    age --decrypt -i FICHE.txt -o COPIE.seances COPIE.seances.age',
      'Une copie ouverte est une base SQLite.',
      '',
      'Changer la phrase de passe ne change pas cette clé. Arrêter puis remettre le chiffrement',
      'avec une autre phrase en fait une nouvelle : établir alors une nouvelle fiche.',
      '',
      `Fichier de la clé verrouillée, à côté des copies : ${keyName}`,
      `Clé publique : ${recipient}`,
    ]
    const remarks = lines.map((line) => (line === '' ? '#' : `# ${line}`))
    return `${remarks.join('\n')}\n${identity}\n`
  },
} as const

/** Lines of a few groups of four signs. */
function inGroups(identity: string): string[] {
  const [head = '', signs = ''] = identity.split(/(?<=^AGE-SECRET-KEY-1)/)
  const groups = signs.match(/.{1,4}/g) ?? []
  const lines = groups.flatMap((_, at) => (at % 5 === 0 ? [groups.slice(at, at + 5).join(' ')] : []))
  return [head, ...lines].map((line) => `    ${line}`)
}
