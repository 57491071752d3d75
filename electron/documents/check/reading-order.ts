import type { DocumentModel } from '../model.ts'
import { letters } from './places.ts'
import type { FoundFault } from './structure.ts'
import { wordsOf } from './words.ts'

/** Words of a piece of content, and its page from 1. */
export type ReadPiece = { words: string; page: number }

/**
 * @param pieces the content in the order of its structure.
 * @param model as it is drawn: what no font has is already replaced.
 * @returns the first string of the model that is not where it should be.
 */
export function orderFaults(pieces: readonly ReadPiece[], model: DocumentModel): FoundFault[] {
  const ends: { end: number; page: number }[] = []
  let all = ''
  for (const { words, page } of pieces) {
    all += letters(words)
    ends.push({ end: all.length, page })
  }
  let at = 0
  for (const block of wordsOf(model)) {
    const wanted = letters(block)
    const found = all.indexOf(wanted, at)
    if (found < 0) {
      const page = ends.find(({ end }) => at < end)?.page ?? ends.at(-1)?.page ?? null
      return [{ code: 'not-in-place', page, about: block.slice(0, 80) }]
    }
    at = found + wanted.length
  }
  return []
}
