import type { Unread } from '../../domain/minutes/word-review.ts'
import { listOf, outlineOf, type ParagraphStyle } from '../readers/docx-styles.ts'
import { isOn, wordValue } from '../readers/office-values.ts'
import { childOf, textOf, type XmlElement } from '../xml.ts'
import type { InstantOf } from './instants.ts'
import { followMove, type OpenMoves, type Revision, revisionOf } from './revisions.ts'

export type Piece = {
  readonly text: string
  readonly revisions: readonly Revision[]
  /** Struck through by hand: a look, by which people who track nothing say "take this out". */
  readonly isStruck: boolean
}

/** One `w:p`; its mark ends it, and may itself be put in or taken out. */
export type Atom = {
  anchors: string[]
  level: number | null
  isContents: boolean
  isCounted: boolean
  cell: { table: number; row: number; column: number } | null
  pieces: Piece[]
  markInserted: Revision | null
  markDeleted: Revision | null
  /** Ids of the comments that begin here, and of those that are about words here. */
  comments: string[]
  covered: Set<string>
}

/** A text box is read after the paragraph that it hangs on. */
type Box = { element: XmlElement; revisions: readonly Revision[]; cell: Atom['cell'] }

/** Some 400 pages. */
const MAX_ATOMS = 20_000
const MAX_QUOTE = 500
/** Ranges of comments that are followed at once: more of them over one word are made to be slow. */
const MOST_OPEN = 200

/** Elements whose children stand in their place; those of formulas are all so. */
const transparent = new Set(
  'w:smartTag w:customXml w:sdt w:sdtContent w:fldSimple w:dir w:bdo w:hyperlink mc:Choice'.split(' '),
)
const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  // A sign of a font of signs: its number means nothing in another.
  'w:sym': '\ufffc',
}
/** Tracked changes of looks (ECMA-376 part 1, 17.13.5). */
const looks = new Set(
  'w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:tblGridChange w:cellMerge w:numberingChange'.split(
    ' ',
  ),
)

/** Gathers paragraphs; groups that tracked marks cannot cross (a cell, the body) are handed over one by one. */
export class AtomReader {
  readonly unread = new Map<Unread, number>()
  pictures = 0
  isCut = false
  isTracked = false
  #atoms: Atom[] = []
  #boxes: Box[] = []
  #count = 0
  #pieces = 0
  #tables = 0
  /** Bookmarks and comments met between paragraphs belong to the next one. */
  #anchors: string[] = []
  #pendingComments: string[] = []
  readonly #openComments = new Set<string>()
  readonly #quotes = new Map<string, { stays: string; was: string }>()
  readonly #moves: OpenMoves = new Map()
  readonly #styleOf: (id: string | null) => ParagraphStyle
  readonly #instantOf: InstantOf
  readonly #take: (atoms: readonly Atom[]) => void

  constructor(
    styleOf: (id: string | null) => ParagraphStyle,
    instantOf: InstantOf,
    take: (atoms: readonly Atom[]) => void,
  ) {
    this.#styleOf = styleOf
    this.#instantOf = instantOf
    this.#take = take
  }

  /** One block of the body, or what stands between two blocks. */
  block(element: XmlElement): void {
    this.#countLooks(element)
    this.#block(element, null, [])
  }

  /** Hands over what is left. */
  end(): void {
    if (this.#atoms.length > 0) this.#take(this.#atoms)
    this.#atoms = []
    for (const { element, revisions, cell } of this.#boxes.splice(0)) {
      this.#children(element, cell, revisions)
      this.end()
    }
  }

  /** The words that a comment is about; where all of them go, what they were. */
  quoted(id: string): string {
    const { stays, was } = this.#quotes.get(id) ?? { stays: '', was: '' }
    return stays.trim() || was.trim()
  }

  /** Comments that stand nowhere in the text are told at its head. */
  isPlaced(id: string): boolean {
    return this.#quotes.has(id)
  }

  #tell(reason: Unread): void {
    this.unread.set(reason, (this.unread.get(reason) ?? 0) + 1)
  }

