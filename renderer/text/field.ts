export const fieldText = {
  timeRule: 'Cette heure n’est pas comprise. L’écrire comme « 14 h 30 » ou « 9h ».',
  durationRule: 'Cette durée n’est pas comprise. L’écrire comme « 45 » (minutes) ou « 1 h 30 ».',
  numberRule: (min: number, max: number) => `Choisir un nombre entre ${min} et ${max}.`,
  openCalendar: 'Ouvrir le calendrier',
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  theirs: 'Deux textes',
  changedMeanwhile:
    'Quelqu’un d’autre a changé ce texte pendant la saisie. Les deux sont gardés jusqu’au choix. L’autre texte :',
  emptied: '(vide)',
  keepMine: 'Garder le texte saisi ici',
  takeTheirs: 'Prendre l’autre texte',
  choices: 'Afficher les choix',
}
