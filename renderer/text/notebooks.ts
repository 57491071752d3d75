import { quoted } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const notebooksText = {
  title: 'Carnets de notes',
  doorOpen: (open: number) => `Carnets (${open})`,
  save: 'Exporter un carnet à remplir…',
  read: 'Lire un carnet ou une transcription…',
  open: 'Comparer avec mes notes',
  saved: (fileName: string) => `Carnet ${quoted(fileName)} exporté`,
  reading: 'Lecture du fichier…',
  saving: 'Export…',
  drop: 'Déposer un carnet de notes rempli ou une transcription',
  other:
    'Un carnet de notes est un fichier Word (.docx), texte (.txt) ou Markdown (.md), une transcription aussi, ou un fichier .vtt, .srt, .sbv ou .json. Rien n’a été ajouté.',
  pastedName: 'Texte collé',

  known: 'Ce fichier a déjà été lu, à l’identique. Rien n’a été ajouté.',
  added: (lines: number) => `${plural(lines, 'ligne ajoutée', 'lignes ajoutées')} à examiner`,
  addedPassages: (passages: number) => `${plural(passages, 'passage ajouté', 'passages ajoutés')} à examiner`,
  isNow: (said: string, name: string) => `${quoted(said)}\u00a0: ${name}`,
  nameThem: (name: string) => `Nommer ${quoted(name)}`,
  unknownSpeakers: (count: number) =>
    `${plural(count, 'personne qui parle est à reconnaître', 'personnes qui parlent sont à reconnaître')}`,
  beginning: 'Première parole à',
  beginningHelp: 'Ses passages suivent, chacun au point qui était ouvert à son heure.',
  whoIs: (said: string, passages: number) =>
    `Qui est ${quoted(said)} (${plural(passages, 'passage', 'passages')}) ?`,
  gone: (headings: readonly string[]) =>
    headings.length === 1
      ? `le point ${quoted(headings[0] ?? '')} n’est plus à l’ordre du jour, ses lignes sont gardées à part`
      : `${headings.length} points ne sont plus à l’ordre du jour, leurs lignes sont gardées à part`,
  pictures: (count: number) => `${plural(count, 'image non lue', 'images non lues')}`,
  unreferenced: 'la référence de la séance n’a pas été trouvée, les points ont été reconnus à leur titre',

  progress: (open: number, all: number) =>
    open === 0 ? 'Tout est examiné' : `${plural(open, 'ligne', 'lignes')} à examiner sur ${all}`,
  compare: (open: number) =>
    open === 0
      ? 'Comparer avec mes notes'
      : `Comparer avec mes notes : ${plural(open, 'ligne', 'lignes')} à examiner`,
  items: 'Points',
  itemOpen: (open: number) => (open === 0 ? 'rien à examiner' : `${open} à examiner`),
  item: (number: string) => `Point ${number}`,
  general: 'Notes générales',
  gonePlace: (heading: string) => `Sous ${quoted(heading)}, qui n’est plus à l’ordre du jour`,
  placeIn: 'Ranger ces lignes dans',
  placeGeneral: 'Notes générales',
  shown: 'Lignes montrées',
  show: { open: 'À examiner', all: 'Toutes' },
  nothingOpen: 'Toutes les lignes sont examinées. Elles restent visibles dans « Toutes ».',

  mine: 'Mes notes',
  theirs: (author: string) => (author === '' ? 'Carnet' : `Carnet : ${author}`),
  several: 'Carnets',
  /** In place of the hour of a line that has none. */
  short: 'carnet',
  alike: 'Proche d’une de mes notes',
  line: (kind: string, words: string) => `${kind} : ${words}`,
  take: 'Prendre',
  instead: 'Remplacer la mienne',
  leave: 'Laisser',
  again: 'Remettre à examiner',
  restore: 'Reprendre ma note',
  takeAll: 'Tout prendre',
  takeAllOf: (title: string) => `Tout prendre pour ${title}`,
  taken: 'Prise',
  left: 'Laissée',
  replaced: 'Remplacée',
  tookAll: (count: number) => `${plural(count, 'ligne prise', 'lignes prises')}`,

  books: 'Carnets lus',
  author: 'Pris par',
  noAuthor: 'Ce carnet ne dit pas qui l’a écrit : indiquer un nom.',
  remove: 'Retirer ce carnet',
  removed: 'Carnet retiré ; ce qui en a été pris reste dans les notes',
  fileFacts: (open: number, all: number) => `${open} à examiner sur ${all}`,

  empty: 'Aucun carnet de notes lu',
  emptyLead:
    'Exporter un carnet vierge et l’envoyer à la personne qui prend des notes. Au retour, le déposer ici, le choisir ou coller son texte : chaque ligne se compare aux notes prises en séance. La transcription d’un enregistrement se lit de même, chaque passage à son heure.',

  keys: {
    move: 'Ligne suivante',
    back: 'Ligne précédente',
    take: 'Prendre',
    instead: 'Remplacer',
    leave: 'Laisser',
    takeAll: 'Tout le point',
  },
} as const
