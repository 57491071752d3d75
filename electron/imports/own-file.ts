// A file that this application made, read by the facts it carries. What its pages say wins: a fact counts only where the
// words that print it are still there.
import {
  type Draft,
  type DraftItem,
  type DraftSource,
  type DraftWarning,
  readAt,
} from '../domain/agenda/draft.ts'
import type { SourceBlock } from '../domain/agenda/source-block.ts'
import type {
  Carried,
  FactPlace,
  ItemFacts,
  MeetingFacts,
  PrintedText,
} from '../domain/documents/meeting-facts.ts'
import type { Archive } from './archive.ts'
import { treeOf } from './own-layout/items.ts'
import { type Aligned, aligned, isSaid } from './own-words.ts'
import { editedParts, ownPaper, warning } from './text/warnings.ts'

/** What is carried is looked for by another part of the application, which knows the documents. */
export type CarriedIn = (
  file:
    | { format: 'docx' | 'odt'; archive: Pick<Archive, 'names' | 'read'> }
    | { format: 'pdf' | 'html'; bytes: Uint8Array },
) => Promise<Carried | null>

/** Whether a file may be one of ours, told without opening what it holds. */
export function mayCarry(file: Parameters<CarriedIn>[0]): boolean {
  switch (file.format) {
    case 'docx':
      return file.archive.names.some((name) => name.startsWith('customXml/item'))
    case 'odt':
      return file.archive.names.some((name) => name.startsWith('Donnees/'))
    case 'html':
      return Buffer.from(file.bytes).includes('"urn:seances-inp:data"')
    case 'pdf':
      // What a PDF carries lies in a stream of its own, whose head no program hides.
      return Buffer.from(file.bytes).includes('/application#2Fjson')
  }
}

/** With less of its facts on its pages, what it carries is of another paper. */
const FITTING = 0.5
/** What somebody edited is to be looked at. */
const EDITED = 0.6

/** @param visible what the pages say by themselves */
export function withCarried(blocks: readonly SourceBlock[], visible: Draft, carried: Carried | null): Draft {
  if (carried === null) return visible
  if (carried.type === 'faulty') return refused(visible)
  if (carried.type === 'other' && !isSaid(carried.title, blocks)) return refused(visible)
  if (carried.type === 'other') return { ...nothingOf(visible), warnings: [ownPaper(carried.title)] }
  const { facts, printed } = carried
  const found = aligned(printed, blocks)
  const says = printed.filter((text) => text.says.length > 0 && text.words !== '')
  const fitting = printed.filter(
    (text, at) => text.says.length > 0 && text.words !== '' && found.places[at] !== null,
  )
  if (fitting.length < says.length * FITTING) return refused(visible)
  return new OwnReading(blocks, visible, facts, printed, found).draft(carried.kind)
}

function refused(visible: Draft): Draft {
  return { ...visible, warnings: [warning('own-data-refused'), ...visible.warnings] }
}

function nothingOf(visible: Draft): Draft {
  return {
    ...visible,
    kind: 'unknown',
    items: [],
    participants: [],
    decisions: [],
    actions: [],
    nextMeeting: null,
    followUp: [],
  }
}

type List = 'people' | 'decisions' | 'actions'
/** Where a fact is printed, and what of it no longer is. */
type Standing = { block: number | null; blocks: Set<number>; kept: Set<string>; lost: Set<string> }
const noStanding = (): Standing => ({ block: null, blocks: new Set(), kept: new Set(), lost: new Set() })
type Placed<T> = { block: number; said: T }

class OwnReading {
  readonly #blocks: readonly SourceBlock[]
  readonly #visible: Draft
  readonly #facts: MeetingFacts
  readonly #found: Aligned
  readonly #standings = new Map<string, Standing>()
  /** Parts that somebody edited, in words. */
  readonly #edited: string[] = []

  constructor(
    blocks: readonly SourceBlock[],
    visible: Draft,
    facts: MeetingFacts,
    printed: readonly PrintedText[],
    found: Aligned,
  ) {
    this.#blocks = blocks
    this.#visible = visible
    this.#facts = facts
    this.#found = found
    printed.forEach(({ words, says }, at) => {
      if (words !== '') for (const place of says) this.#note(place, at)
    })
    // A cell that was empty, in a row where somebody filled one.
    for (const { words, says } of printed)
      for (const place of words === '' ? says : []) {
        const { block, lost } = this.#standing(place)
        if (place.of === 'items' && block !== null && found.filled.has(block))
          for (const field of place.fields) lost.add(field)
      }
  }

