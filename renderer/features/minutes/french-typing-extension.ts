// Applies the French typing rules in the editor, each as an edit of its own that Backspace or Ctrl Z takes back.
import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { frenchTyping } from './french-typing.ts'

/** The correction just made: where it stands, how long it is, and what was really typed. */
type Made = { readonly from: number; readonly length: number; readonly typed: string }

const key = new PluginKey<Made | null>('frenchTyping')
/** How much of the paragraph before the cursor the rules may look at. */
const LOOK_BACK = 120

export const FrenchTyping = Extension.create({
  name: 'frenchTyping',
  // Before the other meanings of Backspace.
  priority: 1000,
  addProseMirrorPlugins() {
    return [
      new Plugin<Made | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction: Transaction, made) => {
            const set: Made | null | undefined = transaction.getMeta(key)
            if (set !== undefined) return set
            return transaction.docChanged || transaction.selectionSet ? null : made
          },
        },
        props: { handleTextInput: correct },
      }),
    ]
  },
  addKeyboardShortcuts() {
    return { Backspace: () => takeBack(this.editor.view) }
  },
})

/** First what was typed, then its correction as a second edit: undo gives back the first. */
function correct(view: EditorView, from: number, to: number, typed: string): boolean {
  if (view.composing || inLink(view.state, from)) return false
  const $from = view.state.doc.resolve(from)
  if (!$from.parent.isTextblock) return false
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - LOOK_BACK),
    $from.parentOffset,
    null,
    '\n',
  )
  const correction = frenchTyping(before, typed)
  if (correction === null) return false
  view.dispatch(view.state.tr.insertText(typed, from, to))
  const start = from - correction.remove
  const original = view.state.doc.textBetween(start, from + typed.length)
  const made: Made = { from: start, length: correction.insert.length, typed: original }
  view.dispatch(
    closeHistory(view.state.tr)
      .insertText(correction.insert, start, from + typed.length)
      .setMeta(key, made)
      .scrollIntoView(),
  )
  // The next key is another edit: undo then takes back that first.
  view.dispatch(closeHistory(view.state.tr))
  return true
}

function takeBack(view: EditorView): boolean {
  const made = key.getState(view.state)
  if (made === null || made === undefined) return false
  view.dispatch(closeHistory(view.state.tr).insertText(made.typed, made.from, made.from + made.length))
  return true
}

function inLink(state: EditorState, at: number): boolean {
  const { link } = state.schema.marks
  return (
    link !== undefined &&
    state.doc
      .resolve(at)
      .marks()
      .some((mark) => mark.type === link)
  )
}
