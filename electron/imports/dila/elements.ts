import { SaxesParser } from 'saxes'
import { LINE_LENGTH } from '../../domain/limits.ts'
import type { FileRefusal } from '../../domain/watch/jorf-text.ts'
import { oneLine, singleSpaced } from '../understanding/plain-line.ts'

/** Roots of the files of the JORF and JORFSIMPLE sets; others say nothing of a text. */
export type Root = 'TEXTE_VERSION' | 'TEXTE' | 'TEXTELR' | 'ARTICLE' | 'JO'

export type VersionLink = { state: string; id: string; from: string; to: string }
export type FileLink = { of: Readonly<Record<string, string>>; citation: string }
export type ListedText = { id: string; rubric: string }

export type Elements = {
  root: Root | null
  /** First value of each element of `LEAVES`. */
  values: ReadonlyMap<string, string>
  keywords: readonly string[]
  notice: string
  visas: string
  versions: readonly VersionLink[]
  listed: readonly ListedText[]
  /** Other texts in the file: the attributes of each link, and how it cites the text. */
  links: readonly FileLink[]
  /** The text that an article is of. */
  context: Readonly<Record<string, string>>
}

export class RefusedFile extends Error {
  readonly why: FileRefusal
  constructor(why: FileRefusal) {
    super(why)
    this.why = why
  }
}

const ROOTS: ReadonlySet<string> = new Set<Root>(['TEXTE_VERSION', 'TEXTE', 'TEXTELR', 'ARTICLE', 'JO'])
const LEAVES: ReadonlySet<string> = new Set([
  'ID',
  'ID_ELI',
  'ID_ELI_ALIAS',
  'NATURE',
  'CID',
  'NUM',
  'NUM_PARUTION',
  'NUM_SEQUENCE',
  'NOR',
  'DATE_PUBLI',
  'DATE_TEXTE',
  'DERNIERE_MODIFICATION',
  'ORIGINE_PUBLI',
  'TITRE',
  'TITREFULL',
  'ETAT',
  'DATE_DEBUT',
  'DATE_FIN',
  'MINISTERE',
  'TITRE_TXT',
])
/** Their content is of something else than the text: its articles, other texts, the persons who signed. */
const PASSED: ReadonlySet<string> = new Set([
  'STRUCT',
  'SIGNATAIRES',
  'BLOC_TEXTUEL',
  'TP',
  'NOTA',
  'ABRO',
  'RECT',
  'SM',
  'ENTREPRISE',
  'VERSIONS_A_VENIR',
])
/** Kinds of links by which one text does something to another. */
const LINKING: ReadonlySet<string> = new Set([
  'MODIFIE',
  'MODIFICATION',
  'ABROGE',
  'ABROGATION',
  'TRANSPOSITION',
  'APPLICATION',
  'SPEC_APPLI',
])
const LINE_ENDS: ReadonlySet<string> = new Set(['p', 'br', 'div', 'li', 'tr', 'P', 'BR', 'DIV', 'LI', 'TR'])

const MAX_DEPTH = 200
const MAX_LISTED = 5000
const MAX_KEYWORDS = 50
const MAX_LINKS = 1000
/** Of one value, in characters; a title of the JO may be a page long. */
const MAX_VALUE = 5000
const MAX_PROSE = 60_000

/** @throws RefusedFile when it is not well-formed, declares a document type or is nested without end */
export function readElements(text: string): Elements {
  const reader = new Reader()
  const parser = new SaxesParser({ xmlns: false, position: false })
  // With a document type come entities of its own: what they unfold to has no end, and they may name files.
  parser.on('doctype', () => {
    throw new RefusedFile('doctype')
  })
  parser.on('opentag', (tag) => reader.open(tag.name, tag.attributes))
  parser.on('closetag', (tag) => reader.close(tag.name))
  parser.on('text', (words) => reader.text(words))
  parser.on('cdata', (words) => reader.text(words))
  try {
    parser.write(text).close()
  } catch (thrown) {
    throw thrown instanceof RefusedFile ? thrown : new RefusedFile('malformed')
  }
  return reader
}

