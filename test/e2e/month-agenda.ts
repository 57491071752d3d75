/** Typed in the month. */
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
