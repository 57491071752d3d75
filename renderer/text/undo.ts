export const undoText = {
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  typedBack: 'Saisie reprise : le formulaire est de nouveau vide',
}
