export const undoText = {
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  asks: (label: string) =>
    `Le prochain acte à annuler est un envoi (${label}). Ce qui est parti reste parti\u00a0: «\u00a0Annuler\u00a0», à côté (au clavier sous Ctrl Maj J), n’en efface que la trace.`,
  typedBack: 'Saisie reprise : le formulaire est de nouveau vide',
}
