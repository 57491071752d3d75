import type { SearchHit } from '../../../contract/search.ts'
import { SearchKind } from '../../../contract/search.ts'
import type { FoundText } from '../../../db/search/search.ts'
import { fold, foldedWords } from '../../../domain/text/fold.ts'
import type { Handlers } from '../../context.ts'

export const handlers: Handlers<'search'> = {
  async 'search.query'({ findTexts }, { words, limit }) {
    const wanted = foldedWords(words)
    return findTexts(wanted, limit).map((text) => toHit(text, wanted))
  },
}

/** Characters of an extract. */
const EXTRACT = 160

function toHit({ kind, entityId, body, ...text }: FoundText, wanted: readonly string[]): SearchHit {
  const words = [...`${text.title}\n${body}`.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isHit: wanted.some((word) => fold(match[0]).startsWith(word)),
  }))
  const whole = `${text.title}\n${body}`
  const firstHit =
    words.find((word) => word.isHit && word.start > text.title.length) ?? words.find((word) => word.isHit)
  const inBody = firstHit !== undefined && firstHit.start > text.title.length
  const from = inBody
    ? Math.max(text.title.length + 1, words.find((word) => word.start >= firstHit.start - 40)?.start ?? 0)
    : 0
  const to = Math.min(whole.length, inBody ? from + EXTRACT : text.title.length)
  return {
    ...text,
    kind: SearchKind.parse(kind),
    id: entityId,
    extract: whole.slice(from, to),
    ranges: words
      .filter((word) => word.isHit && word.start >= from && word.end <= to)
      .map((word): [number, number] => [word.start - from, word.end - from]),
  }
}
