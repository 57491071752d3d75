export const undoText = {
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  asks: (label: string) =>
    `Le prochain acte à annuler est un envoi (${label}). Ce qui est parti reste parti\u00a0: seule sa trace serait effacée.`,
  typedBack: 'Saisie reprise : le formulaire est de nouveau vide',
}
