export const leftListText = {
  title: 'Liste à gauche',
  fold: 'Replier la liste de gauche',
  unfold: 'Déplier la liste de gauche',
  key: 'liste de gauche',
}