  draft(kind: 'agenda' | 'minutes'): Draft {
    const { meeting, meetingSources } = this.#meeting()
    const items = this.#items()
    const numberOf = (item: number | null) => (item === null ? null : this.#facts.items[item]?.number || null)
    const people = this.#merged('people', this.#facts.people, this.#visible.participants, (one, source) => ({
      familyName: one.familyName,
      givenName: one.givenName || null,
      organisation: one.organisation || null,
      role: one.role || null,
      attendance: one.status,
      ...(one.representedBy === '' ? {} : { representedBy: one.representedBy }),
      source,
    }))
    const decisions = this.#merged(
      'decisions',
      this.#facts.decisions,
      this.#visible.decisions,
      (one, source) => ({
        number: one.number,
        itemNumber: numberOf(one.item),
        text: one.text,
        outcome: null,
        source,
      }),
    )
    const actions = this.#merged('actions', this.#facts.actions, this.#visible.actions, (one, source) => ({
      number: one.number,
      itemNumber: numberOf(one.item),
      text: one.text,
      owner: one.owner || null,
      organisation: one.organisation || null,
      dueDate: one.dueDate,
      source,
    }))
    const next = this.#next()
    return {
      kind,
      meeting,
      meetingSources,
      items,
      participants: people,
      decisions,
      actions,
      nextMeeting: next,
      followUp: this.#visible.followUp,
      ...(this.#facts.isWhole ? {} : { isPartial: true }),
      warnings: this.#warnings(),
    }
  }

  #note(place: FactPlace, at: number): void {
    const block = this.#found.places[at] ?? null
    const key = keyOf(place)
    const standing = this.#standings.get(key) ?? noStanding()
    this.#standings.set(key, standing)
    const fields: readonly string[] = place.of === 'items' ? place.fields : ['all']
    if (block === null) for (const field of fields) standing.lost.add(field)
    else {
      // Two rows of one hour: the title tells which is meant.
      standing.block = fields.includes('title') ? block : (standing.block ?? block)
      standing.blocks.add(block)
      for (const field of fields) {
        standing.kept.add(field)
        if (this.#found.touched.has(at)) standing.lost.add(field)
      }
    }
  }

  #standing(place: FactPlace): Standing {
    return this.#standings.get(keyOf(place)) ?? noStanding()
  }

  #source(block: number, confidence = 1): DraftSource {
    return readAt({ block }, wordsOf(this.#blocks[block]), confidence)
  }

  #meeting(): Pick<Draft, 'meeting' | 'meetingSources'> {
    const { meeting: said, meetingSources: from } = this.#visible
    const meeting = { ...said }
    const meetingSources = { ...from }
    const take = <K extends keyof typeof meeting & keyof typeof meetingSources>(
      field: Extract<FactPlace, { of: 'meeting' }>['field'],
      values: Pick<typeof meeting, K>,
    ) => {
      const { block, lost } = this.#standing({ of: 'meeting', field })
      // Nowhere on the pages, which say nothing else in its stead: a template has no place for it.
      const isAbsent =
        block === null &&
        (Object.keys(values) as K[]).every((key) => said[key] === null || said[key] === values[key])
      if (lost.size > 0 && !isAbsent) this.#edited.push(editedParts.meeting[field])
      if (block === null || lost.size > 0) return
      for (const key of Object.keys(values) as K[]) {
        meeting[key] = values[key]
        if (values[key] === null) delete meetingSources[key]
        else meetingSources[key] = this.#source(block)
      }
    }
    const { number, title, date, startTime, endTime, place, videoLink } = this.#facts
    take('number', { number })
    take('title', { title: title || null })
    take('when', { date, startTime, endTime })
    take('place', { place: place || null })
    take('videoLink', { videoLink: videoLink || null })
    // What the paper would print and does not was never said.
    if (title === '') meeting.title = null
    if (place === '' && this.#found.strange.size === 0) meeting.place = null
    return { meeting, meetingSources }
  }

  #next(): Draft['nextMeeting'] {
    const { block, lost } = this.#standing({ of: 'next' })
    if (lost.size > 0) this.#edited.push(editedParts.next)
    if (block === null || lost.size > 0)
      return this.#found.strange.size > 0 ? this.#visible.nextMeeting : null
    const { next } = this.#facts
    return next === null ? null : { ...next, place: next.place || null }
  }

  /** Facts whose words stand, with what was put beside them or in their stead, as the pages have them one after the other. */
  #merged<F extends { number?: string; familyName?: string }, S extends { source: DraftSource }>(
    of: List,
    facts: readonly F[],
    visible: readonly S[],
    said: (fact: F, source: DraftSource) => S,
  ): S[] {
    const placed: Placed<S>[] = []
    const claimed = new Set<number>()
    const edited = new Set<number>()
    facts.forEach((fact, at) => {
      const { block, blocks, lost } = this.#standing({ of, at })
      if (block !== null && lost.size === 0) {
        // A page cuts into lines who is together elsewhere: people stay in the order that was carried.
        const place = of === 'people' ? Math.max(block, placed.at(-1)?.block ?? block) : block
        placed.push({ block: place, said: said(fact, this.#source(block)) })
        claimed.add(block)
      } else {
        this.#edited.push(editedParts[of](fact))
        for (const own of blocks) edited.add(own)
      }
    })
    for (const one of visible) {
      const { block } = one.source
      if (claimed.has(block) && of !== 'people') continue
      if (!this.#found.strange.has(block) && !edited.has(block)) continue
      if (of === 'people' && placed.some((known) => isSamePerson(known.said, one))) continue
      placed.push({
        block,
        said: { ...one, source: { ...one.source, confidence: Math.min(EDITED, one.source.confidence) } },
      })
    }
    return placed.sort((a, b) => a.block - b.block).map((one) => one.said)
  }

  #items(): DraftItem[] {
    const placed: Placed<{ depth: number; item: DraftItem }>[] = []
    const visible = flat(this.#visible.items)
    const claimed = new Set<number>()
    this.#facts.items.forEach((fact, at) => {
      const { block, kept, lost } = this.#standing({ of: 'items', at, fields: [] })
      if (block === null) {
        this.#edited.push(editedParts.item(fact))
        return
      }
      claimed.add(block)
      const own = itemOf(fact, this.#source(block))
      if (lost.size === 0) {
        placed.push({ block, said: { depth: fact.depth, item: own } })
        return
      }
      const seen = visible.find(({ item }) => item.source.block === block)?.item ?? null
      // An item put in before it: office programs count on.
      if (seen !== null && isRenumbered(own, seen, lost)) {
        placed.push({ block, said: { depth: fact.depth, item: { ...own, number: seen.number } } })
        return
      }
      this.#edited.push(editedParts.item(fact))
      // A title that is gone with all its words is another item's.
      if (!kept.has('title') && seen === null && lost.has('title')) return
      placed.push({
        block,
        said: {
          depth: fact.depth,
          item: { ...own, ...editedFields(own, seen, lost), source: this.#source(block, EDITED) },
        },
      })
    })
    for (const { depth, item } of visible) {
      const { block } = item.source
      if (claimed.has(block) || !this.#found.strange.has(block)) continue
      if (!this.#isAmongItems(block)) continue
      this.#edited.push(editedParts.added(item))
      placed.push({
        block,
        said: {
          depth,
          item: {
            ...item,
            children: [],
            source: { ...item.source, confidence: Math.min(EDITED, item.source.confidence) },
          },
        },
      })
    }
    return treeOf(placed.sort((a, b) => a.block - b.block).map((one) => one.said))
  }

  /** What was put in stands where items stand. */
  #isAmongItems(block: number): boolean {
    const blocks = this.#facts.items.flatMap(
      (_, at) => this.#standing({ of: 'items', at, fields: [] }).block ?? [],
    )
    return blocks.length === 0 || (block >= Math.min(...blocks) - 1 && block <= Math.max(...blocks) + 2)
  }

  #warnings(): DraftWarning[] {
    const kept = this.#visible.warnings.filter(
      ({ code }) => code === 'tracked-changes' || code === 'truncated',
    )
    return this.#edited.length === 0 ? kept : [editedParts.warning([...new Set(this.#edited)]), ...kept]
  }
}

const keyOf = (place: FactPlace): string => {
  switch (place.of) {
    case 'meeting':
      return `meeting ${place.field}`
    case 'next':
      return 'next'
    default:
      return `${place.of} ${place.at}`
  }
}

function itemOf(fact: ItemFacts, source: DraftSource): DraftItem {
  return {
    number: fact.number || null,
    title: fact.title,
    kind: fact.kind,
    nature: fact.nature,
    fixedStart: fact.fixedStart,
    durationMinutes: fact.durationMinutes,
    presenter: fact.presenter || null,
    organisation: fact.organisation || null,
    requester: fact.requester || null,
    note: null,
    children: [],
    source,
  }
}

const spaceless = (words: string) => words.replace(/\s/gu, '')
const isRenumbered = (own: DraftItem, seen: DraftItem, lost: ReadonlySet<string>) =>
  [...lost].every((field) => field === 'title') && spaceless(seen.title) === spaceless(own.title)

/** What the pages say where the words of a fact are gone; nothing where they say nothing. */
function editedFields(own: DraftItem, seen: DraftItem | null, lost: ReadonlySet<string>): Partial<DraftItem> {
  return {
    ...(lost.has('title') && seen !== null ? { title: seen.title, number: seen.number ?? own.number } : {}),
    ...(lost.has('nature') ? { nature: seen?.nature ?? null } : {}),
    ...(lost.has('fixedStart') ? { fixedStart: seen?.fixedStart ?? null } : {}),
    ...(lost.has('durationMinutes') ? { durationMinutes: seen?.durationMinutes ?? null } : {}),
    ...(lost.has('people')
      ? {
          presenter: seen?.presenter ?? null,
          organisation: seen?.organisation ?? null,
          requester: seen?.requester ?? null,
        }
      : {}),
  }
}

function isSamePerson(a: object, b: object): boolean {
  return (
    'familyName' in a &&
    'familyName' in b &&
    a.familyName === b.familyName &&
    'givenName' in a &&
    'givenName' in b &&
    a.givenName === b.givenName
  )
}

function flat(items: readonly DraftItem[], depth = 1): { depth: number; item: DraftItem }[] {
  return items.flatMap((item) => [{ depth, item }, ...flat(item.children, depth + 1)])
}

function wordsOf(block: SourceBlock | undefined): string {
  if (block === undefined) return ''
  return block.type === 'row' ? block.cells.filter((cell) => cell !== '').join(' | ') : block.text
}
