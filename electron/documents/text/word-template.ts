export const templateText = {
  reference: 'Réf.\u00a0: ',
  chair: 'Présidence\u00a0: ',
  secretary: 'Secrétariat\u00a0: ',
  unknown: (fields: string) => `Champs inconnus\u00a0: ${fields}.`,
  misplaced: (fields: string) =>
    `Champs à déplacer\u00a0: ${fields}. Un champ de plusieurs paragraphes se met seul, hors d’une ligne, d’un en-tête ou d’un pied\u202f; aucun n’entoure une rangée ou plusieurs cellules d’un tableau, ni ne se trouve dans un texte supprimé.`,
  known: (fields: string) => `Champs reconnus\u00a0: ${fields}.`,
  none: 'Aucun champ reconnu\u00a0: un champ est un contrôle de contenu dont la balise est l’un de ces noms.',
  fields: (fields: string) => `Noms possibles\u00a0: ${fields}.`,
  edited: 'Ce fichier Word n’est pas un document de l’application, ou il a été modifié depuis.',
} as const