  #countLooks(element: XmlElement): void {
    for (const child of shownChildren(element)) {
      if (looks.has(child.name) || (element.name === 'w:numPr' && child.name === 'w:ins')) this.#tell('look')
      else this.#countLooks(child)
    }
  }

  #block(element: XmlElement, cell: Atom['cell'], revisions: readonly Revision[]): void {
    if (this.#count >= MAX_ATOMS) {
      this.isCut = true
      return
    }
    if (this.#mark(element, null)) return
    if (element.name === 'w:p') this.#paragraph(element, cell, revisions)
    else if (element.name === 'w:tbl') this.#table(element, cell, revisions)
    else this.#children(element, cell, this.#within(element, revisions))
  }

  #children(element: XmlElement, cell: Atom['cell'], revisions: readonly Revision[]): void {
    for (const child of shownChildren(element)) this.#block(child, cell, revisions)
  }

  /** Rows and cells that are put in or taken out say so of themselves, not of each word in them. */
  #table(element: XmlElement, outer: Atom['cell'], revisions: readonly Revision[]): void {
    this.end()
    const table = this.#tables
    this.#tables += 1
    let row = 0
    for (const tr of this.#inside(element, 'w:tr')) {
      const properties = childOf(tr, 'w:trPr')
      const ofRow = [...revisions, ...this.#notedIn(properties)]
      let column = number(properties, 'w:gridBefore', 0)
      for (const tc of this.#inside(tr, 'w:tc')) {
        const cellProperties = childOf(tc, 'w:tcPr')
        const ofCell = [...ofRow, ...this.#notedIn(cellProperties)]
        for (const child of shownChildren(tc))
          if (child !== cellProperties) this.#block(child, outer ?? { table, row, column }, ofCell)
        this.end()
        column += number(cellProperties, 'w:gridSpan', 1)
      }
      row += 1
    }
  }

  /** Rows or cells, also those wrapped in content controls; what begins or ends between two of them is followed. */
  *#inside(element: XmlElement, name: string): Generator<XmlElement> {
    for (const child of shownChildren(element)) {
      if (child.name === name) yield child
      else if (['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name))
        yield* this.#inside(child, name)
      else this.#mark(child, null)
    }
  }

  #paragraph(element: XmlElement, cell: Atom['cell'], revisions: readonly Revision[]): void {
    this.#count += 1
    const properties = childOf(element, 'w:pPr')
    const style = this.#styleOf(properties === undefined ? null : wordValue(properties, 'w:pStyle'))
    const outline = outlineOf(properties) ?? style.outline
    const list = listOf(properties).numId ?? style.list?.numId ?? '0'
    const marks = [...revisions, ...this.#notedIn(childOf(properties, 'w:rPr'))]
    const atom: Atom = {
      anchors: this.#anchors,
      level: outline === 10 ? null : outline,
      isContents: style.isContents,
      isCounted: list !== '0',
      cell,
      pieces: [],
      markInserted: marks.find(({ kind }) => kind === 'insert') ?? null,
      markDeleted: marks.find(({ kind }) => kind === 'delete') ?? null,
      comments: this.#pendingComments,
      covered: new Set(),
    }
    this.#anchors = []
    this.#pendingComments = []
    this.#atoms.push(atom)
    for (const child of shownChildren(element)) if (child !== properties) this.#inline(child, atom, revisions)
    for (const id of this.#openComments) this.#quote(id, '\n', [])
    const goesOn = atom.markInserted !== null || atom.markDeleted !== null
    if (this.#boxes.length > 0 && !goesOn) this.end()
  }

  #inline(element: XmlElement, atom: Atom, revisions: readonly Revision[]): void {
    if (this.#mark(element, atom)) return
    if (element.name === 'w:r') {
      const properties = childOf(element, 'w:rPr')
      const isStruck = isSet(properties, 'w:strike') || isSet(properties, 'w:dstrike')
      for (const child of shownChildren(element)) this.#inRun(child, atom, { revisions, isStruck })
      return
    }
    if (element.name === 'mc:AlternateContent') {
      for (const child of shownChildren(element)) this.#inline(child, atom, revisions)
      return
    }
    if (element.name === 'm:t') this.#say(atom, { text: textOf(element), revisions, isStruck: false })
    const within = this.#within(element, revisions)
    const isChange = within !== revisions
    const before = this.#pieces + this.#boxes.length
    if (isChange || transparent.has(element.name) || element.name.startsWith('m:'))
      for (const child of shownChildren(element)) this.#inline(child, atom, within)
    if (isChange && before === this.#pieces + this.#boxes.length) this.#tell('object')
  }

  #inRun(element: XmlElement, atom: Atom, how: Omit<Piece, 'text'>): void {
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        this.#say(atom, { text: spaced(element), ...how })
        return
      case 'w:br': {
        const type = element.attributes['w:type'] ?? 'textWrapping'
        if (type === 'textWrapping') this.#say(atom, { text: '\n', ...how })
        return
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawn(element, { revisions: how.revisions, cell: atom.cell })
        return
      case 'mc:AlternateContent':
      case 'mc:Choice':
      case 'mc:Fallback':
        for (const child of shownChildren(element)) this.#inRun(child, atom, how)
        return
      case 'w:commentReference': {
        const id = element.attributes['w:id'] ?? ''
        if (!this.#quotes.has(id)) this.#openComment(id, atom)
        this.#openComments.delete(id)
        return
      }
      default: {
        const sign = signs[element.name]
        if (sign !== undefined) this.#say(atom, { text: sign, ...how })
      }
    }
  }

  #say(atom: Atom, { text, revisions, isStruck }: Piece): void {
    const bare = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    if (bare === '') return
    this.#pieces += 1
    atom.pieces.push({ text: bare, revisions, isStruck })
    for (const id of this.#openComments) {
      this.#quote(id, bare, revisions)
      if (bare.trim() !== '') atom.covered.add(id)
    }
  }

  #quote(id: string, text: string, revisions: readonly Revision[]): void {
    const { stays, was } = this.#quotes.get(id) ?? { stays: '', was: '' }
    const isAll = (kind: Revision['kind']) => revisions.every((revision) => revision.kind === kind)
    this.#quotes.set(id, {
      stays: isAll('insert') ? `${stays}${text}`.slice(0, MAX_QUOTE) : stays,
      was: isAll('delete') ? `${was}${text}`.slice(0, MAX_QUOTE) : was,
    })
  }

  /** Begins or ends at a point: bookmarks, comments, moves. */
  #mark(element: XmlElement, atom: Atom | null): boolean {
    const id = element.attributes['w:id'] ?? ''
    switch (element.name) {
      case 'w:bookmarkStart': {
        const name = element.attributes['w:name'] ?? '_'
        if (!name.startsWith('_')) (atom?.anchors ?? this.#anchors).push(name)
        return true
      }
      case 'w:bookmarkEnd':
        return true
      case 'w:commentRangeStart':
        this.#openComment(id, atom)
        if (this.#openComments.size < MOST_OPEN) this.#openComments.add(id)
        return true
      case 'w:commentRangeEnd':
        this.#openComments.delete(id)
        return true
      // A form around words that was put in or taken out; another document, whose words stand in another part.
      case 'w:customXmlInsRangeStart':
      case 'w:customXmlDelRangeStart':
      case 'w:altChunk':
        this.#tell('object')
        return true
      default:
        return followMove(element, this.#moves)
    }
  }

  #openComment(id: string, atom: Atom | null): void {
    if (!this.#quotes.has(id)) (atom?.comments ?? this.#pendingComments).push(id)
    this.#quote(id, '', [])
  }

  /** The revisions that hold inside an element. */
  #within(element: XmlElement, revisions: readonly Revision[]): readonly Revision[] {
    const own = this.#noted(element)
    return own === null ? revisions : [...revisions, own]
  }

  #notedIn(properties: XmlElement | undefined): Revision[] {
    return properties === undefined
      ? []
      : shownChildren(properties).flatMap((child) => this.#noted(child) ?? [])
  }

  #noted(element: XmlElement): Revision | null {
    const revision = revisionOf(element, this.#moves, this.#instantOf)
    if (revision !== null) this.isTracked = true
    return revision
  }

  #drawn(element: XmlElement, how: Omit<Box, 'element'>): void {
    const found = textBoxes(element)
    if (found.length === 0) this.pictures += 1
    this.#boxes.push(...found.map((box) => ({ element: box, ...how })))
  }
}

/** Elements inside; of what is there once for new and once for old programs, the first. */
function shownChildren(element: XmlElement): XmlElement[] {
  const children = element.children.filter((child) => typeof child !== 'string')
  return element.name === 'mc:AlternateContent' ? children.slice(0, 1) : children
}

function textBoxes(element: XmlElement): XmlElement[] {
  return shownChildren(element).flatMap((child) =>
    child.name === 'w:txbxContent' ? [child] : textBoxes(child),
  )
}

/** White space at the ends counts where it is said to (XML 1.0, 2.10). */
function spaced(element: XmlElement): string {
  const text = textOf(element)
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

function number(properties: XmlElement | undefined, name: string, otherwise: number): number {
  const value = properties === undefined ? null : wordValue(properties, name)
  return value !== null && /^\d{1,2}$/.test(value) ? Number(value) : otherwise
}

function isSet(properties: XmlElement | undefined, name: string): boolean {
  const element = childOf(properties, name)
  return element !== undefined && isOn(element.attributes['w:val'] ?? '1')
}