class Reader implements Elements {
  root: Root | null = null
  readonly values = new Map<string, string>()
  readonly keywords: string[] = []
  notice = ''
  visas = ''
  readonly versions: VersionLink[] = []
  readonly listed: ListedText[] = []
  readonly links: FileLink[] = []
  context: Record<string, string> = {}

  #linkOf: Readonly<Record<string, string>> | null = null
  #depth = 0
  /** Depth of the outermost element that is passed over; 0 outside. */
  #passedAt = 0
  #leaf: string | null = null
  #words = ''
  #prose: 'notice' | 'visas' | null = null
  #proseAt = 0
  #state = ''
  /** Titles of the rubrics that are open, from the outermost. */
  readonly #rubrics: string[] = []

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw new RefusedFile('tooDeep')
    if (this.#depth === 1) this.root = ROOTS.has(name) ? (name as Root) : null
    if (this.#passedAt > 0) return
    if (this.#prose !== null) {
      if (LINE_ENDS.has(name)) this.#addProse('\n')
      return
    }
    if (PASSED.has(name)) this.#passedAt = this.#depth
    else if (name === 'NOTICE' || name === 'VISAS') {
      this.#prose = name === 'NOTICE' ? 'notice' : 'visas'
      this.#proseAt = this.#depth
    } else if (name === 'LIEN_TXT') this.#link(attributes)
    else if (name === 'VERSION') this.#state = attributes.etat ?? ''
    else if (name === 'TM') this.#rubrics.push('')
    else if (name === 'TEXTE' && this.root === 'ARTICLE') this.context = { ...attributes }
    else if (name === 'LIEN') {
      // Most links of most files are citations: they would fill the memory and link nothing.
      this.#linkOf = LINKING.has(attributes.typelien ?? '') ? attributes : null
      this.#leaf = name
      this.#words = ''
    } else if (LEAVES.has(name) || name === 'MC' || name === 'TITRE_TM') {
      this.#leaf = name
      this.#words = ''
    }
  }

  close(name: string): void {
    if (this.#passedAt > 0) {
      if (this.#depth === this.#passedAt) this.#passedAt = 0
    } else if (this.#prose !== null) {
      if (LINE_ENDS.has(name)) this.#addProse('\n')
      if (this.#depth === this.#proseAt) this.#prose = null
    } else if (name === 'TM') this.#rubrics.pop()
    else if (name === this.#leaf) this.#take(name)
    this.#depth -= 1
  }

  text(words: string): void {
    if (this.#passedAt > 0) return
    // Line ends of the file are layout; those of the text are elements.
    if (this.#prose !== null) this.#addProse(singleSpaced(words))
    else if (this.#leaf !== null && this.#words.length < MAX_VALUE) this.#words += words
  }

  #take(name: string): void {
    const value = oneLine(this.#words).slice(0, MAX_VALUE)
    this.#leaf = null
    if (value === '') return
    if (name === 'LIEN') {
      if (this.#linkOf !== null && this.links.length < MAX_LINKS)
        this.links.push({ of: { ...this.#linkOf }, citation: value.slice(0, LINE_LENGTH) })
    } else if (name === 'MC') {
      if (this.keywords.length < MAX_KEYWORDS) this.keywords.push(value.slice(0, 200))
    } else if (name === 'TITRE_TM') this.#rubrics.splice(-1, 1, value)
    else if (!this.values.has(name)) this.values.set(name, value)
  }

  #link(attributes: Readonly<Record<string, string>>): void {
    if (this.root === 'TEXTELR') {
      const { id = '', debut = '', fin = '' } = attributes
      if (this.versions.length < MAX_LISTED)
        this.versions.push({ state: this.#state, id, from: debut, to: fin })
    } else if (this.root === 'JO' && this.listed.length < MAX_LISTED) {
      const rubric = this.#rubrics.filter((title) => title !== '').join(' > ')
      this.listed.push({ id: attributes.idtxt ?? '', rubric: rubric.slice(0, LINE_LENGTH) })
    }
  }

  #addProse(words: string): void {
    if (this.#prose !== null && this[this.#prose].length < MAX_PROSE) this[this.#prose] += words
  }
}
