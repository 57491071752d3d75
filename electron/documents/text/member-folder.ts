import { quoted } from '../../domain/text/french.ts'

export const memberFolderText = {
  title: (member: string) => `Dossier ${member}`,
  parts: 'Parties du dossier',
  agenda: 'Ordre du jour',
  documents: 'Documents',
  noDocument: 'Aucun document n’est joint.',
  beside: 'remis à part, trop lourd pour ce dossier',
  said: 'Positions antérieures',
  noneSaid: 'Rien n’est consigné dans les comptes rendus approuvés.',
  saidAt: (meeting: string, item: string) => `${meeting}, ${item}`,
  minutes: 'Projet de compte rendu',
  approved: 'Compte rendu approuvé',
  remarks: 'Mes remarques',
  lead: (secretariat: string) =>
    `Les remarques s’écrivent ici, même sans réseau. Une fois finies, les enregistrer dans un fichier et l’envoyer au secrétariat${secretariat === '' ? '' : `, ${secretariat}`}.`,
  noScript: 'Cet appareil n’exécute pas la page\u00a0: écrire les remarques dans un message au secrétariat.',
  author: 'Votre nom',
  remark: 'Écrire une remarque',
  remarkOn: (words: string) => `Écrire une remarque sur ${quoted(words)}`,
  comment: 'Remarque',
  wanted: 'Rédaction souhaitée',
  removed: 'Laissé vide\u00a0: ce passage est demandé à supprimer.',
  clear: 'Effacer cette remarque',
  save: 'Enregistrer mes remarques',
  nameless: 'Écrire d’abord votre nom : le secrétariat saura de qui sont ces remarques.',
  none: 'Aucune remarque pour l’instant.',
  one: 'Une remarque.',
  many: '# remarques.',
  /** Of one, of several. */
  kept: ['Gardée sur cet appareil.', 'Gardées sur cet appareil.'],
  notKept: [
    'Cet appareil ne la garde pas\u00a0: l’enregistrer avant de fermer.',
    'Cet appareil ne les garde pas\u00a0: les enregistrer avant de fermer.',
  ],
  saved: (secretariat: string) =>
    `Enregistrées dans le fichier «\u00a0#\u00a0»\u00a0: l’envoyer au secrétariat${secretariat === '' ? '' : `, ${secretariat}`}.`,
  fileName: (member: string, date: string) => `Remarques ${member} ${date}`,
} as const
