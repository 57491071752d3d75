import { isUtf8 } from 'node:buffer'
import { CivilDate } from '../../domain/ids.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import {
  blankJorfText,
  type Consultation,
  type FileRefusal,
  type JorfStructure,
  type JorfText,
  type JorfWarning,
} from '../../domain/watch/jorf-text.ts'
import { isJorfText, parseFrenchEli, parseNor } from '../../domain/watch/text-identifiers.ts'
import { isSentinelDate } from '../../domain/watch/text-life.ts'
import { datesIn, inYear } from '../understanding/dates.ts'
import { plainLine } from '../understanding/plain-line.ts'
import { noticeRubrics } from '../watch/notice.ts'
import { type Elements, RefusedFile, readElements, type VersionLink } from './elements.ts'
import { linksIn } from './links.ts'
import { natureOf } from './natures.ts'
import { withoutBodies } from './without-bodies.ts'

const MOST = 20

/** The consultations that the visas name, in their order. */
function consultationsIn(visas: string): Consultation[] {
  const found: Consultation[] = []
  for (const visa of visas.split(/[;\n]/)) {
    const folded = plainLine(visa)
    const body = bodyOf(folded)
    if (body === null) continue
    if (body === 'councilOfState') found.push({ body, on: null })
    else {
      const dates = datesOf(visa)
      if (dates.length === 0) found.push({ body, on: null })
      else for (const on of dates) found.push({ body, on })
    }
  }
  return found.slice(0, MOST)
}

function bodyOf(visa: string): Consultation['body'] | null {
  if (visa.includes("conseil national d'evaluation des normes")) return 'cnen'
  if (visa.includes("commission nationale de l'informatique et des libertes")) return 'cnil'
  if (/\bnotification n/.test(visa) && visa.includes('commission europeenne')) return 'european'
  return /\bconseil d'etat\b.*\bentendu/.test(visa) ? 'councilOfState' : null
}

/** "des 4 juin et 2 juillet 2026": a day without a year is of the year that follows. */
function datesOf(visa: string): string[] {
  const dates: string[] = []
  let year = ''
  for (const { date } of datesIn(visa).reverse()) {
    if (date === null) continue
    if (!date.startsWith('-')) year = date.slice(0, 4)
    const whole = date.startsWith('-') ? inYear(date, year) : date
    if (whole !== null) dates.unshift(whole)
  }
  return dates
}

// Bytes of a delivered file to characters; some say UTF-8 and are not.
type Decoded = { text: string /** It is not in the encoding that it says. */; repaired: boolean }

/**
 * In the encoding that the file declares, UTF-8 without one; what is not UTF-8 is read as Windows-1252. The whole file says which
 * it is, also where less of it is wanted (`part`, of an encoding that holds ASCII).
 */
