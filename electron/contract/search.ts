import { z } from 'zod'
import { CivilDate, Id } from '../domain/ids.ts'
import { read } from './method.ts'

export const SearchKind = z.enum([
  'meeting',
  'item',
  'section',
  'decision',
  'action',
  'document',
  'subject',
  'project',
  'watch',
  'person',
])

export const SearchHit = z.strictObject({
  kind: SearchKind,
  id: Id,
  meetingId: Id.nullable(),
  itemId: Id.nullable(),
  date: CivilDate.nullable(),
  title: z.string(),
  /** Words around the first match, as written; matches are given as [start, end) ranges of it. */
  extract: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
})
export type SearchHit = z.infer<typeof SearchHit>

export const search = {
  'search.query': read(
    z.strictObject({ words: z.string().max(200), limit: z.int().min(1).max(100) }),
    z.array(SearchHit),
  ),
}
