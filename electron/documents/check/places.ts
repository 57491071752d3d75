import type { DocumentModel } from '../model.ts'
import { paperOf } from '../paper/paper-of.ts'

/**
 * @param texts words of each page in the order of its structure.
 * @returns the title of the one heading that a page is about; empty where several are, or where none is known.
 */
export function itemsOfPages(texts: readonly string[], model: DocumentModel): (page: number) => string {
  const pages = texts.map(letters)
  const all = pages.join('')
  const starts = headingsOf(model).flatMap((title) => {
    const at = all.indexOf(letters(title))
    return letters(title) === '' || at < 0 ? [] : [{ title, at }]
  })
  return (page) => {
    const from = pages.slice(0, page - 1).join('').length
    const to = from + (pages[page - 1]?.length ?? 0)
    const underWay = starts.findLast(({ at }) => at <= from)
    const begun = starts.filter(({ at }) => at > from && at < to)
    const found = underWay === undefined ? begun : [underWay, ...begun]
    return found.length === 1 ? (found[0]?.title ?? '') : ''
  }
}

/**
 * Letters and digits alone: hyphens at line ends, spaces and line breaks are the page's own. Arabic and Hebrew letters are
 * left out too: a page holds them as they are seen, and each reader turns them round in its own way.
 */
export function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]|\p{Script=Arabic}|\p{Script=Hebrew}/gu, '')
}

function headingsOf(model: DocumentModel): string[] {
  const blocks = paperOf(model)?.blocks ?? []
  return blocks.flatMap((block) => (block.type === 'heading' ? [`${block.number} ${block.text}`.trim()] : []))
}
