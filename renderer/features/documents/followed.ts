import { fold } from '../../../electron/domain/text/fold.ts'
import type { PdfFile } from './pdf-engine.ts'

/** Where somebody writes: under which heading, as printed (empty: above the first), and in which words. */
export type Follows = { readonly heading: string; readonly words: string }

/** Pages that are read for the words of one paragraph, from its heading on. */
const MOST_PAGES = 12
/** Letters that tell a paragraph; fewer of one that runs on to the next page. */
const enough = [60, 24]

/** The page of those words, else of their heading; null where neither is printed. */
export async function pageOf(file: PdfFile, { heading, words }: Follows): Promise<number | null> {
  const from = heading === '' ? 1 : await pageOfHeading(file, heading)
  if (from === null) return null
  const wanted = lettersOf(words)
  for (const length of wanted === '' ? [] : enough)
    for (let page = from; page <= Math.min(file.numPages, from + MOST_PAGES); page += 1)
      if ((await lettersOn(file, page)).includes(wanted.slice(0, length))) return page
  return from
}

async function pageOfHeading(file: PdfFile, heading: string): Promise<number | null> {
  const wanted = lettersOf(heading)
  let level = await file.getOutline()
  while (level.length > 0) {
    const found = level.find(({ title }) => lettersOf(title) === wanted)
    const dest = found?.dest
    if (dest != null) {
      const [page] = (typeof dest === 'string' ? await file.getDestination(dest) : dest) ?? []
      return page === undefined ? null : (await file.getPageIndex(page)) + 1
    }
    level = level.flatMap(({ items }) => items)
  }
  return null
}

/** The next page with those words, from one of them and round, that one aside; null where there is none. */
export async function pageWith(
  file: PdfFile,
  words: string,
  from: number,
  step: 1 | -1,
): Promise<number | null> {
  const wanted = fold(lettersOf(words))
  if (wanted === '') return null
  const { numPages } = file
  for (let away = 1; away < numPages; away += 1) {
    const page = ((from - 1 + step * away + numPages * away) % numPages) + 1
    if (fold(await lettersOn(file, page)).includes(wanted)) return page
  }
  return null
}

const read = new WeakMap<PdfFile, Map<number, Promise<string>>>()

function lettersOn(file: PdfFile, number: number): Promise<string> {
  const pages = read.get(file) ?? new Map<number, Promise<string>>()
  read.set(file, pages)
  const known = pages.get(number)
  if (known !== undefined) return known
  const now = file
    .getPage(number)
    .then((page) => page.getTextContent())
    .then(({ items }) => lettersOf(items.map((item) => ('str' in item ? item.str : '')).join('')))
  pages.set(number, now)
  return now
}

/** Lines of a page end where those of the text do not, with or without a hyphen. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Those words on a page that is drawn: as much of them as stands on it; null where they are not. */
export function wordsOn(page: Element, words: string): Range | null {
  const at: { node: Text; offset: number }[] = []
  let whole = ''
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text)
      for (let offset = 0; offset < node.length; offset += 1) {
        const letter = lettersOf(node.data.charAt(offset))
        if (letter === '') continue
        whole += letter
        at.push({ node, offset })
      }
  const wanted = lettersOf(words)
  const start = wanted === '' ? -1 : whole.indexOf(wanted.slice(0, enough[1]))
  let length = 0
  while (start >= 0 && length < wanted.length && whole[start + length] === wanted[length]) length += 1
  const [first, last] = [at[start], at[start + length - 1]]
  if (first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}
