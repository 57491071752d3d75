import { isPlaceholder } from '../readers/docx-paragraph.ts'
import { outlineOf, type ParagraphStyle } from '../readers/docx-styles.ts'
import { isOn, wordValue } from '../readers/office-values.ts'
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts'
import { followMove, type OpenMoves, type Revision, revisionOf } from './revisions.ts'

export type Piece = { readonly text: string; readonly revisions: readonly Revision[] }

/** One `w:p`; its mark ends it, and may itself be put in or taken out. */
export type Atom = {
  anchors: string[]
  level: number | null
  cell: { table: number; row: number; column: number } | null
  pieces: Piece[]
  markInserted: Revision | null
  markDeleted: Revision | null
  /** Ids of the comments that begin here, and of those that go on here. */
  comments: string[]
  continued: string[]
}

/** Some 400 pages. */
const MAX_ATOMS = 20_000

/** Elements whose children stand in their place. */
const transparent = new Set(
  'w:smartTag w:customXml w:sdtContent w:fldSimple w:dir w:bdo w:hyperlink w:ruby w:rubyBase mc:Choice m:oMath m:oMathPara m:r'.split(
    ' ',
  ),
)
const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}

/** Gathers paragraphs; groups that tracked marks cannot cross (a cell, the body) are handed over one by one. */
export class AtomReader {
  readonly quoted = new Map<string, string>()
  pictures = 0
  isCut = false
  isTracked = false
  #atoms: Atom[] = []
  #count = 0
  #tables = 0
  /** Bookmarks and comments met between paragraphs belong to the next one. */
  #anchors: string[] = []
  #pendingComments: string[] = []
  readonly #openComments = new Set<string>()
  readonly #moves: OpenMoves = new Map()
  readonly #styleOf: (id: string | null) => ParagraphStyle
  readonly #take: (atoms: readonly Atom[]) => void

  constructor(styleOf: (id: string | null) => ParagraphStyle, take: (atoms: readonly Atom[]) => void) {
    this.#styleOf = styleOf
    this.#take = take
  }

  /** One block of the body, or what stands between two blocks. */
  block(element: XmlElement): void {
    this.#block(element, null, [])
  }

