export const undoText = {
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  asks: (label: string) =>
    `Le prochain acte à annuler est un envoi (${label}). Ce qui est parti reste parti\u202f; pour n’en effacer que la trace\u00a0: «\u00a0Annuler\u00a0», à côté (au clavier\u00a0: Ctrl Maj J).`,
  typedBack: 'Saisie reprise : le formulaire est de nouveau vide',
}
