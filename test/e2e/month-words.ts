/** Typed in the month. */
export const date = '2027-03-11'
export const project = 'Dépôt unique des délibérations'
export const text = 'Décret de démonstration relatif aux échanges de données'
export const decision = 'Le calendrier de démonstration est retenu'
export const action = 'Transmettre la note de cadrage'
export const added = 'Calendrier des travaux de démonstration'

/** Each once, though the file has any other business as well. */
export const agenda: readonly string[] = [
  'Suivi des décisions et actions',
  'Approbation du compte rendu de la réunion du 14 septembre 2026',
  'Catalogue des jeux de données',
  'Nouveaux producteurs',
  'Indicateurs de fraîcheur',
  'Licence commune de réutilisation',
  added,
  'Feuille de route 2027',
  'Questions diverses',
]

/** What the minutes say besides the titles of the agenda. */
export const written: readonly string[] = [
  'D-2027-03-01',
  decision,
  'A-2027-03-01',
  action,
  'Camille Exemplaire',
  '2 avril 2027',
  'Dominique Invité',
  '8 avril 2027',
  'Salle des essais',
  'second temps',
  'Échéance du jalon',
]
