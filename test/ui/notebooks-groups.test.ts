import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SessionLine, UNTIMED } from '../../electron/domain/session/session.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { groupsOf } from '../../renderer/features/session/notebooks/groups.ts'
import { notedLine } from '../session-line.ts'

const meetingId = newId()
const items = ['Annuaire partagé', 'Questions diverses'].map((title, index) => ({
  id: newId(),
  number: String(index + 1),
  title,
}))
const books = [newId(), newId()]
const itemIds = [null, ...items.map(({ id }) => id)]

function line(of: { text: string; item: number; book: number; state: SessionLine['state'] }): SessionLine {
  const notebookId = books[of.book] ?? null
  return {
    id: newId(),
    version: 1,
    meetingId,
    ...notedLine({ itemId: itemIds[of.item] ?? null, raw: of.text, text: of.text }),
    notebookId,
    at: notebookId === null ? '2026-12-10T13:00:00.000Z' : UNTIMED,
    position: 0,
    decisionId: null,
    actionId: null,
    author: '',
    state: of.state,
  }
}
const words = fc
  .array(fc.constantFrom('bascule', 'annuaire', 'report', 'mars', 'coûts', 'communes'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.join(' '))
const lines = fc.array(
  fc
    .record({
      text: words,
      item: fc.nat(2),
      book: fc.nat(2),
      state: fc.constantFrom('kept' as const, 'proposed' as const, 'left' as const),
    })
    .map(line),
  { maxLength: 30 },
)
const grouped = (all: readonly SessionLine[]) =>
  groupsOf({ meetingId, notebooks: [], lines: [...all] }, items)

describe('groups of the merge', () => {
  it('show every line once, one’s own in their order', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const rows = grouped(all).flatMap((group) => group.rows)
        const shown = rows.flatMap(({ own, line: theirs }) => [own, theirs].filter((one) => one !== null))
        expect(shown.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
        for (const { item, rows: own } of grouped(all)) {
          const mine = all.filter(
            ({ itemId, notebookId }) => itemId === (item?.id ?? null) && notebookId === null,
          )
          expect(own.flatMap((row) => (row.own === null ? [] : [row.own.id]))).toEqual(
            mine.map(({ id }) => id),
          )
        }
      }),
    )
  })

  it('put like lines side by side, and the others after what they followed', () => {
    const mine = (text: string) => line({ text, item: 1, book: 2, state: 'kept' })
    const theirs = (text: string) => line({ text, item: 1, book: 0, state: 'proposed' })
    const all = [
      mine('report de la bascule en mars'),
      mine('budget annexe'),
      theirs('présentation faite'),
      theirs('la bascule est reportée en mars, report voté'),
      theirs('deux communes absentes'),
    ]
    const [group] = grouped(all)
    expect(group?.rows.map((row) => [row.own?.text ?? '', row.line?.text ?? '', row.twin !== null])).toEqual([
      ['', 'présentation faite', false],
      ['report de la bascule en mars', 'la bascule est reportée en mars, report voté', true],
      ['', 'deux communes absentes', false],
      ['budget annexe', '', false],
    ])
    expect(group?.open).toHaveLength(3)
  })
})
