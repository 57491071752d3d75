import { shortened, typed } from '../../../documents/head.ts'
import type { MinutesModel } from '../../../documents/minutes/model.ts'
import type { MinutesSectionModel } from '../../../documents/minutes/section.ts'
import type { PaperBlock } from '../../../documents/paper/paper.ts'
import { paperOf } from '../../../documents/paper/paper-of.ts'
import { type PaperParagraph, paragraphsOf } from '../../../documents/paper/paragraphs.ts'
import { minutesText } from '../../../documents/text/minutes.ts'
import { placesText as text } from '../../../documents/text/places.ts'
import type { MeetingFile } from '../../../domain/meetings/meeting-file.ts'
import type { SentParagraph } from '../../../domain/minutes/difference.ts'

/** The place of a printed paragraph in the minutes; `rank` counts from 1 within its text, 0 is its heading. */
export type Target =
  | { field: 'presentation' | 'exchanges'; itemId: string; rank: number }
  | { field: 'opening' | 'closing'; itemId: null; rank: number }
  | { field: 'outcome' | 'title'; itemId: string; label: string }
  | { field: 'decision' | 'action'; itemId: string; id: string; label: string }
  /** Printed of whom the action is for and until when. */
  | { field: 'foot'; itemId: string; id: string }

export type SentPlace = SentParagraph & {
  readonly itemId: string | null
  /** "Point 2, Échanges, 3e paragraphe". */
  readonly place: string
  /** Of the table that it is printed in. */
  readonly cell: PaperParagraph['cell']
  /** Null for what the application words of itself from other data. */
  readonly target: Target | null
}

type Cell = NonNullable<PaperParagraph['cell']>
type Walked = Omit<SentPlace, 'isWritten' | 'takesMore'>

/** Every paragraph of the body, in reading order, those of the front first. */
export function sentMinutes(file: MeetingFile, model: MinutesModel): SentPlace[] {
  const paper = paperOf(model)
  if (paper === null) return []
  const walk = new Walk(file, model)
  let atTop = 0
  return [
    ...paper.front.flatMap((block) => paragraphsOf(block).map((paragraph) => own(paragraph))),
    ...paper.blocks.flatMap((block) => walk.block(block)),
  ].map((place) => ({
    ...place,
    place: place.place === text.atTop ? `${text.atTop}, ${text.paragraph(++atTop)}` : place.place,
    isWritten: isWritten(place.target),
    takesMore: place.target !== null && place.target.field !== 'foot',
  }))
}

/** Headings of parts are the application's own. */
const isWritten = (target: Target | null) =>
  target !== null && target.field !== 'foot' && (!('rank' in target) || target.rank > 0)

const own = ({ text: words, number, anchor, cell }: PaperParagraph): Walked => ({
  text: words,
  number,
  anchor,
  cell,
  isOwn: true,
  itemId: null,
  place: text.atTop,
  target: null,
})

type Part = {
  heading: string
  field: 'presentation' | 'exchanges' | 'opening' | 'closing' | null
  isOwn: boolean
}

const notes: ReadonlySet<PaperParagraph['role']> = new Set(['outcome', 'decision', 'action', 'foot'])

/** Texts that somebody writes; positions are noted elsewhere. */
const partFields: ReadonlyMap<string, 'presentation' | 'exchanges'> = new Map([
  [minutesText.presentation, 'presentation'],
  [minutesText.exchanges, 'exchanges'],
])

/** Follows the order in which documents/paper/minutes.ts lays the model out. */
class Walk {
  readonly #model: MinutesModel
  readonly #itemIds: readonly string[]
  readonly #file: MeetingFile
  #sections = 0
  #section: MinutesSectionModel | null = null
  #part: Part | null = null
  #rank = 0
  #notes = { decision: 0, action: 0 }
  #sawTitle = false

  constructor(file: MeetingFile, model: MinutesModel) {
    this.#file = file
    this.#model = model
    this.#itemIds = itemsOf(file, model)
  }

