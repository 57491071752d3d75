import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { MOST_DEPTH } from '../../electron/domain/text/rich-bounds.ts'
import { plainText, type RichBlock, RichText } from '../../electron/domain/text/rich-text.ts'
import { toastStore } from '../../renderer/api/toasts.ts'
import { cleanPastedHtml } from '../../renderer/features/minutes/paste-html.ts'
import { richExtensions } from '../../renderer/features/minutes/rich-extensions.ts'
import { toEditorJson, toRichText } from '../../renderer/features/minutes/to-rich-text.ts'

let editor: Editor
const meetingId = '019f0000-0000-7000-8000-000000000001'

function open(text: RichText = { type: 'doc', content: [] }): Editor {
  editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: richExtensions(meetingId),
    content: toEditorJson(text),
    injectCSS: false,
    editorProps: { transformPastedHTML: (html) => cleanPastedHtml(html) },
  })
  editor.commands.focus('end')
  return editor
}

afterEach(() => editor.destroy())

/** A key: the input handlers first, then the insertion itself. */
function type(text: string): void {
  for (const key of text) {
    const { view } = editor
    const { from, to } = view.state.selection
    const handled = view.someProp('handleTextInput', (handle) =>
      handle(view, from, to, key, () => view.state.tr.insertText(key, from, to)),
    )
    if (handled !== true) view.dispatch(view.state.tr.insertText(key, from, to))
  }
}

function press(key: string, mods: { ctrlKey?: boolean; shiftKey?: boolean } = {}): void {
  editor.view.dom.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...mods }),
  )
}

function paste(html: string): void {
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
}

const stored = () => {
  const text = toRichText(editor.state.doc.toJSON())
  expect(RichText.safeParse(text).error).toBeUndefined()
  return text
}

describe('french typing in the editor', () => {
  it('corrects what is typed', () => {
    open()
    type('Il dit "oui" : pourquoi ?')
    expect(editor.getText()).toBe('Il dit «\u00a0oui\u00a0»\u00a0: pourquoi\u202f?')
  })

  it('gives back what was typed with Ctrl Z', () => {
    open()
    type('Oui ?')
    expect(editor.getText()).toBe('Oui\u202f?')
    press('z', { ctrlKey: true })
    expect(editor.getText()).toBe('Oui ?')
    press('z', { ctrlKey: true })
    expect(editor.getText()).toBe('')
  })

  it('gives back what was typed with Backspace, once', () => {
    open()
    type('fin...')
    expect(editor.getText()).toBe('fin…')
    press('Backspace')
    expect(editor.getText()).toBe('fin...')
  })

  it('leaves links alone', () => {
    open({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'exemple',
              marks: [{ type: 'link', attrs: { href: 'https://exemple.fr' } }],
            },
          ],
        },
      ],
    })
    editor.commands.setTextSelection(4)
    type('"a" ?')
    expect(editor.getText()).toBe('exe"a" ?mple')
  })

  it('keeps the mark of the text around', () => {
    open()
    editor.commands.toggleBold()
    type('Oui ?')
    expect(stored().content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Oui\u202f?', marks: [{ type: 'bold' }] }] },
    ])
  })

  it('does not correct what is pasted', () => {
    open()
    paste('<p>"Oui" ?</p>')
    expect(editor.getText()).toBe('"Oui" ?')
  })
})

