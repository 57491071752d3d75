export const helpText = {
  title: 'Aide',
  views: { label: 'Guide ou touches', guide: 'Guide', keys: 'Touches de cet écran' },
  search: 'Chercher dans le guide',
  page: 'Page du guide',
  found: 'Passages trouvés',
  nothing: 'Rien ne correspond. Essayer un autre mot, ou choisir une page.',
  escape: 'revenir d’un niveau, sans perdre de texte',
}
