import type { AttachedReason, BookCirculation } from '../../domain/documents/meeting-book.ts'
import { quoted } from '../../domain/text/french.ts'

const NBSP = '\u00a0'
const annex = (number: number) => `Annexe${NBSP}${number}`
/** "A3": short enough for the page box of a reader, and what somebody who hears « annexe 3 » looks for. */
const label = (number: number) => `A${number}`
const pageCount = (pages: number) => `${pages}${NBSP}${pages < 2 ? 'page' : 'pages'}`
const asIs = (why: string) => (name: string) =>
  `${why}, elle est jointe à ce PDF telle quelle, sous le nom ${quoted(name)}.`

/** "1", "1 et 2", "1, 2 et 5". */
function enumerated(numbers: readonly number[]): string {
  const words = numbers.map(String)
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')} et${NBSP}${last}`
}

/** "L’annexe 2 …" or "Les annexes 2 et 3 …". */
const said = (one: string, many: string) => (numbers: readonly number[]) =>
  numbers.length === 1
    ? `L’annexe${NBSP}${enumerated(numbers)} ${one}`
    : `Les annexes${NBSP}${enumerated(numbers)} ${many}`

export const bookText = {
  /** « Dossier de la séance n° 10 », where the file and the screen say « Dossier de séance ». */
  title: 'Dossier',
  circulations: { members: 'Membres', secretariat: 'Secrétariat' } satisfies Record<BookCirculation, string>,
  notices: {
    members: '',
    secretariat: 'Contient des pièces réservées au secrétariat : ne pas diffuser.',
  } satisfies Record<BookCirculation, string>,
  heading: 'Ordre du jour et annexes',
  notesHeading: 'Lire ce dossier',
  columns: { item: 'Point et annexes', time: 'Heure', pages: 'Pages' },
  wholeMeeting: 'Documents de la séance',
  annexes: 'Annexes',
  count: (annexes: number) => (annexes === 0 ? 'aucune' : String(annexes)),
  annex,
  /** Name of its file inside the book or in the zip, without extension. */
  fileStem: (rank: string, name: string) => `Annexe ${rank} - ${name}`,
  label,
  /** Labels of the first and last page: "A3-1 à A3-12". */
  pageRange: (number: number, pages: number) =>
    pages === 1 ? `${label(number)}-1` : `${label(number)}-1 à${NBSP}${label(number)}-${pages}`,
  /** Prefix of the labels of its pages; the page's own number follows. */
  labelPrefix: (number: number) => `${label(number)}-`,
  /** At the foot of a page of an annex. */
  place: (page: number, all: number, label: string) => `Page ${page} sur ${all} · ${label}`,
  pageCount: (number: number, pages: number) =>
    `${pageCount(pages)}, ${pages === 1 ? `${label(number)}-1` : `de ${label(number)}-1 à${NBSP}${label(number)}-${pages}`}`,
  bookmark: (number: number, title: string) => `${annex(number)} – ${title}`,
  item: (number: string, title: string) => (number === '' ? title : `${number}${NBSP}– ${title}`),
  origin: 'Point',
  presenter: 'Présenté par',
  file: 'Fichier reçu',
  pages: 'Pages',

  tabled: 'remis en séance',
  tabledNotice: 'Document remis en séance.',
  untagged: 'sans balises d’accessibilité',
  untaggedNotice:
    'Reçue sans balises d’accessibilité : une synthèse vocale peut mal la lire, ou ne pas la lire. Une version accessible est à demander à qui la présente.',
  heldFilesNotice: 'Les fichiers que cette annexe portait elle-même ne sont pas repris dans ce dossier.',
  follows: (pages: number) =>
    pages === 1
      ? 'La page qui suit est celle de l’annexe, telle qu’elle a été reçue.'
      : `Les ${pageCount(pages)} qui suivent sont celles de l’annexe, telles qu’elles ont été reçues.`,
  attachedShort: {
    signed: 'signée, jointe à ce PDF',
    protected: 'protégée, jointe à ce PDF',
    form: 'formulaire, joint à ce PDF',
    portfolio: 'porte-documents, joint à ce PDF',
    damaged: 'illisible, jointe à ce PDF',
  } satisfies Record<AttachedReason, string>,
  /** The list of what is not among the pages. */
  outside: 'Pièces remises à part',
  outsideColumns: ['Annexe', 'Pièce', 'Point', 'Où la trouver'],
  zipShort: 'dans l’archive remise avec ce dossier',
  missingShort: 'manquante',
  attached: {
    signed: asIs('Pièce signée : pour que sa signature reste valable'),
    protected: asIs('Pièce protégée par un mot de passe ou par des restrictions : laissée intacte'),
    form: asIs('Formulaire à remplir : pour que ses champs restent utilisables'),
    portfolio: asIs('Porte-documents PDF : pour que ses fichiers restent accessibles'),
    damaged: asIs('Pièce illisible : ses pages n’ont pas pu être reprises'),
  } satisfies Record<AttachedReason, (name: string) => string>,
  inZip: {
    format: (name: string) =>
      `Cette pièce n’est pas un PDF. Elle est dans l’archive (.zip) remise avec ce dossier, sous le nom ${quoted(name)}.`,
    size: (name: string) =>
      `Cette pièce est trop volumineuse pour ce PDF. Elle est dans l’archive (.zip) remise avec ce dossier, sous le nom ${quoted(name)}.`,
  },
  missing:
    'Pièce manquante : son fichier est introuvable ou a été altéré. La demander de nouveau à qui l’a envoyée.',

  howToFind: (first: number) =>
    `Chaque annexe a son numéro, et chacune de ses pages une étiquette que le lecteur de PDF affiche : « ${annex(first).toLowerCase()}, page${NBSP}1 » est la page ${label(first)}-1. Les signets et les liens de l’ordre du jour y mènent.`,
  notes: {
    attached: said(
      'est jointe à ce PDF sans y être intégrée : l’ouvrir depuis le volet des pièces jointes du lecteur.',
      'sont jointes à ce PDF sans y être intégrées : les ouvrir depuis le volet des pièces jointes du lecteur.',
    ),
    zip: said(
      'est dans l’archive (.zip) remise avec ce dossier.',
      'sont dans l’archive (.zip) remise avec ce dossier.',
    ),
    missing: said('manque : son fichier est introuvable.', 'manquent : leurs fichiers sont introuvables.'),
    untagged: said(
      'a été reçue sans balises d’accessibilité.',
      'ont été reçues sans balises d’accessibilité.',
    ),
    asReceived:
      'La couverture, l’ordre du jour et les intercalaires sont balisés pour les lecteurs d’écran ; les annexes restent telles que reçues, et ce dossier dans son ensemble ne prétend à aucune norme d’accessibilité ni d’archivage.',
  },
} as const
