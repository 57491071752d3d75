import { isPerson, mailHeader } from './mail-text.ts'

/** Lines after which everything is an older mail. */
const quoteStarts: readonly RegExp[] = [
  /^\s*>/,
  /^\s*-{2,}\s*(message (d['’]origine|original|transféré|transfere)|original message|forwarded message)/i,
  /^\s*début du message (réexprimé|transféré)/i,
  /^\s*_{10,}\s*$/,
  /^\s*on\s.{4,120}\swrote:\s*$/i,
]
const DAY = String.raw`^\s*le\s(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?,?\s)?\d{1,4}(?:er)?[\s./-]`
const WROTE = String.raw`\sa\s+[eé]crit\s*`
const HOUR = String.raw`\d\s?[:h]\s?\d`
/** "Le 3 nov. 2026 à 10:12, Hélène Marchetti a écrit :": sure where it names an hour or an address. */
const headed = new RegExp(String.raw`${DAY}(?=.{0,80}(?:${HOUR}|@)).{3,160}${WROTE}:?\s*$`, 'i')
/** With the older words behind it, only as a program writes it. */
const headedInLine = new RegExp(
  String.raw`${DAY}(?=.{0,30}\d{4}.{0,12}\d:\d\d|.{0,100}<[^>]{1,60}@).{3,160}${WROTE}:`,
  'i',
)
const headedByDay = new RegExp(String.raw`${DAY}.{3,120}${WROTE}:\s*$`, 'i')
const likelyHeads: readonly RegExp[] = [
  new RegExp(String.raw`^\s*le\s.{4,120}${WROTE}:?\s*$`, 'i'),
  new RegExp(`${DAY}(?=.{0,60}${HOUR}).{3,160}${WROTE}:`, 'i'),
  // Of a day and somebody alone: "Le maire a écrit : non" is the sender's own.
  /^\s*[Ll]e\s(?=.{0,40}\d).{4,120}?,\s(?=\p{Lu})[^:]{1,80}\sa\s+[eé]crit\s*:/u,
]

const CLOSING = String.raw`(?:(?:bien |très )?(?:cordialement|cdlt|respectueusement|sincèrement|amicalement)(?: v[oô]tre)?|bien [àa] (?:vous|toi)|(?:(?:avec )?(?:mes|nos) )?(?:meilleures |sincères |respectueuses )?salutations(?: distinguées| respectueuses| cordiales| les meilleures)?|bonne (?:journée|soirée|réception))(?!\p{L})(?: (?:[àa] )?(?:vous|toi|tous|toutes)(?: (?:deux|et (?:à )?(?:vous|tous|toutes)))?(?!\p{L}))?`
const closings = new RegExp(String.raw`^\s*${CLOSING}(?:[,.;!]? (?:et )?${CLOSING})*`, 'iu')
const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:d[eu]s?|l[ae]s?)\s+|d[’'])*\p{Lu}[\p{L}.’'-]*){0,3}`
/** What stands behind it in its line is who signs, or it begins a sentence. */
const signer = new RegExp(
  String.raw`^[\s,.;!–-]*(?:(?:${NAME}|l(?:[ae]s?\s|[’'])\S+)(?:\s*[,(–-].{0,60})?)?\s*$`,
  'u',
)
const name = new RegExp(String.raw`^\s*${NAME}\s*$`, 'u')
const dashes = /^\s*--\s*$/
/** People draw it between two parts of what they write, too. */
const rule = /^\s*-{3,}\s*$/
/** Teams and others draw it above their own words. */
const underscores = /^\s*_{5,}\s*$/
const greeting =
  /^\s*(?:bonjour|bonsoir|salut|ch[eè]re?s?|mesdames|messieurs|madame|monsieur)(?!\p{L}).{0,60}$/iu

/**
 * The lines of whoever writes now, as they stand: quoted mails and signature left out, also where a line is likely but not
 * sure to end them. For what is looked for in them: words that are kept nowhere else are those of `newestPart`.
 */
export const ownLines = (text: string): string[] => linesOf(text, { isLikely: true })

type Ends = { isLikely: boolean }

function linesOf(text: string, ends: Ends): string[] {
  const lines = text.split(/\r\n?|\n/)
  const plain = lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))
  const kept: string[] = []
  let [signed, hasBegun, hasWords] = [false, false, false]
  for (const [index, line] of plain.entries()) {
    if (isQuoteStart(plain, index) || (ends.isLikely && isLikelyQuote(plain, index, hasWords))) break
    if (hasBegun && (isSignature(line) || (ends.isLikely && isLikelySignature(plain, index)))) signed = true
    // Words added after the signature are part of the message again.
    else if (/^\s*p\.?\s?-?s\.?\s*[:,]?\s/i.test(line)) signed = false
    if (!signed) kept.push(lines[index] ?? '')
    hasBegun ||= line.trim() !== ''
    hasWords ||= line.trim() !== '' && !greeting.test(line)
  }
  return kept
}

/**
 * What somebody writes now, on one line per sentence group, hard-wrapped lines joined: nothing is left out that may be theirs,
 * unless it is only looked into.
 */
export function newestPart(text: string, ends: Ends = { isLikely: false }): string[] {
  return unwrapped(linesOf(text, ends).map((line) => line.replace(/[\u00a0\u202f]/g, ' ').trim()))
}

function isSignature(line: string): boolean {
  if (dashes.test(line)) return true
  const behind = line.replace(closings, '')
  return behind !== line && signer.test(behind)
}

function isLikelySignature(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (underscores.test(line)) return true
  return rule.test(line) && name.test(lines.slice(index + 1).find((below) => below.trim() !== '') ?? '')
}

/** The heads of a quoted mail, one per line: "De : … / Envoyé : … / À : …". */
function isQuoteStart(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (quoteStarts.some((start) => start.test(line))) return true
  const below = lines[index + 1] ?? ''
  if (headed.test(line) || headedInLine.test(line)) return true
  // On two lines.
  if (/^\s*le\s/i.test(line) && headed.test(`${line} ${below}`)) return true
  if (headedByDay.test(line) && /^\s*>/.test(isBlank(below) ? (lines[index + 2] ?? '') : below)) return true
  return (
    mailHeader(line)?.field === 'from' &&
    [lines[index + 1], lines[index + 2]].some((one) => mailHeader(one ?? '') !== null)
  )
}

/** Below other words one head and a blank. */
function isLikelyQuote(lines: readonly string[], index: number, hasWords: boolean): boolean {
  const line = lines[index] ?? ''
  const both = `${line} ${lines[index + 1] ?? ''}`
  if (likelyHeads.some((head) => head.test(line)) || headedByDay.test(both)) return true
  const head = mailHeader(line)
  if (head === null || !hasWords || !isBlank(lines[index + 1])) return false
  return head.field === 'from' ? isPerson(head.value) : head.field === 'sent' || head.field === 'subject'
}

const isBlank = (line: string | undefined) => line === undefined || line.trim() === ''

/** A line that goes on in lower case goes on with the sentence of the one before. */
function unwrapped(lines: readonly string[]): string[] {
  const joined: string[] = []
  let open = false
  for (const line of lines) {
    if (line === '') open = false
    else if (open && /^[\p{Ll}(]/u.test(line)) joined.push(`${joined.pop() ?? ''} ${line}`)
    else {
      joined.push(line)
      open = true
    }
  }
  return joined
}