  /** Hands over what is left. */
  end(): void {
    if (this.#atoms.length > 0) this.#take(this.#atoms)
    this.#atoms = []
  }

  #block(element: XmlElement, cell: Atom['cell'], revisions: readonly Revision[]): void {
    if (this.#count >= MAX_ATOMS) {
      this.isCut = true
      return
    }
    if (this.#mark(element, null)) return
    if (element.name === 'w:p') this.#paragraph(element, cell, revisions)
    else if (element.name === 'w:tbl') this.#table(element, cell, revisions)
    else if (element.name !== 'w:sdt' || !isPlaceholder(element)) {
      const own = this.#noted(element)
      const inner = own === null ? revisions : [...revisions, own]
      for (const child of element.children) if (typeof child !== 'string') this.#block(child, cell, inner)
    }
  }

  /** Rows that are put in or taken out say so of themselves, not of each word in them. */
  #table(element: XmlElement, outer: Atom['cell'], revisions: readonly Revision[]): void {
    this.end()
    const table = this.#tables
    this.#tables += 1
    for (const [row, tr] of inside(element, 'w:tr').entries()) {
      const properties = childOf(tr, 'w:trPr')
      const own = (properties?.children ?? []).flatMap((child) =>
        typeof child === 'string' ? [] : (this.#noted(child) ?? []),
      )
      let column = number(properties, 'w:gridBefore', 0)
      for (const tc of inside(tr, 'w:tc')) {
        const cell = outer ?? { table, row, column }
        for (const child of tc.children)
          if (typeof child !== 'string' && child.name !== 'w:tcPr')
            this.#block(child, cell, [...revisions, ...own])
        this.end()
        column += number(childOf(tc, 'w:tcPr'), 'w:gridSpan', 1)
      }
    }
  }

  #paragraph(element: XmlElement, cell: Atom['cell'], revisions: readonly Revision[]): void {
    this.#count += 1
    const properties = childOf(element, 'w:pPr')
    const style = this.#styleOf(properties === undefined ? null : wordValue(properties, 'w:pStyle'))
    const outline = outlineOf(properties) ?? style.outline
    const mark = childOf(properties, 'w:rPr')
    const marks = [
      ...revisions,
      ...(mark?.children ?? []).flatMap((child) =>
        typeof child === 'string' ? [] : (this.#noted(child) ?? []),
      ),
    ]
    const atom: Atom = {
      anchors: this.#anchors,
      level: outline === 10 ? null : outline,
      cell,
      pieces: [],
      markInserted: marks.find(({ kind }) => kind === 'insert') ?? null,
      markDeleted: marks.find(({ kind }) => kind === 'delete') ?? null,
      comments: this.#pendingComments,
      continued: [],
    }
    this.#anchors = []
    this.#pendingComments = []
    this.#atoms.push(atom)
    const boxes: XmlElement[] = []
    for (const child of element.children)
      if (typeof child !== 'string' && child.name !== 'w:pPr') this.#inline(child, atom, revisions, boxes)
    for (const id of this.#openComments) this.#quote(id, '\n')
    // A line of the table of contents repeats a heading.
    if (style.isContents) this.#atoms.pop()
    for (const box of boxes) {
      this.end()
      for (const child of box.children) if (typeof child !== 'string') this.#block(child, cell, revisions)
      this.end()
    }
  }

  #inline(element: XmlElement, atom: Atom, revisions: readonly Revision[], boxes: XmlElement[]): void {
    if (this.#mark(element, atom)) return
    const own = this.#noted(element)
    const within = own === null ? revisions : [...revisions, own]
    if (element.name === 'w:r') {
      if (!isHidden(element))
        for (const child of element.children)
          if (typeof child !== 'string') this.#inRun(child, atom, within, boxes)
      return
    }
    if (element.name === 'mc:AlternateContent') {
      const branch = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
      if (branch !== undefined) this.#inline({ ...branch, name: 'mc:Choice' }, atom, within, boxes)
      return
    }
    const isOpen = own !== null || transparent.has(element.name)
    if (isOpen || (element.name === 'w:sdt' && !isPlaceholder(element)))
      for (const child of element.children)
        if (typeof child !== 'string') this.#inline(child, atom, within, boxes)
    if (element.name === 'm:t') this.#say(atom, textOf(element), within)
  }

  #inRun(element: XmlElement, atom: Atom, revisions: readonly Revision[], boxes: XmlElement[]): void {
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        this.#say(atom, textOf(element), revisions)
        return
      case 'w:br': {
        const type = element.attributes['w:type'] ?? 'textWrapping'
        if (type === 'textWrapping') this.#say(atom, '\n', revisions)
        return
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawn(element, boxes)
        return
      case 'mc:AlternateContent': {
        const branch = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
        for (const child of branch?.children ?? [])
          if (typeof child !== 'string') this.#inRun(child, atom, revisions, boxes)
        return
      }
      case 'w:commentReference': {
        const id = element.attributes['w:id'] ?? ''
        if (!this.quoted.has(id)) this.#openComment(id, atom)
        this.#openComments.delete(id)
        return
      }
      default: {
        const sign = signs[element.name]
        if (sign !== undefined) this.#say(atom, sign, revisions)
      }
    }
  }

  #say(atom: Atom, text: string, revisions: readonly Revision[]): void {
    const bare = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    if (bare === '') return
    atom.pieces.push({ text: bare, revisions })
    for (const id of this.#openComments) {
      if (revisions.every(({ kind }) => kind === 'insert')) this.#quote(id, bare)
      if (!atom.comments.includes(id) && !atom.continued.includes(id)) atom.continued.push(id)
    }
  }

  #quote(id: string, text: string): void {
    this.quoted.set(id, `${this.quoted.get(id) ?? ''}${text}`.slice(0, 500))
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
        this.#openComments.add(id)
        return true
      case 'w:commentRangeEnd':
        this.#openComments.delete(id)
        return true
      default:
        return followMove(element, this.#moves)
    }
  }

  #openComment(id: string, atom: Atom | null): void {
    if (!this.quoted.has(id)) (atom?.comments ?? this.#pendingComments).push(id)
    this.#quote(id, '')
  }

  #noted(element: XmlElement): Revision | null {
    const revision = revisionOf(element, this.#moves)
    if (revision !== null) this.isTracked = true
    return revision
  }

  #drawn(element: XmlElement, boxes: XmlElement[]): void {
    const found = textBoxes(element)
    if (found.length === 0) this.pictures += 1
    boxes.push(...found)
  }
}

function textBoxes(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'w:txbxContent' ? [child] : textBoxes(child)
  })
}

/** Rows or cells, also those wrapped in content controls. */
function inside(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === name) return [child]
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name) ? inside(child, name) : []
  })
}

function number(properties: XmlElement | undefined, name: string, otherwise: number): number {
  const value = properties === undefined ? null : wordValue(properties, name)
  return value !== null && /^\d{1,2}$/.test(value) ? Number(value) : otherwise
}

function isHidden(run: XmlElement): boolean {
  const vanish = childrenOf(run, 'w:rPr').flatMap((properties) => childrenOf(properties, 'w:vanish'))[0]
  return vanish !== undefined && isOn(vanish.attributes['w:val'] ?? '1')
}