describe('what is stored', () => {
  it('is the empty text for an empty editor', () => {
    open()
    expect(stored()).toEqual({ type: 'doc', content: [] })
  })

  it('comes back the same after being opened', () => {
    const text: RichText = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
        },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'trois' }] }],
            },
          ],
        },
        { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'cité' }] }] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [{ type: 'paragraph' }] }],
            },
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', content: [{ type: 'paragraph' }] },
                { type: 'tableCell', content: [{ type: 'paragraph' }] },
              ],
            },
          ],
        },
        { type: 'paragraph' },
      ],
    }
    open(text)
    expect(stored()).toEqual(text)
  })

  it('holds a Word clipboard as lists, links and tables, and never a picture', () => {
    open()
    paste(
      `<!--StartFragment--><p class=MsoNormal>Avant <b>gras</b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Un</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span>Deux</p>
<table><tr><td><p>c</p></td></tr></table><p><a href="https://exemple.fr">lien</a><img src=x onerror=y></p><!--EndFragment-->`,
    )
    const text = stored()
    expect(text.content.map((block) => block.type)).toEqual([
      'paragraph',
      'orderedList',
      'table',
      'paragraph',
    ])
    expect(JSON.stringify(text)).toContain('"href":"https://exemple.fr"')
    expect(JSON.stringify(text)).not.toMatch(/img|onerror|Mso|style/)
  })

  it('drops links that are not web or mail addresses', () => {
    const doc = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'x',
              marks: [{ type: 'link', attrs: { href: 'javascript:x', target: '_blank' } }],
            },
          ],
        },
        { type: 'horizontalRule' },
      ],
    }
    expect(toRichText(doc)).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }],
    })
    open()
  })
})

describe('toolbar commands', () => {
  it('make and leave a table by adding and removing rows and columns', () => {
    open()
    editor.commands.insertTable({ rows: 2, cols: 2, withHeaderRow: true })
    editor.commands.addRowAfter()
    editor.commands.addColumnAfter()
    const table = stored().content.find((block) => block.type === 'table')
    expect(table?.content).toHaveLength(3)
    expect(table?.content[0]).toMatchObject({ content: { length: 3 } })
    editor.commands.deleteRow()
    editor.commands.deleteColumn()
    expect(stored().content.find((block) => block.type === 'table')?.content).toHaveLength(2)
  })
})

describe('the bounds of a rich text in the editor', () => {
  const inQuotes = (count: number, words: string) =>
    `${'<blockquote><p>Le même jour, il écrivait :</p>'.repeat(count)}<p>${words}</p>${'</blockquote>'.repeat(count)}`
  const quotes = (block: RichBlock | undefined): number =>
    block?.type === 'blockquote' ? 1 + Math.max(...block.content.map(quotes)) : 0

  it('lay the quotes of a long thread of mails side by side, with every word', () => {
    open()
    paste(inQuotes(30, 'Au fond.'))
    const { content } = stored()
    expect(Math.max(...content.map(quotes))).toBe(MOST_DEPTH)
    expect(plainText({ type: 'doc', content }).match(/il écrivait/g)).toHaveLength(30)
    expect(plainText({ type: 'doc', content })).toContain('Au fond.')
  })

  it('count what the paste lands in', () => {
    open({ type: 'doc', content: [around(around({ type: 'paragraph' }))] })
    editor.commands.focus('start')
    paste(inQuotes(2 * MOST_DEPTH, 'Au fond.'))
    expect(Math.max(...stored().content.map(quotes))).toBeLessThanOrEqual(MOST_DEPTH)
    expect(plainText(stored())).toContain('Au fond.')
  })

  it('refuse one more quote around the most there may be, and say so', () => {
    const most = Array.from({ length: MOST_DEPTH }).reduce<RichBlock>((block) => around(block), {
      type: 'paragraph',
    })
    open({ type: 'doc', content: [most] })
    const before = stored()
    editor.commands.selectAll()
    editor.commands.wrapIn('blockquote')
    expect(stored()).toEqual(before)
    expect(toastStore.get().current?.message).toContain(`Pas plus de ${MOST_DEPTH}\u00a0listes`)
  })

  it('open what an earlier version stored deeper as it will be stored again', () => {
    const deep = Array.from({ length: 2 * MOST_DEPTH }).reduce<RichBlock>((block) => around(block), {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Au fond.' }],
    })
    open({ type: 'doc', content: [deep] })
    expect(quotes(stored().content[0])).toBe(MOST_DEPTH)
    expect(plainText(stored()).trim()).toBe('Au fond.')
  })
})

const around = (block: RichBlock): RichBlock => ({ type: 'blockquote', content: [block] })
