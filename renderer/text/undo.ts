const beside = (act: string) => `«\u00a0${act}\u00a0», à côté (au clavier\u00a0: Ctrl Maj J).`
const goesOn = beside('Annuler')
const redo = 'Rétablir'

export const undoText = {
  redo,
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  asks: (label: string) =>
    `Ce qui est parti reste parti\u202f; «\u00a0Annuler\u00a0», à côté, n’en efface que la trace. Prochain acte à annuler\u00a0: ${label} (au clavier\u00a0: Ctrl Maj J).`,
  elsewhere: (label: string) =>
    `Le prochain acte à annuler est d’une autre séance\u00a0: ${label}. Pour le reprendre tout de même\u00a0: ${goesOn}`,
  redoElsewhere: (label: string) =>
    `Le prochain acte à rétablir est d’une autre séance\u00a0: ${label}. Pour le rétablir tout de même\u00a0: ${beside(redo)}`,
  before: (label: string) => `L’acte d’avant\u00a0: ${label}. Pour le reprendre\u00a0: ${goesOn}`,
  sealed: {
    minutes: (meeting: string) =>
      `${meeting}\u00a0: son compte rendu est scellé et ne se défait pas. Un rectificatif le corrige.`,
    corrigendum: (meeting: string) =>
      `${meeting}\u00a0: le rectificatif scellé ne se défait pas. Un autre le corrige.`,
  },
  inMeeting: (meeting: string) => ` (${meeting.charAt(0).toLowerCase()}${meeting.slice(1)})`,
  typedBack: 'Saisie reprise : le formulaire est de nouveau vide',
}
