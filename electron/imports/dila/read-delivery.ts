// A whole delivery → the texts that the criteria keep, in a file that the core takes them from, and what was found. The
// work of a job: it reads files that came from outside, and can be killed.
import { closeSync, openSync, writeSync } from 'node:fs'
import { AppError } from '../../contract/errors.ts'
import type { Jobs } from '../../contract/wire.ts'
import { CriteriaFilter, type LeftOut } from '../../domain/watch/criteria.ts'
import { type DeliveryReading, MOST_DELETED } from '../../domain/watch/delivery.ts'
import type { JorfLink, JorfStructure, JorfText } from '../../domain/watch/jorf-text.ts'
import { IssueCount } from './issue-count.ts'
import { eachOnce } from './links.ts'
import { type DeliveredFile, readDeliveredFile } from './read-file.ts'
import { deletedTexts, isDeletionList } from './source-file.ts'
import { deliveredFiles } from './sources.ts'

/** Articles with links that are noted; a year of the JO has some 100,000 articles, most of them without any. */
const MAX_ARTICLES = 300_000

/** As bytes: strings cut out of a file keep the whole file alive. */
type Told = { links: Buffer; stamp: string }

class ArticleLinks {
  /** By the number of the text, then by the id of the article. */
  readonly #told = new Map<number, Map<string, Told>>()
  #count = 0

