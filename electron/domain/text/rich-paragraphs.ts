import type {
  RichBlock,
  RichCell,
  RichInline,
  RichListItem,
  RichMark,
  RichRow,
  RichText,
} from './rich-text.ts'

/** Between the words of one paragraph and those of the next. */
export const PARTED = '\n\n'

/**
 * The same text with one paragraph worded otherwise, or some that follow each other, counted from 0; words that stay keep
 * their marks and their spaces. Words parted by an empty line make several paragraphs, of an entry several entries; empty
 * words take it out.
 */
export function withParagraph(text: RichText, index: number, words: string, count = 1): RichText {
  const old = paragraphContents(text).slice(index, index + count)
  const whole = old.flatMap((content, step) => (step === 0 ? content : [...hardBreaks, ...content]))
  let at = -1
  const entries = new Map<RichListItem, RichListItem[]>()
  const content = visit(
    text.content,
    (own, within) => {
      at += 1
      if (at < index || at >= index + count) return undefined
      if (at > index || words.trim() === '') return []
      const [first, ...others] = reworded(whole, words.trim(), count)
      if (first === undefined) return []
      if (within === null || lastParagraph(within.item) !== own) return [first, ...others]
      entries.set(within.item, itemsOf(others))
      return [first]
    },
    (item) => entries.get(item) ?? [],
  )
  return { type: 'doc', content }
}

/** How new words stand to the paragraph after which they come: like it, as an entry of a list, behind its list or table, as a row. */
export type Put = 'like' | 'entry' | 'behind' | 'row'

/**
 * The same text with words after one of its paragraphs, counted from 0; -1: before the first. Those of a row are parted by
 * empty lines, a cell each. Null where there is no such list or table.
 */
export function withWordsAfter(text: RichText, index: number, words: string, put: Put): RichText | null {
  const paragraphs = paragraphsOf(inlines(words.trim()))
  switch (put) {
    case 'like':
      return withBlocksAfter(text, index, paragraphs)
    case 'entry': {
      const list = listAt(text, index)
      return list === null
        ? null
        : withBlocksAfter(text, index, [{ type: list.type, content: itemsOf(paragraphs) }])
    }
    case 'behind': {
      const at = blockOf(text, index)
      return { type: 'doc', content: text.content.toSpliced(at + 1, 0, ...paragraphs) }
    }
    case 'row':
      return withRowAfter(text, index, words.trim().split(PARTED))
  }
}

/** The rank of the block that holds a paragraph. */
function blockOf({ content }: RichText, index: number): number {
  let seen = 0
  return content.findIndex((block) => {
    seen += paragraphContents({ type: 'doc', content: [block] }).length
    return seen > index
  })
}

/** The list that a paragraph stands in, else the one behind it. */
function listAt(text: RichText, index: number): RichList | null {
  let [at, found]: [number, RichList | null] = [-1, null]
  visit(text.content, (_, within) => {
    at += 1
    if (at === index) found = within?.list ?? null
    return undefined
  })
  const next = text.content[index < 0 ? 0 : blockOf(text, index) + 1]
  return found ?? (next !== undefined && isList(next) ? next : null)
}

/** Null where the table has cells that span several, or as many cells as words in no row. */
function withRowAfter(text: RichText, index: number, words: readonly string[]): RichText | null {
  const at = blockOf(text, index)
  const table = text.content[at]
  if (table?.type !== 'table' || !isPlain(table.content)) return null
  let seen = paragraphContents({ type: 'doc', content: text.content.slice(0, at) }).length
  const above = table.content.findIndex((row) => {
    seen += paragraphContents({ type: 'doc', content: row.content.flatMap(({ content }) => content) }).length
    return seen > index
  })
  if (table.content[above]?.content.length !== words.length) return null
  const row: RichRow = {
    type: 'tableRow',
    content: words.map((own) => ({ type: 'tableCell', content: paragraphsOf(inlines(own)) })),
  }
  const grown: RichBlock = { ...table, content: table.content.toSpliced(above + 1, 0, row) }
  return { type: 'doc', content: text.content.with(at, grown) }
}

/** Whether each cell stands in one row and one column. */
const isPlain = (rows: readonly RichRow[]) =>
  rows.every(({ content }) =>
    content.every(({ attrs }) => (attrs?.rowspan ?? 1) === 1 && (attrs?.colspan ?? 1) === 1),
  )

/**
 * The same text without some paragraphs that follow each other, counted from 0, and those that were taken out; items of a
 * list are taken with it.
 */
