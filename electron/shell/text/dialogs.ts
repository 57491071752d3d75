// French sentences of the system's dialogs.
export const dialogText = {
  importTitle: 'Choisir un ordre du jour',
  importButton: 'Lire le fichier',
  importFormats: 'Ordres du jour (Word, Excel, CSV, texte, Markdown, calendrier)',
  allFiles: 'Tous les fichiers',
  attachTitle: 'Choisir les pièces à joindre',
  attachButton: 'Joindre',
  saveTitle: 'Enregistrer le document',
  saveButton: 'Enregistrer',
  pdf: 'Document PDF',
  copyFolderTitle: 'Choisir le dossier des copies vérifiées',
  copyFolderButton: 'Choisir ce dossier',
  takeOverTitle: 'Choisir les données à reprendre',
  takeOverButton: 'Reprendre',
  backups: 'Sauvegardes de Séances INP',
  unsavedMessage: 'Le dernier texte saisi n’a pas pu être enregistré.',
  unsavedDetail:
    'Il est encore dans la fenêtre. Y revenir pour le copier ou réessayer ; fermer maintenant le ferait perdre.',
  unsavedStay: 'Revenir à la fenêtre',
  unsavedClose: 'Fermer sans enregistrer',
} as const
