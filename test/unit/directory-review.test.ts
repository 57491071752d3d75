// The review of a received list: what each row is held against.
import { expect, it } from 'vitest'
import type { DirectoryView } from '../../electron/contract/directory.ts'
import {
  judgeBy,
  nextToCheck,
  reviewAfter,
  reviewOf,
} from '../../renderer/features/directory/draft-review.ts'

type Row = Parameters<typeof reviewOf>[0][number]
const person: Row['person'] = {
  ...{ civility: '', givenName: 'Zoé', familyName: 'Tilleul', otherNames: '', jobTitle: '', email: '' },
  ...{ phone: '', copyEmails: '' },
}
const row = (patch: Partial<Row> = {}): Row => ({
  ...{ line: 1, organisation: 'Comité fictif', acronym: '', college: '', rawAddress: '', mandate: null },
  ...{ person, match: null, take: 'add', warnings: [] },
  ...patch,
})

/** A directory that counts how often the name of an organisation is read. */
function counted(many: number): { view: DirectoryView; reads: () => number } {
  let reads = 0
  const organisations = Array.from({ length: many }, (_, at) => ({
    ...{ id: `o${at}`, version: 1, acronym: '', article: null, collegeId: null, protocolOrder: at },
    get name() {
      reads += 1
      return `Organisme ${at}`
    },
  }))
  const view = { persons: [], organisations, colleges: [], mandates: [], formerNames: [] } as unknown
  return { view: view as DirectoryView, reads: () => reads }
}

it('reads each organisation once, however many rows are judged, and again', () => {
  const { view, reads } = counted(30)
  const rows = reviewOf(
    Array.from({ length: 50 }, () => row()),
    () => 'id',
  )
  const judge = judgeBy(view)
  const prepared = reads()
  expect(prepared).toBeGreaterThan(0)
  for (const one of rows) judge(one)
  nextToCheck(rows, null, judge)
  expect(reads()).toBe(prepared)
})

it('judges a row anew once it is decided otherwise, and no other', () => {
  const { view } = counted(1)
  const rows = reviewOf([row({ warnings: ['bad-address'] }), row()], () => 'id')
  const judge = judgeBy(view)
  expect(rows.map((one) => judge(one).certainty)).toEqual(['check', 'sure'])
  expect(nextToCheck(rows, 1, judge)).toBe(0)
  const after = reviewAfter(rows, { type: 'confirm', key: 0 })
  expect(after.map((one) => judge(one).certainty)).toEqual(['seen', 'sure'])
  expect(nextToCheck(after, null, judge)).toBeNull()
  expect(rows[1] !== undefined && judge(rows[1])).toBe(after[1] !== undefined && judge(after[1]))
})