  /** Of an article that is delivered twice, what was delivered last. */
  note(text: number, article: string, links: readonly JorfLink[], stamp: string): void {
    const articles = this.#told.get(text)
    const known = articles?.get(article)
    if (known === undefined && (links.length === 0 || this.#count >= MAX_ARTICLES)) return
    if (known !== undefined && known.stamp > stamp) return
    if (known === undefined) this.#count += 1
    const told = { links: Buffer.from(JSON.stringify(links)), stamp }
    if (articles === undefined) this.#told.set(text, new Map([[article, told]]))
    else articles.set(article, told)
  }

  has(text: number): boolean {
    return this.#told.has(text)
  }

  /** Those of the text itself first, each once. */
  withThoseOf(text: number, own: readonly JorfLink[]): JorfLink[] {
    const theirs = [...(this.#told.get(text) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    return eachOnce([
      ...own,
      ...theirs.flatMap(([, { links }]) => JSON.parse(links.toString()) as JorfLink[]),
    ])
  }
}

/** Texts that one delivery may leave for the watch: beyond, the criteria are what is wrong. */
export const MAX_KEPT = 30_000
/** Texts of which pieces are noted while their own file has not come by; a year has 40,000. */
const MAX_PIECES = 300_000
const MAX_TOLD = 200
const WRITE_AT_ONCE = 256 * 1024

/** The number in the id of a text: a set of millions of ids is a set of numbers. */
const keyOf = (jorfText: string) => Number(jorfText.slice(8))
const idOf = (key: number) => `JORFTEXT${String(key).padStart(12, '0')}`

type ArticleFile = Extract<DeliveredFile, { kind: 'context' }>
/** `bytes`: the text as JSON. */
type Kept = { bytes: Buffer; stamp: string; order: string; age: string }

/**
 * Writes the kept texts at `out`, one JSON a line, newest first; returns what was found.
 * @throws AppError `file-format-unknown`, `file-empty`, `file-inflates`, `limit-reached` (the criteria keep too many)
 */
export async function readDelivery(
  { source, out, criteria }: Jobs['readDelivery']['input'],
  onProgress: (done: number, total: number) => void,
): Promise<DeliveryReading> {
  const delivery = new Delivery(new CriteriaFilter(criteria))
  const report = { onBytes: onProgress, onCut: (name: string) => delivery.cut.push(name.slice(-300)) }
  for await (const file of deliveredFiles(source, report)) {
    delivery.files += 1
    if ('refused' in file) delivery.refuse(file.name, file.refused)
    else if (isDeletionList(file.name)) delivery.delete(deletedTexts(file.bytes))
    else delivery.take(file.name, file.stamp, readDeliveredFile(file.bytes))
  }
  return delivery.finish(out)
}

class Delivery {
  files = 0
  readonly cut: string[] = []
  readonly #filter: CriteriaFilter
  readonly #kept = new Map<number, Kept>()
  readonly #seen = new Set<number>()
  readonly #structures = new Map<number, JorfStructure>()
  readonly #contexts = new Map<number, { text: Buffer; stamp: string }>()
  readonly #links = new ArticleLinks()
  readonly #issues = new IssueCount()
  readonly #leftOut: Record<LeftOut, number> = { nature: 0, ministry: 0, words: 0, nominative: 0 }
  readonly #refused: DeliveryReading['refused'] = []
  readonly #deleted = new Set<number>()
  #refusedCount = 0
  #repaired = 0

  constructor(filter: CriteriaFilter) {
    this.#filter = filter
  }

  refuse(name: string, why: DeliveryReading['refused'][number]['why']): void {
    this.#refusedCount += 1
    if (this.#refused.length < MAX_TOLD) this.#refused.push({ name: name.slice(-300), why })
  }

  delete(ids: readonly string[]): void {
    for (const id of ids) this.#deleted.add(keyOf(id))
  }

  take(name: string, stamp: string, file: DeliveredFile): void {
    switch (file.kind) {
      case 'text':
        if (file.text.warnings.includes('encoding')) this.#repaired += 1
        this.#text(file.text, stamp)
        return
      case 'context':
        this.#article(file, stamp)
        return
      case 'structure': {
        const { kind: _, ...structure } = file
        if (this.#structures.size < MAX_PIECES) this.#structures.set(keyOf(file.jorfText), structure)
        return
      }
      case 'issue':
        this.#issues.list(file)
        return
      case 'refused':
        this.refuse(name, file.why)
        return
      case 'other':
        return
    }
  }

  #article({ article, text: { links = [], ...text } }: ArticleFile, stamp: string): void {
    const key = keyOf(text.jorfText)
    this.#links.note(key, article, links, stamp)
    if (this.#contexts.size < MAX_PIECES && !this.#seen.has(key))
      this.#contexts.set(key, { text: Buffer.from(JSON.stringify(text)), stamp })
  }

  #text(text: JorfText, stamp: string): void {
    const key = keyOf(text.jorfText)
    const isFirst = !this.#seen.has(key)
    this.#seen.add(key)
    this.#contexts.delete(key)
    if (isFirst) this.#issues.add(text)
    const why = this.#filter.leavesOut(text)
    if (why !== null) {
      if (isFirst) this.#leftOut[why] += 1
      return
    }
    const age = `${stamp} ${text.modifiedOn ?? ''}`
    // Delivered twice in one delivery: the newer one, the later one among equals.
    if ((this.#kept.get(key)?.age ?? '') > age) return
    if (this.#kept.size >= MAX_KEPT)
      throw new AppError('limit-reached', { limit: { of: 'deliveryTexts', most: MAX_KEPT } })
    const order = `${text.publishedOn ?? ''} ${String(99_999 - (text.joTextNumber ?? 0)).padStart(5, '0')}`
    // As bytes: strings cut out of a file keep the whole file alive.
    this.#kept.set(key, { bytes: Buffer.from(JSON.stringify(text)), stamp, order, age })
  }

  /** The text as JSON, with what other files of the delivery say of it. */
  #whole(key: number, bytes: Buffer): string {
    const structure = this.#structures.get(key)
    const alone = bytes.toString()
    const isAlone = structure === undefined && !this.#links.has(key)
    if (isAlone) return alone
    const text = JSON.parse(alone) as JorfText
    const links = this.#links.withThoseOf(key, text.links ?? [])
    return JSON.stringify({
      ...(structure === undefined ? text : completed(text, structure)),
      ...(links.length === 0 ? {} : { links }),
    })
  }

  finish(out: string): DeliveryReading {
    for (const { text, stamp } of this.#contexts.values())
      this.#text(JSON.parse(text.toString()) as JorfText, stamp)
    const staged = [...this.#kept].sort(([, a], [, b]) => (a.order < b.order ? 1 : -1))
    const file = openSync(out, 'wx')
    let kept = 0
    let lines = ''
    const write = () => {
      writeSync(file, lines)
      lines = ''
    }
    try {
      for (const [key, { bytes, stamp }] of staged) {
        const rubric = this.#issues.rubricOf(idOf(key))
        const why = this.#filter.leavesOutRubric(rubric)
        if (why !== null) {
          this.#leftOut[why] += 1
          continue
        }
        const text = this.#whole(key, bytes)
        // The JSON of a StagedText, of which the greatest part is written already.
        lines += `{"text":${text},"rubric":${JSON.stringify(rubric)},"stamp":${JSON.stringify(stamp)}}\n`
        if (lines.length > WRITE_AT_ONCE) write()
        kept += 1
      }
      write()
    } finally {
      closeSync(file)
    }
    const { issues, from, to } = this.#issues.found((jorfText) => this.#seen.has(keyOf(jorfText)))
    return {
      files: this.files,
      texts: this.#seen.size,
      kept,
      leftOut: this.#leftOut,
      refusedCount: this.#refusedCount,
      refused: this.#refused,
      repaired: this.#repaired,
      issues,
      from,
      to,
      cut: this.cut.slice(0, MAX_TOLD),
      // One that comes again in the same delivery stays.
      deleted: [...this.#deleted]
        .filter((key) => !this.#seen.has(key))
        .map(idOf)
        .slice(0, MOST_DELETED),
    }
  }
}

/** Dates as Légifrance keeps them up come before those read in the words of a notice. */
function completed(text: JorfText, structure: JorfStructure): JorfText {
  return {
    ...text,
    eli: text.eli === '' ? structure.eli : text.eli,
    inForceOn: structure.inForceOn ?? text.inForceOn,
    endsOn: structure.endsOn ?? text.endsOn,
    state: structure.state ?? text.state,
  }
}
