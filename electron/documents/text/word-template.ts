export const templateText = {
  reference: 'Réf.\u00a0: ',
  chair: 'Présidence\u00a0: ',
  secretary: 'Secrétariat\u00a0: ',
  fileName: {
    simple: 'Modèle Word simple',
    cadre: 'Modèle Word avec cadre',
    ordreDuJour: 'Modèle Word d’ordre du jour',
  },
  edited: 'Ce fichier Word n’est pas un document de l’application, ou il a été modifié depuis.',
} as const
