// The guide as it is written (docs/guide.md): one page for each heading of the second level.

import declared from '../../../docs/accessibility.md?raw'
import source from '../../../docs/guide.md?raw'
import { nearestWords } from '../../../electron/domain/search/near.ts'
import { foldedWords } from '../../../electron/domain/text/fold.ts'
import type { PlaceId } from '../../app/paths.ts'
import { placeText } from '../../text/place.ts'

/** `strong` names what stands on a screen, `key` is pressed or typed. */
export type Run = { readonly kind: 'text' | 'strong' | 'key'; readonly text: string }

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'picture'; readonly name: string; readonly alt: string }

export type Page = { readonly title: string; readonly blocks: readonly Block[] }

export const pages: readonly Page[] = pagesOf(source)

/** The statement on accessibility (docs/accessibility.md). */
export const statement: readonly Page[] = pagesOf(declared)

export function pagesOf(markdown: string): Page[] {
  return markdown
    .split(/^## /mu)
    .slice(1)
    .map((page) => {
      const [title = '', ...lines] = page.split('\n')
      const parts = lines.join('\n').split(/\n{2,}/u)
      return {
        title,
        blocks: parts
          .map((part) => part.trim())
          .filter((part) => part !== '')
          .map(blockOf),
      }
    })
}

function blockOf(part: string): Block {
  const lines = part.split('\n')
  const [first = ''] = lines
  const picture = /^!\[(.*)\]\(pictures\/(.+)\.png\)$/u.exec(part)
  if (picture !== null) return { kind: 'picture', alt: picture[1] ?? '', name: picture[2] ?? '' }
  if (first.startsWith('### ')) return { kind: 'heading', runs: runsOf(first.slice(4)) }
  if (first.startsWith('|')) return { kind: 'table', rows: lines.filter(isRow).map(cellsOf) }
  const item = /^(?:-|(\d+)\.) /u.exec(first)
  if (item !== null)
    return {
      kind: 'list',
      ordered: item[1] !== undefined,
      items: lines.map((line) => runsOf(line.replace(/^(?:-|\d+\.) /u, ''))),
    }
  return { kind: 'paragraph', runs: runsOf(lines.join(' ')) }
}

function isRow(line: string): boolean {
  return !/^\|[\s:|-]+$/u.test(line)
}

function cellsOf(line: string): Run[][] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => runsOf(cell.trim()))
}

function runsOf(words: string): Run[] {
  return words.split(/(\*\*[^*]+\*\*|`[^`]+`)/u).flatMap((text): Run[] => {
    if (text === '') return []
    if (text.startsWith('**')) return [{ kind: 'strong', text: text.slice(2, -2) }]
    return text.startsWith('`')
      ? [{ kind: 'key', text: text.slice(1, -1) }]
      : [{ kind: 'text', text: withSigns(text) }]
  })
}

/** No line begins with a sign, nor ends with an opening one. */
function withSigns(words: string): string {
  return words.replace(/ (?=[:;?!»])|(?<=«) /gu, '\u00a0')
}

/** A passage in which every word typed stands, or its beginning. */
/** A page and, in it, the block to begin at, each by its number. */
export type GuidePlace = { readonly page: number; readonly block: number }
export type Passage = GuidePlace & { readonly text: string }

const passages: readonly (Passage & { readonly said: readonly string[] })[] = pages.flatMap(
  ({ title, blocks }, page) =>
    blocks.flatMap((one, block) =>
      textsOf(one).map((text) => ({ page, block, text, said: foldedWords(`${title} ${text}`) })),
    ),
)

/** The passages that have every word typed; where a word stands nowhere, the nearest ones that do are meant. */
export function findInGuide(typed: string): Passage[] {
  const asked = foldedWords(typed)
  if (asked.length === 0) return []
  const known = new Set(passages.flatMap(({ said }) => said))
  const meant = asked.map((word) =>
    [...known].some((one) => one.startsWith(word))
      ? [word]
      : nearestWords(word, known, 3).map((near) => near.word),
  )
  return passages.filter(({ said }) =>
    meant.every((words) => words.some((word) => said.some((one) => one.startsWith(word)))),
  )
}

function textsOf(block: Block): string[] {
  const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [textOf(block.runs)]
    case 'list':
      return block.items.map(textOf)
    case 'table':
      return block.rows.map((row) => row.map(textOf).join('\u00a0: '))
    case 'picture':
      return []
  }
}

/** Where the guide speaks of a screen: in its page, where the name of the screen first stands. */
export function guidePlaceOf(place: PlaceId): GuidePlace {
  const page = pageOf[place]
  const names = ({ kind, text }: Run) =>
    kind === 'strong' && text.length > 3 && placeText[place].startsWith(text)
  const block = (pages[page]?.blocks ?? []).findIndex(
    (one) => one.kind === 'paragraph' && one.runs.some(names),
  )
  return { page, block: Math.max(block, 0) }
}

/** The page, by its number, that speaks of a screen. */
export const pageOf: Readonly<Record<PlaceId, number>> = {
  home: 0,
  said: 0,
  meetings: 1,
  series: 1,
  meetingDetails: 1,
  meetingHistory: 1,
  yearlyReport: 1,
  bin: 1,
  subjects: 2,
  projects: 2,
  projectSheet: 2,
  projectReferences: 2,
  agenda: 3,
  preparation: 3,
  agendaPage: 3,
  importReview: 4,
  oldFiles: 4,
  directoryImport: 4,
  attachments: 5,
  participants: 5,
  dispatch: 5,
  session: 6,
  notebooks: 6,
  minutes: 7,
  watch: 8,
  watchText: 8,
  watchDue: 8,
  deliveries: 8,
  followUp: 9,
  followUpClosed: 9,
  followUpDecisions: 9,
  followUpChecks: 9,
  directory: 10,
  directoryDuplicates: 10,
  personalData: 10,
  history: 10,
  settings: 11,
  documentStyle: 11,
  handOver: 11,
  team: 11,
  backups: 11,
  keptFiles: 11,
}
