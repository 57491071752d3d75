// Words of the frame: title bar, sidebar, status line, shortcuts, and the sentences of a core that stopped.
import type { ErrorCode } from '../../electron/contract/errors.ts'

export const frameText = {
  product: 'Séances INP',
  role: 'Secrétariat',
  navigation: 'Navigation principale',
  skip: 'Aller au contenu',
  foldSidebar: 'Replier la barre latérale',
  unfoldSidebar: 'Déplier la barre latérale',
  back: 'Précédent',
  forward: 'Suivant',
  undo: 'Annuler',
  redo: 'Rétablir',
  search: 'Aller à, chercher, agir…',
  saved: 'Enregistré',
  savedAt: (time: string) => `Enregistré à ${time}`,
  saving: 'Enregistrement…',
  notSaved: 'Non enregistré',
  minimise: 'Réduire',
  maximise: 'Agrandir',
  close: 'Fermer la fenêtre',
  openMeetings: 'Séances ouvertes',
  help: 'Aide',
  path: 'Chemin',
  dropHere: 'Déposer un ordre du jour à relire, ou des messages pour en faire des sujets',
  fileTooLarge: 'Le fichier dépasse 50 Mo. Retirer les images, puis réessayer.',
  coreLost:
    'L’enregistrement s’est arrêté et redémarre. Le texte saisi reste dans la fenêtre et sera envoyé de nouveau.',
  screenFailed: 'Cet écran a rencontré une erreur inattendue. Les textes enregistrés sont intacts.',
  showAgain: 'Afficher de nouveau',
  cannotOpen: 'Les données ne peuvent pas être ouvertes',
  nextMeeting: 'nouvelle séance',
  importFile: 'importer un fichier',
  allShortcuts: 'tous les raccourcis',
  findAll: 'tout trouver',
}

/** What to do when the data cannot be opened: shown under the error's own sentence, in place of every screen. */
export const cannotOpenAdvice: Readonly<
  Record<Extract<ErrorCode, 'data-in-use' | 'data-read-only' | 'data-newer' | 'data-damaged'>, string>
> = {
  'data-in-use': 'Une seule fenêtre écrit à la fois, pour que rien ne soit écrasé.',
  'data-read-only':
    'Le dossier est dans les données locales de l’application ; l’assistance informatique peut rétablir le droit d’écriture.',
  'data-newer':
    'La dernière version de l’application se demande à l’assistance informatique ou à la personne qui l’a installée.',
  'data-damaged':
    'Choisir le fichier d’une sauvegarde « .seances » : les données actuelles sont mises de côté avant d’être remplacées.',
}

export const shortcutsText = {
  title: 'Raccourcis clavier',
  everywhere: 'Partout',
  lists: 'Dans les listes',
  palette: 'chercher, aller à, agir',
  places: 'ouvrir un lieu de la barre latérale',
  undo: 'annuler',
  redo: 'rétablir',
  back: 'écran précédent',
  forward: 'écran suivant',
  newMeeting: 'nouvelle séance',
  importFile: 'importer un ordre du jour',
  help: 'cette liste',
  escape: 'revenir d’un niveau, sans perdre de texte',
  nextPane: 'volet suivant',
  filter: 'filtrer la liste',
  arrows: 'choisir une ligne',
  enter: 'ouvrir',
  year: 'année précédente, année suivante',
  keys: {
    ctrl: 'Ctrl',
    shift: 'Maj',
    alt: 'Alt',
    enter: 'Entrée',
    escape: 'Échap',
  },
}
