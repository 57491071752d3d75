export const helpText = {
  title: 'Aide',
  views: {
    label: 'Guide, touches ou accessibilité',
    guide: 'Guide',
    keys: 'Touches de cet écran',
    accessibility: 'Accessibilité',
  },
  search: 'Chercher dans le guide',
  page: 'Page du guide',
  found: 'Passages trouvés',
  nothing: 'Rien ne correspond. Essayer un autre mot, ou choisir une page.',
  escape: 'revenir d’un niveau, sans perdre de texte',
}
