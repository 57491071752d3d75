import { type AgendaItem, inAgendaOrder, itemNumbers } from '../agenda/agenda.ts'
import type { Id } from '../ids.ts'
import type { Attachment } from './attachment.ts'
import { splitName, withoutVersion } from './document-name.ts'
import { isRefusedFile } from './opening.ts'

/** Longest file name, extension included: leaves room for a deep folder under Windows' 260 characters. */
const MAX_LENGTH = 120
/** In bytes of UTF-8: other systems allow 255. */
const MAX_BYTES = 240

const slides = new Set('ppt pptx pptm pps ppsx ppsm odp'.split(' '))

/** Presentations, which can be turned into PDF. */
export function isSlides(fileName: string): boolean {
  return slides.has(splitName(fileName).extension.toLowerCase())
}

type Item = Pick<AgendaItem, 'id' | 'parentId' | 'position' | 'kind'>
type Document = Pick<Attachment, 'id' | 'itemId' | 'fileName' | 'title' | 'circulation' | 'sha256'> & {
  versionNumber: number
}

export type ProjectedFile = { attachmentId: Id; name: string; sha256: string; isSlides: boolean }

/**
 * The files of the folder in agenda order, what concerns the whole meeting first: "03_Annuaire_v2.pptx". What is for the
 * secretariat only is never among them, nor a program that came with a backup. Names are unlike each other whatever their case, and none is refused by Windows.
 */
export function projectedFiles(items: readonly Item[], documents: readonly Document[]): ProjectedFile[] {
  const prefixes = itemPrefixes(items)
  const rank = new Map(inAgendaOrder(items).map((item, index) => [item.id, index + 1]))
  const rankOf = (one: Document) => (one.itemId === null ? 0 : (rank.get(one.itemId) ?? 0))
  const taken = new Set<string>()
  return documents
    .filter((one) => one.circulation !== 'secretariat' && !isRefusedFile(one.fileName))
    .map((one, order) => ({ one, order }))
    .sort((a, b) => rankOf(a.one) - rankOf(b.one) || a.order - b.order)
    .map(({ one }) => ({
      attachmentId: one.id,
      name: freeName(
        nameOf(one, (one.itemId === null ? undefined : prefixes.get(one.itemId)) ?? '00'),
        taken,
      ),
      sha256: one.sha256,
      isSlides: isSlides(one.fileName),
    }))
}

/** "2026-12-10_Projection_INP" */
export function projectionFolderName(date: string, acronym: string): string {
  return cut(`${date}_Projection_${clean(acronym) || 'INP'}`, '', '')
}

/** The PDF beside a presentation: the same name. */
export function pdfName(name: string): string {
  return `${splitName(name).stem}.pdf`
}

/** A name that `taken` does not hold yet, numbered if need be: "Annuaire (2).pptx"; it is added to `taken`. */
export function freeName(name: string, taken: Set<string>): string {
  const { stem, extension } = splitName(name)
  const end = extension === '' ? '' : `.${extension}`
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : cut(stem, '', ` (${number})${end}`)
    if (taken.has(sameFile(tried))) continue
    taken.add(sameFile(tried))
    return tried
  }
}

/** Two names equal in this are one file for Windows or macOS. */
export function sameFile(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase()
}

/** "03", "03-2": the item's number; a break or a welcome goes with the item before it. */
function itemPrefixes(items: readonly Item[]): Map<Id, string> {
  const numbers = itemNumbers(items)
  const widths: number[] = []
  for (const number of numbers.values())
    for (const [level, part] of number.split('.').entries())
      widths[level] = Math.max(widths[level] ?? (level === 0 ? 2 : 1), part.length)
  const prefixes = new Map<Id, string>()
  let last = '00'
  for (const item of inAgendaOrder(items)) {
    const number = numbers.get(item.id)
    if (number !== undefined)
      last = number
        .split('.')
        .map((part, level) => part.padStart(widths[level] ?? 1, '0'))
        .join('-')
    prefixes.set(item.id, last)
  }
  return prefixes
}

function nameOf(document: Document, prefix: string): string {
  const { stem, extension } = splitName(document.fileName)
  const before = `${prefix}_`
  // A file taken from the folder and sent back bears its number already.
  const own = stem.startsWith(before) ? stem.slice(before.length) : stem
  const title = clean(document.title) || clean(withoutVersion(own)) || 'document'
  const version = document.versionNumber > 1 ? `_v${document.versionNumber}` : ''
  return cut(title, before, `${version}${extension === '' ? '' : `.${extension}`}`)
}

/** None of the signs that Windows forbids, no dot or space at either end, one form of each letter. */
function clean(text: string): string {
  return Array.from(text.normalize('NFC').replace(/\s+/gu, ' '), (sign) =>
    /[\p{C}<>:"/\\|?*]/u.test(sign) ? '-' : sign,
  )
    .join('')
    .replace(/^[. ]+|(?<![. ])[. ]+$/gu, '')
}

/** The middle shortened until the whole is short enough. */
function cut(middle: string, before: string, after: string): string {
  let kept = ''
  let length = before.length + after.length
  let bytes = bytesOf(before) + bytesOf(after)
  for (const sign of middle) {
    length += sign.length
    bytes += bytesOf(sign)
    if (length > MAX_LENGTH || bytes > MAX_BYTES) break
    kept += sign
  }
  return `${before}${kept.replace(/(?<![. ])[. ]+$/u, '')}${after}`
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
