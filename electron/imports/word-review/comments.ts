import { LINE_LENGTH } from '../../domain/limits.ts'
import type { ReviewComment } from '../../domain/minutes/word-review.ts'
import type { Archive } from '../archive.ts'
import { type Relationship, relatedPart } from '../package-parts.ts'
import { readXml, textOf, type XmlElement } from '../xml.ts'
import type { InstantOf } from './instants.ts'

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

/** Comments by the id that the text bears, which programs give twice; answers stand in those they answer. */
export function readComments(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
  instantOf: InstantOf,
): ReadonlyMap<string, readonly ListedComment[]> {
  const raw: Raw[] = []
  const part = relatedPart(archive, relationships, 'comments')
  const utc = readInstants(archive, relationships)
  if (part !== null)
    readXml(part, ['w:comment'], (element) => {
      raw.push(rawOf(element, (written, id, own) => instantOf(written, utc.get(id) ?? own)))
      return raw.length < MAX_COMMENTS
    })
  const threads = readThreads(relatedPart(archive, relationships, 'commentsExtended'))
  const byParagraph = new Map(raw.map((one) => [one.paragraphId, one]))
  const isAnswer = new Map<Raw, Raw>()
  for (const one of raw) {
    const first = rootOf(one, threads, byParagraph)
    if (first !== one) isAnswer.set(one, first)
  }
  const listed = new Map<string, ListedComment[]>()
  for (const one of raw.filter((other) => !isAnswer.has(other)))
    listed.set(one.id, [
      ...(listed.get(one.id) ?? []),
      {
        author: one.author,
        at: one.at,
        text: one.text,
        isResolved: threads.get(one.paragraphId)?.isDone ?? false,
        replies: raw
          .filter((other) => isAnswer.get(other) === one)
          .map(({ author, at, text }) => ({ author, at, text })),
      },
    ])
  return listed
}

function rawOf(
  element: XmlElement,
  instantOf: (written: string | undefined, id: string, own: string | undefined) => string | null,
): Raw {
  const paragraphs = paragraphsIn(element)
  // The attribute is of a namespace that came later: read under the prefix of those we do not know.
  const paragraphId = paragraphs.at(-1)?.attributes['?:paraId'] ?? ''
  return {
    id: element.attributes['w:id'] ?? '',
    author: (element.attributes['w:author'] ?? '').replace(/\s+/gu, ' ').trim().slice(0, LINE_LENGTH),
    at: instantOf(element.attributes['w:date'], paragraphId, element.attributes['?:dateUtc']),
    text: paragraphs.map(wordsOf).join('\n').trim().slice(0, MAX_TEXT),
    paragraphId,
  }
}

function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'w:p' ? [child] : paragraphsIn(child)
  })
}

/** What a comment says in the end: what was taken out of it is not told. */
function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return ''
      if (child.name === 'w:t') return textOf(child)
      if (child.name === 'w:tab') return ' '
      if (child.name === 'w:br') return '\n'
      return ['w:pPr', 'w:del', 'w:moveFrom'].includes(child.name) ? '' : wordsOf(child)
    })
    .join('')
}

/** True instants by the last paragraph of each comment (MS-DOCX 2.5.62 and 2.5.65): commentsIds leads to commentsExtensible. */
function readInstants(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
): Map<string, string> {
  const said = new Map<string, string>()
  const instants = relatedPart(archive, relationships, 'commentsExtensible')
  const ids = relatedPart(archive, relationships, 'commentsIds')
  if (instants === null || ids === null) return said
  const byDurable = new Map<string, string>()
  readXml(instants, ['?:commentExtensible'], ({ attributes }) => {
    const utc = attributes['?:dateUtc']
    if (utc !== undefined) byDurable.set(attributes['?:durableId'] ?? '', utc)
    return byDurable.size < MAX_COMMENTS
  })
  readXml(ids, ['?:commentId'], ({ attributes }) => {
    const utc = byDurable.get(attributes['?:durableId'] ?? '')
    if (utc !== undefined) said.set(attributes['?:paraId'] ?? '', utc)
    return said.size < MAX_COMMENTS
  })
  return said
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
