import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const fieldText = {
  timeRule: 'Cette heure n’est pas comprise. L’écrire comme « 14 h 30 » ou « 9h ».',
  durationRule: 'Cette durée n’est pas comprise. L’écrire comme « 45 » (minutes) ou « 1 h 30 ».',
  needed: 'Ce champ ne peut pas être vide\u00a0: ce qui y était est gardé.',
  cut: (most: number) =>
    `Ce champ garde ${plural(most, 'caractère', 'caractères')}\u00a0: la fin du texte collé n’y est pas.`,
  dateRule: 'Cette date n’existe pas. L’écrire comme «\u00a028/02/2027\u00a0».',
  numberRule: (min: number, max: number) => `Un nombre entier, de ${min} à ${max}.`,
  shareRule:
    'Écrire un nombre entier entre 1 et 100, ou une fraction\u00a0: «\u00a01/3\u00a0», «\u00a0la moitié\u00a0», «\u00a02/3\u00a0».',
  openCalendar: 'Ouvrir le calendrier',
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  theirs: { text: 'Deux textes', value: 'Deux valeurs' },
  changedMeanwhile: {
    text: 'Quelqu’un d’autre a changé ce texte pendant la saisie. Les deux sont gardés jusqu’au choix. L’autre texte :',
    value:
      'Quelqu’un d’autre a changé cette valeur pendant la saisie. Les deux sont gardées jusqu’au choix. L’autre valeur :',
  },
  conflict:
    'Cela a été modifié ailleurs pendant la saisie. Rien n’a été écrasé : les deux versions sont gardées.',
  conflictTheirs: 'Version enregistrée',
  conflictMine: 'Version saisie ici',
  emptied: '(vide)',
  unknownName: (name: string) => `${quoted(name)} n’est pas dans l’annuaire.`,
  keepName: 'Garder ce nom',
  formerName: (name: string) => (name === '' ? 'Effacer' : `Revenir à ${quoted(name)}`),
  choices: 'Afficher les choix',
}
