/** The panes that the screens of a meeting share. */
export const panesText = {
  head: 'Actions sur la séance',
  left: {
    title: 'Liste à gauche',
    fold: 'Replier la liste de gauche',
    unfold: 'Déplier la liste de gauche',
    key: 'liste de gauche',
  },
  right: {
    title: 'Volet de droite',
    key: 'volet',
  },
}
