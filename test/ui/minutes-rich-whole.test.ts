import { Editor } from '@tiptap/core'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type DocumentBlock, documentBlocks } from '../../electron/documents/blocks.ts'
import { boundsFault } from '../../electron/domain/text/rich-bounds.ts'
import { type RichBlock, type RichInline, RichText } from '../../electron/domain/text/rich-text.ts'
import { cleanPastedHtml } from '../../renderer/features/minutes/paste-html.ts'
import { richExtensions } from '../../renderer/features/minutes/rich-extensions.ts'
import { toEditorJson, toRichText } from '../../renderer/features/minutes/to-rich-text.ts'
import { bullets, paragraph, rich, table, text } from '../unit/documents-builders.ts'

let editor: Editor | undefined
afterEach(() => editor?.destroy())

/** The stored form of a text that was opened and edited nowhere. */
function through(written: RichText): RichText {
  editor?.destroy()
  editor = new Editor({
    element: document.createElement('div'),
    extensions: richExtensions('019f0000-0000-7000-8000-000000000001'),
    content: toEditorJson(written),
    injectCSS: false,
    enableContentCheck: true,
    onContentError: ({ error }) => {
      throw error
    },
  })
  return RichText.parse(JSON.parse(JSON.stringify(toRichText(editor.state.doc.toJSON()))))
}

/** The editor keeps an empty paragraph at the end, to write on. */
const withEnd = (...content: RichBlock[]) => rich(...content, { type: 'paragraph' })
const image: RichBlock = {
  type: 'image',
  attrs: {
    sha256: 'ab'.repeat(32),
    mediaType: 'image/png',
    width: 30,
    height: 20,
    alt: 'Plan',
    size: 'small',
  },
}
const linked: RichInline = {
  type: 'text',
  text: 'x'.repeat(60),
  marks: [{ type: 'link', attrs: { href: `https://exemple.fr/${'a/'.repeat(300)}` } }],
}

describe('a text', () => {
  it('keeps marks inside a word, links on very long addresses, and typed line breaks', () => {
    const written = withEnd(
      paragraph('anti', text('constitution', 'bold'), text('nelle', 'bold', 'italic'), 'ment'),
      paragraph(linked, { type: 'hardBreak' }, 'suite'),
    )
    expect(through(written)).toEqual(written)
    expect(documentBlocks(written)).toMatchObject([
      { lines: [[{ text: 'anti' }, { bold: true }, { bold: true, italic: true }, { text: 'ment' }]] },
      {
        lines: [
          [{ href: linked.marks?.[0]?.type === 'link' ? linked.marks[0].attrs.href : '' }],
          [{ text: 'suite' }],
        ],
      },
    ])
  })

  it('keeps lists in lists six deep, numbered from where they were, with quotes, tables and pictures in them', () => {
    const deep = (level: number): RichBlock =>
      level === 0
        ? bullets([
            paragraph('fond'),
            { type: 'blockquote', content: [paragraph('cité')] },
            image,
            table(['A'], ['b']),
          ])
        : {
            type: 'orderedList',
            attrs: { start: level + 1 },
            content: [{ type: 'listItem', content: [paragraph(`niveau ${level}`), deep(level - 1)] }],
          }
    const written = withEnd(deep(6))
    expect(through(written)).toEqual(written)
    expect(kinds(documentBlocks(written))).toEqual([
      ...Array.from({ length: 6 }, () => ['list', 'paragraph']).flat(),
      'list',
      'paragraph',
      'quote',
      'paragraph',
      'image',
      'table',
      'paragraph',
      'paragraph',
    ])
  })

  it('keeps a table of 200 rows with lists and pictures in its cells, and 500 rows at most', () => {
    const rows = Array.from({ length: 200 }, (_, row) => [`Commune ${row}`, `${row} 000`])
    const long = table(['Commune', 'Montant'], ...rows)
    if (long.type === 'table')
      long.content.push({
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [paragraph('voir'), bullets('un', 'deux'), image] },
          { type: 'tableCell', content: [{ type: 'paragraph' }] },
        ],
      })
    const written = withEnd(long)
    expect(through(written)).toEqual(written)
    const [block] = documentBlocks(written)
    expect(block?.type === 'table' ? block.cells.length : 0).toBe(404)
  })

  it('of any shape comes back the same', () => {
    const { blocks } = fc.letrec<{ blocks: RichBlock[]; block: RichBlock }>((tie) => ({
      block: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom<RichBlock>(paragraph('mots'), image, { type: 'paragraph' }),
        tie('blocks').map((inner): RichBlock => bullets([paragraph('un'), ...inner])),
        tie('blocks').map((inner): RichBlock => ({ type: 'blockquote', content: inner })),
        tie('blocks').map(
          (inner): RichBlock => ({
            type: 'table',
            content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: inner }] }],
          }),
        ),
      ),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }))
    fc.assert(
      fc.property(blocks, (content) => {
        const written = withEnd(...content)
        // Beyond the bounds nothing is stored.
        fc.pre(boundsFault(written) === null)
        expect(through(written)).toEqual(
          content.length === 1 && isBlank(content[0]) ? through(written) : written,
        )
      }),
      { numRuns: 60 },
    )
  })
})

const isBlank = (block: RichBlock | undefined) => block?.type === 'paragraph' && block.content === undefined

describe('a pasted table of 200 rows', () => {
  it('is stored row for row', () => {
    const rows = Array.from(
      { length: 200 },
      (_, row) => `<tr><td><p>${row}</p></td><td><b>g</b>ras</td></tr>`,
    )
    through(rich())
    editor?.view.pasteHTML(
      cleanPastedHtml(`<table>${rows.join('')}</table>`),
      new Event('paste') as ClipboardEvent,
    )
    const [stored] = toRichText(editor?.state.doc.toJSON() ?? {}).content
    expect(stored?.type === 'table' ? stored.content.length : 0).toBe(200)
  })
})

/** The kind of every block, each before those inside it. */
function kinds(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block) => {
    const inner =
      block.type === 'list'
        ? block.items.flat()
        : block.type === 'quote'
          ? block.blocks
          : block.type === 'table'
            ? block.cells.flatMap((cell) => cell.blocks)
            : []
    return [block.type, ...kinds(inner)]
  })
}
