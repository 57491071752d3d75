export const fieldText = {
  timeRule: 'Cette heure n’est pas comprise. L’écrire comme « 14 h 30 » ou « 9h ».',
  durationRule: 'Cette durée n’est pas comprise. L’écrire comme « 45 » (minutes) ou « 1 h 30 ».',
  numberRule: (min: number, max: number) => `Choisir un nombre entre ${min} et ${max}.`,
  openCalendar: 'Ouvrir le calendrier',
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  choices: 'Afficher les choix',
}
