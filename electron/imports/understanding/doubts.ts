import type { Draft, DraftItem } from '../../domain/agenda/draft.ts'

/** Below what passes for surely read: it is looked at before it is taken. */
export const DOUBTFUL = 0.6

/** More items of the first level than an agenda has. */
const MANY_ITEMS = 25
/** Longer than a title is. */
const LONG_TITLE = 110
/** More commas than the name of a body has. */
const MANY_COMMAS = 3
/** More signs than the name of a body, or a family name, has. */
const LONG_BODY = 90
const LONG_NAME = 40
/** More decisions than one meeting takes. */
const MANY_DECISIONS = 40
/** Longer than a decision or an action is said. */
const LONG_STATEMENT = 600

/** What only words give was right in 57 to 95 of 100 cases in files that nobody had looked at, however sure the words. */
const MOST = 0.88
/** A number before a title is the surest mark of an item; hours and tables are said to be more, and are less. */
const NUMBERED = 0.9

/** Lowers the confidence of what no agenda and no minutes look like, however well it was found. */
export function doubt(
  draft: Pick<Draft, 'items' | 'participants' | 'decisions' | 'actions' | 'meetingSources'>,
): void {
  for (const source of Object.values(draft.meetingSources))
    source.confidence = Math.min(source.confidence, MOST)
  for (const { source } of draft.decisions) source.confidence = Math.min(source.confidence, MOST)
  const many = draft.items.length > MANY_ITEMS
  for (const item of draft.items) doubtItem(item, many)
  for (const { source, organisation, givenName, familyName } of draft.participants) {
    if (!looksLikeName(`${givenName ?? ''} ${familyName}`)) lower(source)
    const isList = (organisation ?? '').split(',').length > MANY_COMMAS
    // Somebody else, or a sentence that goes on, is no body.
    const isOther = /(?<!\p{L})(?:MM?\.|Mmes?)\s\p{Lu}|\p{Ll}{2}[.!?]\s\p{Lu}/u.test(organisation ?? '')
    if (isOther || isList || (organisation ?? '').length > LONG_BODY || familyName.length > LONG_NAME)
      lower(source)
  }
  for (const { source, text } of [...draft.decisions, ...draft.actions])
    if (text.length > LONG_STATEMENT || draft.decisions.length > MANY_DECISIONS) lower(source)
}

/** Up to three words with capitals, and particles: "Présence de M. Roy" and two names without their comma are none. */
function looksLikeName(name: string): boolean {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => !/^(?:de|du|des|d[’'].*|da|van|von|le|la|el|ben|et)$/iu.test(word))
  const isWord = (word: string) =>
    /^(?:\p{Lu}|@|\d)[\p{L}\d.’'-]*$/u.test(word) && !/['’]\p{Ll}{1,2}$/u.test(word)
  return words.length > 0 && words.length <= 3 && (words.length === 1 || words.every(isWord))
}

function doubtItem(item: DraftItem, many: boolean): void {
  if (item.source.confidence > NUMBERED) item.source.confidence = MOST
  if (many || item.title.length > LONG_TITLE) lower(item.source)
  for (const child of item.children) doubtItem(child, many)
}

function lower(source: { confidence: number }): void {
  source.confidence = Math.min(source.confidence, DOUBTFUL)
}
