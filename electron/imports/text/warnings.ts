import type { DraftWarning } from '../../domain/agenda/draft.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { quoted, quotedShort } from '../../domain/text/french.ts'

type Code = DraftWarning['code']

const SENTENCES: Readonly<
  Record<
    Exclude<
      Code,
      'no-items' | 'rows-left-aside' | 'sheets-left-aside' | 'date-unreal' | 'own-file-edited' | 'own-paper'
    >,
    string
  >
> = {
  'date-missing': 'Le fichier ne donne pas la date de la séance : la saisir avant de reprendre.',
  'year-missing': 'Le fichier donne le jour et le mois sans l’année : compléter la date.',
  'date-doubtful':
    'La date est douteuse : le jour de la semaine ou le quantième ne correspond pas. La vérifier.',
  'date-far': 'La date lue est à plus de dix ans d’aujourd’hui\u00a0: la vérifier.',
  'times-missing': 'Le fichier ne donne aucune heure : saisir l’heure de début de la séance.',
  'duration-range':
    'Une durée est donnée sous forme de fourchette (par exemple « 25 à 30 min ») : choisir la durée du point.',
  'hours-disagree': 'Des heures et des durées du fichier se contredisent : vérifier les points signalés.',
  'tracked-changes':
    'Le fichier contient des modifications suivies : il est lu comme si elles étaient toutes acceptées.',
  'hidden-left-aside':
    'Des lignes ou des feuilles masquées du classeur n’ont pas été lues\u00a0: les afficher dans le fichier si elles sont à reprendre.',
  recognised:
    'Lu par reconnaissance, sur des images : une lettre peut être prise pour une autre. Comparer avec le fichier avant de reprendre.',
  truncated: 'Le fichier est très long : seul son début a été lu.',
  'own-data-refused':
    'Les données jointes à ce fichier ne disent pas la même chose que son texte\u00a0: elles sont écartées, et seul le texte visible est lu.',
  'looks-like-minutes':
    'Ce fichier est un compte rendu ou une feuille de présence\u00a0: relire chaque partie avant de reprendre.',
}

/** A warning with its sentence. */
export function warning(code: keyof typeof SENTENCES): DraftWarning {
  return { code, message: SENTENCES[code] }
}

/** Where its date should stand. */
export function unrealDay(words: string): DraftWarning {
  const message = `${quoted(words)} n’existe pas\u00a0: saisir la date de la séance avant de reprendre.`
  return { code: 'date-unreal', message, words }
}

/** A paper that this application made, and that nothing of a meeting is taken from. */
export function ownPaper(title: string): DraftWarning {
  const message = `Ce fichier est un document produit par l’application (${quoted(title)})\u00a0: ce n’est ni un ordre du jour ni un compte rendu, il n’y a rien à reprendre.`
  return { code: 'own-paper', message }
}

/** Named of what was edited; of more, how many. */
const MOST_NAMED = 6
const LONGEST_TITLE = 60

/** What somebody edited in a file that this application made, in words. */
export const editedParts = {
  meeting: {
    number: 'le numéro de la séance',
    title: 'l’objet',
    when: 'la date et les heures',
    place: 'le lieu',
    videoLink: 'le lien de visioconférence',
  },
  next: 'la prochaine séance',
  item: ({ number, title }: { number: string; title: string }) =>
    number === ''
      ? `le point ${quotedShort(title, LONGEST_TITLE)}`
      : `le point ${number} ${quotedShort(title, LONGEST_TITLE)}`,
  added: ({ title }: { title: string }) => `le point ajouté ${quotedShort(title, LONGEST_TITLE)}`,
  people: ({ givenName = '', familyName = '' }: { givenName?: string; familyName?: string }) =>
    `la ligne de ${fullName({ givenName, familyName })}`,
  decisions: ({ number = '' }: { number?: string }) => `la décision ${number}`,
  actions: ({ number = '' }: { number?: string }) => `l’action ${number}`,
  warning(parts: readonly string[]): DraftWarning {
    const named = parts.slice(0, MOST_NAMED).join(', ')
    const more = parts.length - MOST_NAMED
    const others = more > 0 ? `, et ${more === 1 ? 'une autre partie' : `${more} autres parties`}` : ''
    return {
      code: 'own-file-edited',
      message: `Ce fichier a été modifié après son export. Le texte visible l’emporte pour\u00a0: ${named}${others}. Vérifier ces parties.`,
    }
  },
} as const

/** Rows of the agenda table that made no item. */
export function rowsLeftAside(count: number): DraftWarning {
  const message =
    count === 1
      ? 'Une ligne du tableau n’a pas été reprise (titre de partie ou total) : la vérifier dans le fichier.'
      : `${count} lignes du tableau n’ont pas été reprises (titres de partie ou totaux) : les vérifier dans le fichier.`
  return { code: 'rows-left-aside', message }
}

/** Other sheets of the workbook: nothing of them is taken with the one that is shown. */
export function sheetsLeftAside(read: string, others: readonly string[]): DraftWarning {
  const names = others.map(quoted).join(', ')
  const message =
    others.length === 1
      ? `Seule la feuille ${quoted(read)} est lue. Le classeur a aussi la feuille ${names}\u00a0: vérifier qu’elle n’est pas à reprendre.`
      : `Seule la feuille ${quoted(read)} est lue. Le classeur a aussi les feuilles ${names}\u00a0: vérifier qu’aucune n’est à reprendre.`
  return { code: 'sheets-left-aside', message }
}

/** Nothing to take in; a calendar of many events says what it is. */
export function noItems(eventCount: number | null): DraftWarning {
  const message =
    eventCount === 0
      ? 'Ce calendrier ne contient aucun événement.'
      : eventCount !== null && eventCount > 1
        ? `Ce calendrier contient ${eventCount} événements : ce n’est pas l’ordre du jour d’une séance. Choisir l’invitation d’une seule réunion.`
        : 'Aucun point d’ordre du jour n’a été reconnu : choisir un autre fichier, ou saisir les points dans la séance.'
  return { code: 'no-items', message }
}
