export const findText = {
  title: 'Chercher dans la page',
  field: 'Mots à trouver sur cet écran',
  next: 'Occurrence suivante',
  previous: 'Occurrence précédente',
  again: 'Chercher d’autres mots',
  close: 'Fermer la recherche dans la page',
  count: (places: number, at: number) => (places === 0 ? 'Rien ne correspond' : `${at} sur ${places}`),
}
