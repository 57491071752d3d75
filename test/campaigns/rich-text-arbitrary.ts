import fc from 'fast-check'
import { MOST_DEPTH, MOST_START, MOST_TABLES } from '../../electron/domain/text/rich-bounds.ts'
import type { RichBlock, RichInline, RichMark, RichText } from '../../electron/domain/text/rich-text.ts'

const signs = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'aéœ «»’ :;!?()[]{}<>&#*_$@\\/~`^="\'%0-–…·'.split('')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('mot ', 'https://exemple.fr/?a=1&b=2', '\u00a0', '\u202f', '\t', '\n'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '😀',
      '日',
      'ﷺ',
      'שלום',
      '\u200b',
      '\u00ad',
      '\u202e',
      '\u0000',
      '\u0007',
      '\ud800',
      '\ufffe',
      'e\u0301',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
)
const words = fc.oneof(
  { weight: 20, arbitrary: fc.string({ unit: signs, minLength: 1, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.nat(400).map((length) => 'w'.repeat(length + 1)) },
)
const mark = fc.oneof(
  fc.constantFrom<RichMark>({ type: 'bold' }, { type: 'italic' }),
  fc
    .tuple(fc.constantFrom('https:', 'HTTP://', 'mailto:'), fc.string({ unit: signs, maxLength: 20 }))
    .map(([scheme, rest]): RichMark => ({ type: 'link', attrs: { href: scheme + rest } })),
)
const inline: fc.Arbitrary<RichInline> = fc.oneof(
  { weight: 5, arbitrary: words.map((text): RichInline => ({ type: 'text', text })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(words, fc.array(mark, { maxLength: 4 }))
      .map(([text, marks]): RichInline => ({ type: 'text', text, marks })),
  },
  { weight: 1, arbitrary: fc.constant<RichInline>({ type: 'hardBreak' }) },
)
const paragraph: fc.Arbitrary<RichBlock> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .array(inline, { maxLength: 4 })
      .map((content): RichBlock => ({ type: 'paragraph', content })),
  },
  { weight: 1, arbitrary: fc.constant<RichBlock>({ type: 'paragraph' }) },
)
const cellAttrs = fc.option(
  fc.record(
    { colspan: fc.integer({ min: 1, max: 50 }), rowspan: fc.integer({ min: 1, max: 500 }) },
    { requiredKeys: [] },
  ),
  { nil: undefined, freq: 2 },
)

/** Lists or quotes around some blocks. */
function around(blocks: fc.Arbitrary<RichBlock[]>): fc.Arbitrary<RichBlock> {
  const items = fc
    .array(blocks, { minLength: 1, maxLength: 2 })
    .map((all) => all.map((content) => ({ type: 'listItem' as const, content })))
  return fc.oneof(
    blocks.map((content): RichBlock => ({ type: 'blockquote', content })),
    items.map((content): RichBlock => ({ type: 'bulletList', content })),
    fc
      .tuple(items, fc.option(fc.nat(MOST_START), { nil: undefined }))
      .map(([content, start]): RichBlock => ({ type: 'orderedList', attrs: { start }, content })),
  )
}

function inTable(blocks: fc.Arbitrary<RichBlock[]>): fc.Arbitrary<RichBlock> {
  const cell = fc.record({
    type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
    attrs: cellAttrs,
    content: blocks,
  })
  const row = fc.array(cell, { maxLength: 2 }).map((content) => ({ type: 'tableRow' as const, content }))
  return fc
    .array(row, { minLength: 1, maxLength: 3 })
    .map((content): RichBlock => ({ type: 'table', content }))
}

/** Blocks nested exactly so deep, with others beside them on the way down. */
function nested(depth: number, tables = MOST_TABLES): fc.Arbitrary<RichBlock[]> {
  if (depth === 0) return fc.array(paragraph, { minLength: 1, maxLength: 2 })
  const listed = around(nested(depth - 1, tables))
  const block = tables === 0 ? listed : fc.oneof(listed, inTable(nested(depth - 1, tables - 1)))
  return fc
    .tuple(block, fc.option(paragraph, { nil: undefined }))
    .map(([inner, beside]) => (beside === undefined ? [inner] : [beside, inner]))
}

/** Of the whole contract, its edges above all: pictures apart, whose bytes must be in the store. */
export const richTexts: fc.Arbitrary<RichText> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant<RichBlock[]>([]) },
    ...Array.from({ length: MOST_DEPTH + 1 }, (_, depth) => ({
      weight: depth < 3 ? 12 : 1,
      arbitrary: nested(depth),
    })),
  )
  .map((content) => ({ type: 'doc', content }))
