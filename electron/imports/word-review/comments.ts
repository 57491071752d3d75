import type { ReviewComment } from '../../domain/minutes/word-review.ts'
import type { Archive } from '../archive.ts'
import { type Relationship, relatedPart } from '../package-parts.ts'
import { childrenOf, readXml, type XmlElement } from '../xml.ts'
import { instantOf } from './revisions.ts'

/** Past this a file was made to keep the reader busy. */
const MAX_COMMENTS = 5000
const MAX_TEXT = 10_000

/** A comment of which the place is not known yet. */
export type ListedComment = Omit<ReviewComment, 'quoted' | 'span'>

type Raw = {
  id: string
  author: string
  at: string | null
  text: string
  /** Of its last paragraph: by it answers name what they answer (MS-DOCX 2.5.29). */
  paragraphId: string
}

/** Comments by the id that the text bears; answers stand in those they answer. */
export function readComments(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
): Map<string, ListedComment> {
  const raw: Raw[] = []
  const part = relatedPart(archive, relationships, 'comments')
  if (part !== null)
    readXml(part, ['w:comment'], (element) => {
      raw.push(rawOf(element))
      return raw.length < MAX_COMMENTS
    })
  const threads = readThreads(relatedPart(archive, relationships, 'commentsExtended'))
  const byParagraph = new Map(raw.map((one) => [one.paragraphId, one]))
  const isAnswer = new Map<Raw, Raw>()
  for (const one of raw) {
    const first = rootOf(one, threads, byParagraph)
    if (first !== one) isAnswer.set(one, first)
  }
  return new Map(
    raw
      .filter((one) => !isAnswer.has(one))
      .map((one) => [
        one.id,
        {
          author: one.author,
          at: one.at,
          text: one.text,
          isResolved: threads.get(one.paragraphId)?.isDone ?? false,
          replies: raw
            .filter((other) => isAnswer.get(other) === one)
            .map(({ author, at, text }) => ({ author, at, text })),
        },
      ]),
  )
}

function rawOf(element: XmlElement): Raw {
  const paragraphs = childrenOf(element, 'w:p')
  return {
    id: element.attributes['w:id'] ?? '',
    author: (element.attributes['w:author'] ?? '').replace(/\s+/gu, ' ').trim().slice(0, 500),
    at: instantOf(element.attributes['w:date']),
    text: paragraphs.map(wordsOf).join('\n').trim().slice(0, MAX_TEXT),
    // The attribute is of a namespace that came later: read under the prefix of those we do not know.
    paragraphId: paragraphs.at(-1)?.attributes['?:paraId'] ?? '',
  }
}

function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return ''
      if (child.name === 'w:t') return child.children.filter((text) => typeof text === 'string').join('')
      if (child.name === 'w:tab') return ' '
      if (child.name === 'w:br') return '\n'
      return child.name === 'w:pPr' || child.name === 'w:del' ? '' : wordsOf(child)
    })
    .join('')
}

type Thread = { parent: string | null; isDone: boolean }

/** MS-DOCX 2.5.29 (commentEx), by the id of the last paragraph of each comment. */
function readThreads(bytes: Uint8Array | null): Map<string, Thread> {
  const threads = new Map<string, Thread>()
  if (bytes === null) return threads
  readXml(bytes, ['?:commentEx'], ({ attributes }) => {
    threads.set(attributes['?:paraId'] ?? '', {
      parent: attributes['?:paraIdParent'] ?? null,
      isDone: attributes['?:done'] === '1' || attributes['?:done'] === 'true',
    })
    return threads.size < MAX_COMMENTS
  })
  return threads
}

/** Answers to answers all stand below the first; comments that answer each other in a ring do not hold the reader. */
function rootOf(one: Raw, threads: ReadonlyMap<string, Thread>, known: ReadonlyMap<string, Raw>): Raw {
  let at = one
  for (let step = 0; step < 100; step += 1) {
    const parent = threads.get(at.paragraphId)?.parent
    const next = parent == null ? undefined : known.get(parent)
    if (next === undefined || next === one) return at
    at = next
  }
  return at
}