export function parted(
  text: RichText,
  index: number,
  count: number,
): { rest: RichText; taken: readonly RichBlock[] } {
  const taken: RichBlock[] = []
  let [at, last]: [number, RichListItem | null] = [-1, null]
  visit(text.content, (content, within) => {
    at += 1
    if (at < index || at >= index + count) return undefined
    const paragraph: RichBlock = { type: 'paragraph', content: [...content] }
    const list = taken.at(-1)
    const item = list !== undefined && isList(list) ? list.content.at(-1) : undefined
    if (within !== null && within.item === last && item !== undefined) item.content.push(paragraph)
    else if (within === null) taken.push(paragraph)
    else addBlock(taken, { type: within.list.type, content: [{ type: 'listItem', content: [paragraph] }] })
    last = within?.item ?? null
    return undefined
  })
  return { rest: withParagraph(text, index, '', count), taken }
}

/** The same text with blocks after a paragraph, counted from 0; -1: before the first; after the last when there are fewer. */
export function withBlocksAfter(text: RichText, index: number, added: readonly RichBlock[]): RichText {
  const [first] = added
  let [at, into]: [number, RichListItem | null] = [-1, null]
  let isIn = index < 0
  const content = visit(
    text.content,
    (own, within) => {
      at += 1
      if (at !== index) return undefined
      isIn = true
      const isLast = within !== null && lastParagraph(within.item) === own
      if (isLast && first !== undefined && isList(first)) {
        into = within.item
        return undefined
      }
      return [{ type: 'paragraph', content: [...own] }, ...added]
    },
    (item) => (item === into ? itemsOf(added) : []),
  )
  const all = index < 0 ? [...added, ...content] : isIn ? content : [...content, ...added]
  const joined: RichBlock[] = []
  for (const block of all) {
    const last = joined.at(-1)
    // A list that came goes on in the one that it stands beside.
    if (last !== undefined && (added.includes(last) || added.includes(block))) addBlock(joined, block)
    else joined.push(block)
  }
  return { type: 'doc', content: joined }
}

type RichList = Extract<RichBlock, { content: RichListItem[] }>

const isList = (block: RichBlock): block is RichList =>
  block.type === 'bulletList' || block.type === 'orderedList'

/** A list after one of its kind goes on in it. */
function addBlock(blocks: RichBlock[], block: RichBlock): void {
  const last = blocks.at(-1)
  if (last === undefined || !isList(last) || !isList(block) || last.type !== block.type) blocks.push(block)
  else blocks[blocks.length - 1] = { ...last, content: [...last.content, ...block.content] }
}

function itemsOf(blocks: readonly RichBlock[]): RichListItem[] {
  const items: RichListItem[] = []
  for (const block of blocks)
    if (isList(block)) items.push(...block.content)
    else items.push({ type: 'listItem', content: [block] })
  return items
}

/** The words of an item whose last block they are. */
function lastParagraph({ content }: RichListItem): readonly RichInline[] | undefined {
  const last = content.at(-1)
  return last?.type === 'paragraph' ? last.content : undefined
}

function paragraphContents(text: RichText): (readonly RichInline[])[] {
  const found: (readonly RichInline[])[] = []
  visit(text.content, (content) => {
    found.push(content)
    return undefined
  })
  return found
}

/** The item of a list in which a paragraph stands. */
type Within = { readonly list: RichList; readonly item: RichListItem } | null

/** The new form of a paragraph with words; undefined: it stays. */
type Change = (content: readonly RichInline[], within: Within) => RichBlock[] | undefined

/** What comes after an item, once it was visited. */
type After = (item: RichListItem) => readonly RichListItem[]

const nothing: After = () => []

/** Blocks left without anything go. */
function visit(
  blocks: readonly RichBlock[],
  change: Change,
  after: After = nothing,
  within: Within = null,
): RichBlock[] {
  return blocks.flatMap((block) => visitBlock(block, change, after, within))
}

function visitBlock(block: RichBlock, change: Change, after: After, within: Within): RichBlock[] {
  switch (block.type) {
    case 'paragraph': {
      const content = block.content ?? []
      return wordsOf(content).trim() === '' ? [block] : (change(content, within) ?? [block])
    }
    case 'image':
      return [block]
    case 'bulletList':
    case 'orderedList': {
      const content = block.content.flatMap((item) => {
        const inner = visit(item.content, change, after, { list: block, item })
        return [...(inner.length === 0 ? [] : [{ ...item, content: inner }]), ...after(item)]
      })
      return content.length === 0 ? [] : [{ ...block, content }]
    }
    case 'blockquote': {
      const content = visit(block.content, change, after)
      return content.length === 0 ? [] : [{ ...block, content }]
    }
    case 'table': {
      const isPlainTable = isPlain(block.content)
      const content = block.content.flatMap((row) => {
        const now = row.content.map((cell) => {
          const inner = visit(cell.content, change, after)
          return { ...cell, content: inner.length === 0 ? [{ type: 'paragraph' as const }] : inner }
        })
        // A row that loses its last words goes.
        const isGone = isPlainTable && !isEmpty(row.content) && isEmpty(now)
        return isGone ? [] : [{ ...row, content: now }]
      })
      return content.length === 0 ? [] : [{ ...block, content }]
    }
  }
}

