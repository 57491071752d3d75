/** The two ways out of a field that somebody else changed meanwhile. */
export const twoVersionsText = {
  keepMine: {
    text: 'Garder le texte saisi ici',
    value: 'Garder la valeur saisie ici',
    version: 'Garder la version saisie ici',
  },
  takeTheirs: {
    text: 'Prendre l’autre texte',
    value: 'Prendre l’autre valeur',
    version: 'Prendre la version enregistrée',
  },
}
