import { Extension } from '@tiptap/core'
import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import {
  MOST_DEPTH,
  MOST_SIGNS,
  MOST_TABLES,
  type Room,
  roomInside,
  wholeRoom,
} from '../../../electron/domain/text/rich-bounds.ts'
import { showToast } from '../../api/toasts.ts'
import { minutesText } from '../../text/minutes.ts'

/** Keeps the text within what can be stored and printed: deep quotes of a mail are pasted less deep, with all their words. */
export const RichBounds = Extension.create({
  name: 'richBounds',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction(tr) {
        if (!nestsMore(tr) || fits(tr.doc.content, wholeRoom)) return true
        showToast(minutesText.tooDeep(MOST_DEPTH, MOST_TABLES))
        return false
      },
      props: {
        transformPasted(slice, view) {
          const room = roomAt(view.state.selection.$from)
          return fits(slice.content, room) ? slice : Slice.maxOpen(flat(slice.content, room))
        },
        handlePaste(view, _event, slice) {
          if (slice.size === 0) return true
          const { doc, selection } = view.state
          if (doc.content.size - (selection.to - selection.from) + slice.size <= MOST_SIGNS) return false
          showToast(minutesText.tooLongToPaste)
          return true
        },
      },
    }),
  ],
})

/** Typing only puts signs into paragraphs: nothing is deeper then. */
function nestsMore(tr: Transaction): boolean {
  if (!tr.docChanged) return false
  return tr.steps.some((step) => {
    const { slice }: { slice?: Slice } = { ...step }
    return slice !== undefined && slice.content.childCount > 0 && slice.content.firstChild?.isInline !== true
  })
}

function fits(fragment: Fragment, room: Room): boolean {
  return fragment.content.every((node) => {
    if (node.isTextblock || node.isLeaf) return true
    const inside = roomInside(room, node.type.name)
    return inside !== null && fits(node.content, inside)
  })
}

function roomAt(place: ResolvedPos): Room {
  let room = wholeRoom
  for (let depth = 1; depth <= place.depth; depth += 1)
    room = roomInside(room, place.node(depth).type.name) ?? room
  return room
}

/** @param dissolved whether these are the items, rows or cells of what there was no room for */
function flat(fragment: Fragment, room: Room, dissolved = false): Fragment {
  const nodes: Node[] = []
  for (const node of fragment.content) {
    if (node.isTextblock || node.isLeaf) {
      nodes.push(node)
      continue
    }
    const inside = roomInside(room, node.type.name)
    const isPart = dissolved && inside === room
    if (inside === null || isPart) nodes.push(...flat(node.content, room, true).content)
    else nodes.push(node.copy(flat(node.content, inside)))
  }
  return Fragment.from(nodes)
}
