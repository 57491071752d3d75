import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RichBlock, RichText } from '../../electron/domain/text/rich-text.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let id: string
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })).id
  const { sections } = await opened.ok('minutes.start', { meetingId })
  id = sections[0]?.id ?? ''
})
afterEach(() => opened.dispose())

const words = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const around = {
  quote: (content: RichBlock[]): RichBlock => ({ type: 'blockquote', content }),
  list: (content: RichBlock[]): RichBlock => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content }],
  }),
  table: (content: RichBlock[]): RichBlock => ({
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content }] }],
  }),
}
type Kind = keyof typeof around

/** Words inside blocks of these kinds, the first of them outermost. */
const nested = (...kinds: Kind[]): RichText => ({
  type: 'doc',
  content: kinds
    .toReversed()
    .reduce<RichBlock[]>((inner, kind) => [around[kind](inner)], [words('Au fond.')]),
})
const times = (count: number, ...kinds: Kind[]) =>
  Array.from({ length: count }, (_, index) => kinds[index % kinds.length] ?? 'list')
const patched = (exchanges: RichText) => ({ id, version: 1, patch: { exchanges } })

describe('a rich text beyond its bounds', () => {
  it.each([
    ['eleven quotes', nested(...times(11, 'quote'))],
    ['eleven tables', nested(...times(11, 'table'))],
    ['three tables', nested(...times(3, 'table'))],
    ['thirty-one lists', nested(...times(31, 'list'))],
    ['sixteen of all kinds', nested(...times(16, 'quote', 'list', 'table'))],
    ['a hundred thousand quotes', nested(...times(100_000, 'quote'))],
  ])('is refused as too deep: %s', async (_, text) => {
    expect(await opened.refused('minutes.updateSection', patched(text))).toBe('text-too-deep')
    expect(
      await opened.refused('minutes.putBack', {
        of: { kind: 'section', id, field: 'exchanges' },
        version: 1,
        value: text,
      }),
    ).toBe('text-too-deep')
  })

  it.each([
    ['twenty million signs', () => Array.from({ length: 100 }, () => words('x'.repeat(200_000)))],
    [
      'a million empty paragraphs',
      () => Array.from({ length: 1_000_000 }, (): RichBlock => ({ type: 'paragraph' })),
    ],
    [
      'a word in bold ten thousand times over',
      (): RichBlock[] => [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'x',
              marks: Array.from({ length: 10_000 }, () => ({ type: 'bold' as const })),
            },
          ],
        },
      ],
    ],
    [
      'the longest lists at the greatest depth',
      () =>
        nested(...times(5, 'list')).content.concat(
          around.quote([
            around.quote([around.quote(Array.from({ length: 5_000 }, () => around.list([words('x')])))]),
          ]),
        ),
    ],
  ])('is refused as too long: %s', async (_, content) => {
    const text: RichText = { type: 'doc', content: content() }
    expect(await opened.refused('minutes.updateSection', patched(text))).toBe('text-too-long')
  })
})

describe('a rich text that no editor writes', () => {
  const cell = (attrs: { colspan?: number; rowspan?: number }, content = [words('Au fond.')]): RichBlock => ({
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content }] }],
  })
  it.each([
    ['a cell without a paragraph', cell({}, [])],
    ['a line of a list without one', around.list([])],
    ['a cell over no column', cell({ colspan: 0 })],
    ['a cell over no line', cell({ rowspan: 0 })],
    ['a cell over more columns than there are', cell({ colspan: 51 })],
    ['a cell over more lines than there are', cell({ rowspan: 501 })],
  ])('is refused: %s', async (_, block) => {
    const text: RichText = { type: 'doc', content: [block] }
    expect(await opened.refused('minutes.updateSection', patched(text))).toBe('invalid-input')
  })
})

it('a rich text at its bounds is taken and printed', async () => {
  const { content } = nested('quote', 'table', 'list', 'table', 'list', 'quote')
  const long = Array.from({ length: 100 }, () => words('Une phrase du compte rendu. '.repeat(70)))
  await opened.ok('minutes.updateSection', patched({ type: 'doc', content: [...content, ...long] }))
  const { bytes } = await opened.ok('documents.render', { kind: 'minutes', meetingId })
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
})