const isEmpty = (cells: readonly RichCell[]) =>
  cells.every(({ content }) =>
    content.every((block) => block.type === 'paragraph' && wordsOf(block.content ?? []).trim() === ''),
  )

function wordsOf(content: readonly RichInline[]): string {
  return content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}

type Token = { text: string; marks: readonly RichMark[] }

/** Longest paragraphs compared word by word. */
const MOST_COMPARISONS = 4_000_000

const hardBreaks: readonly RichInline[] = [{ type: 'hardBreak' }, { type: 'hardBreak' }]

/** An empty line that a single paragraph has already is its own; others part it. */
function reworded(content: readonly RichInline[], words: string, count: number): RichBlock[] {
  const lines = (text: string) => text.split(PARTED).length
  const now = rewordedInlines(content, words)
  const isOne = lines(words) === 1 || (count === 1 && lines(words) === lines(wordsOf(content)))
  return isOne ? [{ type: 'paragraph', content: now }] : paragraphsOf(now)
}

function paragraphsOf(content: readonly RichInline[]): RichBlock[] {
  const found: RichInline[][] = [[]]
  for (let at = 0; at < content.length; at += 1) {
    const [one, next] = [content[at], content[at + 1]]
    if (one?.type === 'hardBreak' && next?.type === 'hardBreak') {
      found.push([])
      at += 1
    } else if (one !== undefined) found.at(-1)?.push(one)
  }
  return found.filter((own) => wordsOf(own).trim() !== '').map((own) => ({ type: 'paragraph', content: own }))
}

function rewordedInlines(content: readonly RichInline[], words: string): RichInline[] {
  const old = content.flatMap(tokensOf)
  const now = tokenTexts(words)
  const kept = commonTokens(
    old.map(({ text }) => sameKey(text)),
    now.map(sameKey),
  )
  const stays = new Set(kept.values())
  const result: Token[] = []
  let next = 0
  now.forEach((text, index) => {
    const at = kept.get(index)
    const token = at === undefined ? undefined : old[at]
    if (token !== undefined && at !== undefined) {
      result.push(token)
      next = at + 1
    } else {
      // New words look as those whose place they take, else as those before them; a link leads from old words only.
      const replaced = next < old.length && !stays.has(next) ? old[next] : undefined
      const like = replaced ?? result.at(-1) ?? old[next]
      result.push({ text, marks: (like?.marks ?? []).filter(({ type }) => type !== 'link') })
    }
  })
  return joined(result)
}

function tokensOf(inline: RichInline): Token[] {
  if (inline.type === 'hardBreak') return [{ text: '\n', marks: [] }]
  return tokenTexts(inline.text).map((text) => ({ text, marks: inline.marks ?? [] }))
}

/** Words, spaces and single signs. */
function tokenTexts(text: string): string[] {
  return text.match(/\n|[\p{L}\p{N}\p{M}]+|[^\S\n]+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

/** Spaces and quotes that typography changes are the same. */
function sameKey(token: string): string {
  if (token === '\n') return token
  if (/^\s+$/u.test(token)) return ' '
  if (/^['’\u2018]$/u.test(token)) return '’'
  return /^[«»"“”]$/u.test(token) ? '"' : token
}

/** Which old token each new one is: a longest common row. */
function commonTokens(old: readonly string[], now: readonly string[]): Map<number, number> {
  const found = new Map<number, number>()
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) {
    found.set(start, start)
    start += 1
  }
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    found.set(now.length - 1 - end, old.length - 1 - end)
    end += 1
  }
  const [rows, columns] = [old.length - start - end, now.length - start - end]
  if (rows * columns === 0 || rows * columns > MOST_COMPARISONS) return found
  const width = columns + 1
  const longest = new Uint16Array((rows + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        old[start + i] === now[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    if (old[start + i] === now[start + j]) {
      found.set(start + j, start + i)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return found
}

function inlines(words: string): RichInline[] {
  return joined(tokenTexts(words).map((text) => ({ text, marks: [] })))
}

/** Neighbours with the same marks as one text. */
function joined(tokens: readonly Token[]): RichInline[] {
  const content: RichInline[] = []
  for (const { text, marks } of tokens) {
    const last = content.at(-1)
    if (text === '\n') content.push({ type: 'hardBreak' })
    else if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      content[content.length - 1] = { ...last, text: last.text + text }
    else content.push({ type: 'text', text, ...(marks.length === 0 ? {} : { marks: [...marks] }) })
  }
  return content
}