function decodeXml(bytes: Uint8Array, part: Uint8Array = bytes): Decoded {
  if (isWide(bytes)) return plain(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', bytes)
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  const declared = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/i.exec(start)?.[1] ?? 'utf-8'
  if (/^(?:iso-8859-1|iso-8859-15|latin1|windows-1252|cp1252|us-ascii)$/i.test(declared))
    return plain('windows-1252', part)
  return isUtf8(bytes)
    ? { text: utf8.decode(part), repaired: false }
    : { ...plain('windows-1252', part), repaired: true }
}

/** Two bytes a character, as its mark says. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

const utf8 = new TextDecoder('utf-8')

function plain(encoding: 'utf-16le' | 'utf-16be' | 'windows-1252', bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), repaired: false }
}

export type DeliveredFile =
  | { kind: 'text'; text: JorfText }
  /** An article says of its text what a citation does, and links it to others; `article`: its own id. */
  | { kind: 'context'; article: string; text: JorfText }
  | ({ kind: 'structure' } & JorfStructure)
  | {
      kind: 'issue'
      number: string
      publishedOn: string | null
      texts: { jorfText: string; rubric: string }[]
    }
  | { kind: 'refused'; why: FileRefusal }
  /** A part of the set that says nothing of a text of the JO. */
  | { kind: 'other' }

/** Reads one file; whatever its bytes are, it returns. */
export function readDeliveredFile(bytes: Uint8Array): DeliveredFile {
  const short = isWide(bytes) ? null : withoutBodies(bytes)
  const read = short === null ? null : readPart(bytes, short)
  // Cut at the wrong place it makes no sense: the whole file says whether it does.
  return read === null || read.kind === 'refused' ? readPart(bytes, bytes) : read
}

function readPart(bytes: Uint8Array, part: Uint8Array): DeliveredFile {
  try {
    const { text, repaired } = decodeXml(bytes, part)
    return understood(readElements(text), repaired)
  } catch (thrown) {
    if (thrown instanceof RefusedFile) return { kind: 'refused', why: thrown.why }
    throw thrown
  }
}

function understood(elements: Elements, repaired: boolean): DeliveredFile {
  switch (elements.root) {
    case null:
      return { kind: 'other' }
    case 'JO':
      return issueOf(elements)
    case 'TEXTELR':
      return structureOf(elements)
    case 'ARTICLE':
      return articleOf(elements, repaired)
    case 'TEXTE_VERSION':
    case 'TEXTE':
      return textOf(elements, repaired)
  }
}

/** Values of one file, read into their forms; what cannot exist is left out and noted. */
class Values {
  readonly #warnings = new Set<JorfWarning>()
  readonly #of: (name: string) => string

  constructor(of: (name: string) => string | undefined, repaired: boolean) {
    this.#of = (name) => of(name) ?? ''
    if (repaired) this.#warnings.add('encoding')
  }

  words(name: string): string {
    return this.#of(name)
  }

  date(name: string): string | null {
    return this.dateOf(this.#of(name))
  }

  /** 2999 says "no end", 22 February 2222 "not known yet". */
  dateOf(written: string): string | null {
    if (written === '') return null
    if (CivilDate.safeParse(written).success) return isSentinelDate(written) ? null : written
    this.#warnings.add('date')
    return null
  }

  nor(name: string): string {
    const written = this.#of(name)
    const nor = parseNor(written)
    if (nor === null && written !== '') this.#warnings.add('nor')
    return nor ?? ''
  }

  /** The first of the two forms that exists. */
  eli(): string {
    const written = [this.#of('ID_ELI'), this.#of('ID_ELI_ALIAS')].filter((address) => address !== '')
    for (const address of written) {
      const eli = parseFrenchEli(address)?.eli
      if (eli) return eli
    }
    if (written.length > 0) this.#warnings.add('eli')
    return ''
  }

  /** "192" is issue "0192". */
  issue(name: string): string {
    const digits = /^0*(\d{1,4})$/.exec(this.#of(name))?.[1] ?? issueIn(this.#of('ORIGINE_PUBLI'))
    return digits === '' || digits === '0' ? '' : digits.padStart(4, '0')
  }

  warnings(): JorfWarning[] {
    // In the order of their kinds, whatever was read first.
    return (['nor', 'eli', 'date', 'encoding'] as const).filter((kind) => this.#warnings.has(kind))
  }
}

const issueIn = (origin: string) => /\bn[°ºo]\s*0*(\d{1,4})\b/u.exec(origin)?.[1] ?? ''

function textOf(elements: Elements, repaired: boolean): DeliveredFile {
  const values = new Values((name) => elements.values.get(name), repaired)
  const id = values.words('ID') || values.words('CID')
  if (isOfAnotherSet(id)) return { kind: 'other' }
  if (!isJorfText(id)) return { kind: 'refused', why: 'noId' }
  const title = titled(values.words('TITREFULL') || values.words('TITRE'))
  if (title === '') return { kind: 'refused', why: 'noTitle' }
  const nor = values.nor('NOR')
  const eli = values.eli()
  const publishedOn = values.date('DATE_PUBLI')
  const rubrics = noticeRubrics(elements.notice)
  const text: JorfText = {
    ...blankJorfText,
    ...rubrics,
    jorfText: id,
    nature: natureOf(values.words('NATURE'), nor),
    title,
    number: values.words('NUM').slice(0, 60),
    nor,
    eli,
    ministry: values.words('MINISTERE').slice(0, LINE_LENGTH),
    signedOn: values.date('DATE_TEXTE'),
    publishedOn,
    joNumber: values.issue('NUM_PARUTION'),
    joTextNumber: rankOf(values.words('NUM_SEQUENCE')),
    inForceOn: entryIntoForce(rubrics.entryWords, publishedOn) ?? values.date('DATE_DEBUT'),
    endsOn: values.date('DATE_FIN'),
    state: stateOf(values.words('ETAT')),
    consultations: consultationsIn(elements.visas),
    keywords: [...elements.keywords],
    modifiedOn: values.date('DERNIERE_MODIFICATION'),
  }
  return { kind: 'text', text: { ...text, ...linked(elements, text), warnings: values.warnings() } }
}

function linked({ links }: Elements, text: JorfText): Pick<JorfText, 'links'> {
  const found = linksIn(links, text)
  return found.length === 0 ? {} : { links: found }
}

function articleOf(elements: Elements, repaired: boolean): DeliveredFile {
  const { context } = elements
  const values = new Values((name) => context[name], repaired)
  const id = values.words('cid')
  if (isOfAnotherSet(id)) return { kind: 'other' }
  if (!isJorfText(id)) return { kind: 'refused', why: 'noId' }
  const title = titled(elements.values.get('TITRE_TXT') ?? '')
  if (title === '') return { kind: 'refused', why: 'noTitle' }
  const nor = values.nor('nor')
  const text: JorfText = {
    ...blankJorfText,
    jorfText: id,
    nature: natureOf(values.words('nature'), nor),
    title,
    number: values.words('num').slice(0, 60),
    nor,
    ministry: values.words('ministere').slice(0, LINE_LENGTH),
    signedOn: values.date('date_signature'),
    publishedOn: values.date('date_publi'),
    joNumber: values.issue('num_parution_jo'),
  }
  return {
    kind: 'context',
    article: (elements.values.get('ID') ?? '').slice(0, 30),
    text: { ...text, ...linked(elements, text), warnings: values.warnings() },
  }
}

function structureOf(elements: Elements): DeliveredFile {
  const values = new Values((name) => elements.values.get(name), false)
  const id = values.words('ID') || values.words('CID')
  if (isOfAnotherSet(id)) return { kind: 'other' }
  if (!isJorfText(id)) return { kind: 'refused', why: 'noId' }
  const versions = elements.versions
    .map((version) => dated(values, version))
    .filter(({ from }) => from !== null)
    .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  const last = versions.at(-1)
  return {
    kind: 'structure',
    jorfText: id,
    eli: values.eli(),
    inForceOn: versions[0]?.from ?? null,
    endsOn: last?.to ?? null,
    state: last?.state ?? null,
  }
}

function dated(values: Values, { state, from, to }: VersionLink) {
  return { state: stateOf(state), from: values.dateOf(from), to: values.dateOf(to) }
}

function issueOf(elements: Elements): DeliveredFile {
  const values = new Values((name) => elements.values.get(name), false)
  const number = values.issue('NUM') || issueIn(values.words('TITRE')).padStart(4, '0')
  return {
    kind: 'issue',
    number,
    publishedOn: values.date('DATE_PUBLI'),
    texts: elements.listed
      .filter(({ id }) => isJorfText(id))
      .map(({ id, rubric }) => ({ jorfText: id, rubric })),
  }
}

/** Consolidated texts, collective agreements and the like: of the same form, and no texts of the JO. */
const isOfAnotherSet = (id: string) => /^(?!JORF)[A-Z]{4}(?:TEXT|ARTI|SCTA|CONT)\d+$/.test(id)

function titled(words: string): string {
  if (words.length <= 500) return words
  return `${words.slice(0, 499).replace(/(?<!\s)\s+\S*$/, '')}…`
}

function rankOf(words: string): number | null {
  return /^0*[1-9]\d{0,4}$/.test(words) ? Number(words) : null
}

function stateOf(words: string): JorfText['state'] {
  switch (words) {
    case 'VIGUEUR':
      return 'inForce'
    case 'MODIFIE':
      return 'modified'
    case 'ABROGE':
    case 'ANNULE':
      return 'repealed'
    case 'PERIME':
      return 'expired'
    default:
      return null
  }
}

/** Null when the words give none, or several: then people read the words. */
function entryIntoForce(words: string, publishedOn: string | null): string | null {
  const isNextDay = /\blendemain\b.*\bpublication\b/.test(plainLine(words))
  const dates = datesIn(words).map(({ date }) => date)
  if (isNextDay) return dates.length === 0 && publishedOn !== null ? addDays(publishedOn, 1) : null
  const [date] = dates
  return dates.length === 1 && date !== null && date !== undefined && !date.startsWith('-') ? date : null
}
