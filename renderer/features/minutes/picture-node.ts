import { type Editor, mergeAttributes, Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { isAnnounced } from './arriving-pictures.ts'
import { PictureView } from './picture-view.ts'
import { pictureFields } from './to-rich-text.ts'

/** `arriving` names a picture that is not stored yet; the other attributes are those of the stored form. */
export const PictureNode = Node.create<{ meetingId: string }>({
  name: 'image',
  group: 'block',
  atom: true,
  addOptions: () => ({ meetingId: '' }),
  addAttributes() {
    const absent = { default: null, rendered: false }
    return {
      sha256: absent,
      mediaType: absent,
      width: absent,
      height: absent,
      alt: { default: '', rendered: false },
      size: absent,
      arriving: absent,
    }
  },
  parseHTML() {
    return [
      {
        tag: 'img[data-picture]',
        getAttrs: (element) => picturedBy(element.dataset.picture) ?? false,
      },
      {
        tag: 'img[data-arriving]',
        getAttrs: ({ dataset: { arriving = '' } }) => (isAnnounced(arriving) ? { arriving } : false),
      },
    ]
  },
  /** Only for the clipboard: between two texts of ours a picture travels by its hash. */
  renderHTML({ node }) {
    const fields = pictureFields(node.attrs)
    const arriving: unknown = node.attrs.arriving
    return [
      'img',
      mergeAttributes(
        { alt: String(node.attrs.alt) },
        fields === null ? { 'data-arriving': arriving } : { 'data-picture': JSON.stringify(fields) },
      ),
    ]
  },
  renderText: ({ node }) => String(node.attrs.alt),
  addKeyboardShortcuts() {
    return { Enter: ({ editor }) => describeSelected(editor) }
  },
  addNodeView() {
    return ({ node, view, getPos }) => new PictureView(node, view, getPos, this.options.meetingId)
  },
})

/** The fields that one of our own texts put on the clipboard; null for anything else under that name. */
function picturedBy(json: string | undefined): ReturnType<typeof pictureFields> {
  try {
    return pictureFields(JSON.parse(json ?? ''))
  } catch {
    return null
  }
}

function describeSelected({ view }: Editor): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return false
  const shown = view.nodeDOM(selection.from)
  if (shown instanceof HTMLElement) shown.querySelector('input')?.focus()
  return true
}
