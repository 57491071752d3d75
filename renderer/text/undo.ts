const beside = (act: string) => `«\u00a0${act}\u00a0», à côté (au clavier\u00a0: Ctrl Maj J).`
const goesOn = beside('Annuler')
const redo = 'Rétablir'

export const undoText = {
  redo,
  undone: (label: string) => `Annulé : ${label}`,
  redone: (label: string) => `Rétabli : ${label}`,
  /** The end is cut where the window is narrow: what would become of it comes first. */
  unconvenes: (meeting: string) =>
    `La ${meeting.charAt(0).toLowerCase()}${meeting.slice(1)} ne serait plus convoquée, et le message reste parti. Tout de même\u00a0: ${goesOn}`,
  asks: (label: string) =>
    `Ce qui est parti reste parti\u202f; seule la trace de l’envoi serait effacée\u00a0: ${label}. Tout de même\u00a0: ${goesOn}`,
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
