import { CivilDate } from '../../domain/ids.ts'
import {
  blankJorfText,
  type FileRefusal,
  type JorfStructure,
  type JorfText,
  type JorfWarning,
} from '../../domain/watch/jorf-text.ts'
import { isJorfText, parseFrenchEli, parseNor } from '../../domain/watch/text-identifiers.ts'
import { isSentinelDate } from '../../domain/watch/text-life.ts'
import { decodeXml, isWide } from './decode-xml.ts'
import { type Elements, RefusedFile, readElements, type VersionLink } from './elements.ts'
import { entryIntoForce } from './entry-into-force.ts'
import { linksIn } from './links.ts'
import { natureOf } from './natures.ts'
import { noticeRubrics } from './notice.ts'
import { consultationsIn } from './visas.ts'
import { withoutBodies } from './without-bodies.ts'

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
    ministry: values.words('MINISTERE').slice(0, 500),
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
    ministry: values.words('ministere').slice(0, 500),
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
  return `${words.slice(0, 499).replace(/\s+\S*$/, '')}…`
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
