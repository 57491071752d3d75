import { Extension, type Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { TableKit } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Gapcursor, TrailingNode, UndoRedo } from '@tiptap/extensions'
import { leaveField } from '../../ui/leave-field.ts'
import { FrenchTyping } from './french-typing-extension.ts'
import { PictureNode } from './picture-node.ts'
import { RichBounds } from './rich-bounds-extension.ts'
import { isAddress } from './to-rich-text.ts'

/** The keys of Word's outline move list items in and out, besides Tab; the editor itself would swallow Escape. */
const OutlineKeys = Extension.create({
  name: 'outlineKeys',
  addKeyboardShortcuts() {
    return {
      Escape: () => {
        leaveField(this.editor.view.dom)
        return true
      },
      'Alt-Shift-ArrowRight': () => this.editor.commands.sinkListItem('listItem'),
      'Alt-Shift-ArrowLeft': () => this.editor.commands.liftListItem('listItem'),
    }
  },
})

/** For a text of the minutes of one meeting, to which pasted pictures then belong. */
export const richExtensions = (meetingId: string): Extensions => [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  HardBreak,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  Blockquote,
  Link.configure({
    openOnClick: false,
    defaultProtocol: 'https',
    HTMLAttributes: { target: null, rel: null, class: null },
    isAllowedUri: (address) => isAddress(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address),
  }),
  TableKit.configure({ table: { resizable: false, allowTableNodeSelection: true } }),
  PictureNode.configure({ meetingId }),
  UndoRedo,
  Gapcursor,
  TrailingNode,
  OutlineKeys,
  FrenchTyping,
  RichBounds,
]