  block(block: PaperBlock): Walked[] {
    if (block.type === 'title') this.#sawTitle = true
    if (block.type === 'heading') return this.#heading(block, paragraphsOf(block))
    const paragraphs = paragraphsOf(block)
    return paragraphs.map((paragraph) => this.#paragraph(paragraph, paragraphs))
  }

  get #itemId(): string | null {
    return this.#section === null ? null : this.#itemIds[this.#sections - 1] || null
  }

  #heading(block: Extract<PaperBlock, { type: 'heading' }>, paragraphs: readonly PaperParagraph[]): Walked[] {
    this.#rank = 0
    this.#enter(block)
    const itemId = this.#itemId
    const part = this.#part
    const isItem = part === null && this.#section !== null
    return paragraphs.map(({ text: words, number, anchor, cell }) => ({
      text: words,
      number,
      anchor,
      cell,
      isOwn: part?.isOwn ?? false,
      itemId,
      place: this.#place(isItem ? text.title : ''),
      target: isItem && itemId !== null ? { field: 'title', itemId, label: block.number } : this.#rich(0),
    }))
  }

  /** Whether a heading opens a part of the present item, the next item, or a part of the whole. */
  #enter({ text: words, number, level }: Extract<PaperBlock, { type: 'heading' }>): void {
    const next = this.#model.sections[this.#sections]
    const isPart = this.#section !== null && number === '' && level > Math.min(this.#section.depth, 3)
    if (isPart && this.#section?.parts.some(({ heading }) => heading === words)) {
      this.#part = { heading: words, field: partFields.get(words) ?? null, isOwn: false }
    } else if (isPart && this.#section?.watch?.heading === words)
      this.#part = { heading: words, field: null, isOwn: false }
    // It says what is open on the day it is printed: other words in another copy are nobody's correction.
    else if (isPart && this.#section?.followedUp?.heading === words)
      this.#part = { heading: words, field: null, isOwn: true }
    else if (
      next !== undefined &&
      next.title === words &&
      next.number === number &&
      this.#isPastFront(words)
    ) {
      this.#section = next
      this.#sections += 1
      this.#part = null
      this.#notes = { decision: 0, action: 0 }
    } else {
      const { opening, closing, followUp, approval, signatures } = this.#model
      const isOpening = this.#sections === 0 && opening?.heading === words
      const isClosing = this.#sections === this.#model.sections.length && closing.heading === words
      this.#section = null
      this.#part = {
        heading: words,
        field: isOpening ? 'opening' : isClosing ? 'closing' : null,
        isOwn: [followUp, approval, signatures].some((part) => part?.heading === words),
      }
    }
  }

  /** The first item may be called as the opening is. */
  #isPastFront(words: string): boolean {
    const { opening } = this.#model
    return this.#sections > 0 || opening?.heading !== words || this.#part?.field === 'opening'
  }

  #paragraph(
    { text: words, number, anchor, role, cell }: PaperParagraph,
    beside: readonly PaperParagraph[],
  ): Walked {
    const itemId = this.#itemId
    // What is noted of an item is printed behind its parts and stands in none of them.
    if (this.#section !== null && notes.has(role)) this.#part = null
    const base = { text: words, number, anchor, cell, isOwn: this.#part?.isOwn ?? false, itemId }
    if (!this.#sawTitle || role === 'subtitle' || role === 'state' || role === 'notice')
      return { ...base, isOwn: true, place: text.atTop, target: null }
    if (this.#section !== null && itemId !== null) {
      const noted = this.#noted(words, role, itemId)
      if (noted !== null) return { ...base, ...noted }
    }
    this.#rank += 1
    const target = this.#rich(this.#rank)
    const detail =
      cell === null
        ? text.paragraph(this.#rank)
        : // What is printed of other data is found again by its place.
          target === null
          ? text.cell(cell.row + 1, cell.column + 1)
          : cellName(cell, beside)
    return { ...base, place: this.#place(detail), target }
  }

  #noted(
    words: string,
    role: PaperParagraph['role'],
    itemId: string,
  ): Pick<SentPlace, 'place' | 'target'> | null {
    switch (role) {
      case 'presented':
        return { place: this.#place(text.presented), target: null }
      case 'empty':
        return { place: this.#place(text.generated), target: null }
      case 'outcome': {
        const label = this.#section?.outcome?.label ?? ''
        return { place: this.#place(text.outcome), target: { field: 'outcome', itemId, label } }
      }
      case 'decision':
      case 'action': {
        const rank = this.#notes[role]
        this.#notes[role] += 1
        const label = this.#section?.[role === 'decision' ? 'decisions' : 'actions'][rank]?.label ?? ''
        const id = this.#noteIds(role, itemId)[rank]
        return {
          place: this.#place(text[role](numberIn(label))),
          target: id === undefined ? null : { field: role, itemId, id, label },
        }
      }
      case 'foot': {
        const rank = this.#notes.action - 1
        const label = this.#section?.actions[rank]?.label ?? words
        const id = this.#noteIds('action', itemId)[rank]
        return {
          place: this.#place(text.actionFoot(numberIn(label))),
          target: id === undefined ? null : { field: 'foot', itemId, id },
        }
      }
      default:
        return null
    }
  }

  /** In the order in which they are printed. */
  #noteIds(role: 'decision' | 'action', itemId: string): string[] {
    const rows = role === 'decision' ? this.#file.decisions : this.#file.actions
    return [...rows]
      .filter((row) => row.itemId === itemId)
      .sort((a, b) => a.rank - b.rank)
      .map(({ id }) => id)
  }

  #rich(rank: number): Target | null {
    const field = this.#part?.field ?? null
    if (field === 'opening' || field === 'closing')
      return { field, itemId: null, rank: Math.max(0, rank - this.#said(field)) }
    const itemId = this.#itemId
    return field === null || itemId === null ? null : { field, itemId, rank }
  }

  /** The sentence that the application itself begins a passage with is no paragraph of the typed text. */
  #said(field: 'opening' | 'closing'): number {
    return (this.#model[field]?.sentence ?? '') === '' ? 0 : 1
  }

  #place(detail: string): string {
    const section = this.#section
    const item = section === null ? '' : text.item(section.number, section.title.slice(0, 80))
    const part = this.#part?.heading ?? (section === null ? text.facts : '')
    return [item, part, detail].filter((words) => words !== '').join(', ')
  }
}

/** Letters of the words that name a row or a column. */
const LONGEST_NAME = 40

/** A cell as one finds it: by the words at the head of its row and of its column. */
function cellName({ row, column }: Cell, table: readonly PaperParagraph[]): string {
  const headed = (place: Cell) => {
    const words = table.find(({ cell }) => cell?.row === place.row && cell.column === place.column)?.text
    return words === undefined ? undefined : shortened(words.replace(/\s+/gu, ' '), LONGEST_NAME)
  }
  const rowName = row > 0 && column > 0 ? headed({ row, column: 0 }) : undefined
  const columnName = row > 0 ? headed({ row: 0, column }) : undefined
  return text.cell(rowName ?? row + 1, columnName ?? column + 1)
}

const numberIn = (label: string) => label.trim().split(/\s+/u).at(-1)?.replace(/\.$/, '') ?? ''

/** The item of each section printed: some items (a break about which nothing was written) have none. */
function itemsOf({ items }: MeetingFile, { sections }: MinutesModel): string[] {
  let from = 0
  return sections.map(({ number, title }) => {
    const at = items.findIndex(
      (item, index) =>
        index >= from && typed(item.title) === title && (number === '') === (item.kind !== 'item'),
    )
    from = at === -1 ? from : at + 1
    return items[at]?.id ?? ''
  })
}
