import { Fragment, Slice } from '@tiptap/pm/model'
import { dropPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { bringFiles } from '../../api/arrivals.ts'
import { showToast } from '../../api/toasts.ts'
import { minutesText } from '../../text/minutes.ts'
import { pictureText } from '../../text/picture.ts'
import { announce, dataPicture } from './arriving-pictures.ts'
import { cleanPastedHtml } from './paste-html.ts'

/** Some systems give photographs no type: their name tells. */
const pictureName = /\.(?:png|jpe?g|gif|webp|bmp|hei[cf]|tiff?|avif|svg)$/i

const isPicture = (file: File) => file.type.startsWith('image/') || pictureName.test(file.name)

/** Takes part in the editor's own events; true keeps them from it. */
export const pictureEvents = {
  paste(view: EditorView, event: ClipboardEvent): boolean {
    const pictures = [...(event.clipboardData?.files ?? [])].filter(isPicture)
    // Word and Excel add a photograph of the very words that they copy.
    if (pictures.length === 0 || event.clipboardData?.getData('text/plain').trim() !== '') return false
    event.preventDefault()
    insertPictures(view, pictures)
    return true
  },
  drop(view: EditorView, event: DragEvent): boolean {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return false
    const pictures = files.filter(isPicture)
    // The window knows what else to do with it.
    if (pictures.length === 0) return true
    event.preventDefault()
    event.stopPropagation()
    bringFiles(
      files.filter((file) => !isPicture(file)),
      null,
    )
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
    insertPictures(view, pictures, at?.pos ?? view.state.doc.content.size)
    return true
  },
}

/** Markup without its pictures: Word writes some twenty signs for one. */
const MOST_MARKUP = 4_000_000

/**
 * Pasted html made clean, or nothing when there is too much of it; its pictures come along
 * when they are inside it, and are spoken of when they are not, as are words that were struck through.
 */
export function pastedHtml(html: string): string {
  if (html.replace(/data:image[^"'\s)>]*/g, '').length > MOST_MARKUP) {
    showToast(minutesText.tooLongToPaste)
    return ''
  }
  let leftOut = 0
  const struck: string[] = []
  const cleaned = cleanPastedHtml(
    html,
    (address) => {
      const picture = dataPicture(address)
      if (picture !== null) return announce(picture)
      leftOut += 1
      return null
    },
    (words) => struck.push(words),
  )
  const told = [
    ...(leftOut > 0 ? [pictureText.leftOut(leftOut)] : []),
    ...(struck.length > 0 ? [minutesText.struckPasted(struck)] : []),
  ]
  if (told.length > 0) showToast(told.join(' '))
  return cleaned
}

/** Puts pictures in place of the selection, or near a place; a single one asks at once for its description. */
export function insertPictures(view: EditorView, pictures: readonly Blob[], near?: number): void {
  const type = view.state.schema.nodes.image
  if (type === undefined) return
  const nodes = pictures.map((picture) => type.create({ arriving: announce(picture) }))
  const { tr } = view.state
  if (near === undefined) tr.deleteSelection()
  const wanted = near ?? tr.selection.from
  const place = dropPoint(tr.doc, wanted, new Slice(Fragment.from(nodes), 0, 0)) ?? tr.doc.content.size
  tr.insert(place, nodes)
  view.dispatch(tr.scrollIntoView())
  const shown = nodes.length === 1 ? view.nodeDOM(place) : null
  if (shown instanceof HTMLElement) shown.querySelector('input')?.focus()
}
