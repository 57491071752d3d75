// A picture in the editor with the field of its description under it; elements are built, never parsed.
import type { Node as TextNode } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { MOST_ALT, type RichImageFields } from '../../../electron/domain/text/rich-text.ts'
import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { newId } from '../../api/new-id.ts'
import { showToast } from '../../api/toasts.ts'
import { pictureText } from '../../text/picture.ts'
import { arrival } from './arriving-pictures.ts'
import { pictureFields } from './to-rich-text.ts'

// Pictures of the store as addresses that an image may show; each is read once and forgotten after its last use.
type Shown = { users: number; url: Promise<string> }
const shown = new Map<string, Shown>()

/** @throws {ApiError} when the store no longer holds it. */
function borrowUrl(sha256: string): Promise<string> {
  const known = shown.get(sha256)
  if (known !== undefined) {
    known.users += 1
    return known.url
  }
  const url = call('minutes.picture', { sha256 }).then(({ bytes, mediaType }) =>
    URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType })),
  )
  shown.set(sha256, { users: 1, url })
  return url
}

/** To be called once for each `borrowUrl`. */
function returnUrl(sha256: string): void {
  const known = shown.get(sha256)
  if (known === undefined) return
  known.users -= 1
  if (known.users > 0) return
  shown.delete(sha256)
  known.url.then(
    (url) => URL.revokeObjectURL(url),
    () => undefined,
  )
}

export class PictureView implements NodeView {
  readonly dom = element('figure', 'picture')
  readonly #image = element('img')
  readonly #note = element('span', 'message')
  readonly #alt = element('input', 'input')
  readonly #size = element('select', 'input')
  #node: TextNode
  readonly #view: EditorView
  readonly #getPos: () => number | undefined
  #shown: string | null = null
  #isGone = false

  constructor(node: TextNode, view: EditorView, getPos: () => number | undefined, meetingId: string) {
    this.#node = node
    this.#view = view
    this.#getPos = getPos
    this.#build()
    this.#draw()
    const arriving: unknown = node.attrs.arriving
    if (typeof arriving === 'string') this.#await(arriving, meetingId)
  }

  update(node: TextNode): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  /** Events in the fields are theirs. */
  stopEvent(event: Event): boolean {
    return event.target !== this.#image && event.target !== this.dom
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    if (this.#shown !== null) returnUrl(this.#shown)
    this.#shown = null
  }

  #build(): void {
    const id = `picture-${newId()}`
    const label = element('label')
    label.htmlFor = id
    label.textContent = pictureText.alt
    this.#note.id = `${id}-note`
    this.#alt.id = id
    this.#alt.maxLength = MOST_ALT
    this.#alt.lang = 'fr'
    this.#alt.setAttribute('aria-describedby', this.#note.id)
    this.#alt.addEventListener('input', () => this.#change({ alt: this.#alt.value }))
    this.#size.setAttribute('aria-label', pictureText.width)
    for (const [value, words] of Object.entries(pictureText.sizes))
      this.#size.append(new Option(words, value))
    this.#size.addEventListener('change', () => {
      const { value } = this.#size
      this.#change({ size: value === 'small' || value === 'medium' ? value : null })
    })
    const caption = element('figcaption')
    caption.append(label, this.#alt, this.#size, this.#note)
    caption.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' && (event.key !== 'Enter' || event.target !== this.#alt)) return
      event.preventDefault()
      event.stopPropagation()
      this.#leave()
    })
    this.dom.append(this.#image, caption)
  }

  #draw(): void {
    const { alt, size, arriving } = this.#node.attrs
    const fields = pictureFields(this.#node.attrs)
    const words = String(alt)
    const isDescribed = words.trim() !== ''
    this.#image.alt = isDescribed ? words : pictureText.noAlt
    if (this.#alt.value !== words) this.#alt.value = words
    this.#size.value = size === 'small' || size === 'medium' ? size : 'full'
    this.#image.className = this.#size.value
    this.dom.classList.toggle('undescribed', !isDescribed)
    this.dom.toggleAttribute('aria-busy', arriving !== null)
    this.dom.classList.toggle('gone', this.#isGone)
    this.#note.textContent =
      arriving !== null
        ? pictureText.arriving
        : this.#isGone
          ? pictureText.gone
          : isDescribed
            ? pictureText.hint
            : pictureText.missingAlt
    if (fields !== null && fields.sha256 !== this.#shown) this.#show(fields)
  }

  #show({ sha256, width, height }: RichImageFields): void {
    if (this.#shown !== null) returnUrl(this.#shown)
    this.#shown = sha256
    // Its place is kept while it is read.
    this.#image.width = width
    this.#image.height = height
    // Who is describing it keeps the field in sight while the picture takes its room.
    if (this.dom.contains(document.activeElement)) this.#note.scrollIntoView?.({ block: 'nearest' })
    borrowUrl(sha256).then(
      (url) => {
        if (this.#shown === sha256) this.#image.src = url
      },
      () => {
        this.#isGone = true
        this.#draw()
      },
    )
  }

  /** One replacement of the node: strokes that follow each other are undone together. */
  #change(attrs: { alt: string } | { size: RichImageFields['size'] | null }): void {
    const at = this.#getPos()
    if (at === undefined) return
    this.#view.dispatch(this.#view.state.tr.setNodeMarkup(at, null, { ...this.#node.attrs, ...attrs }))
  }

  /** The cursor goes behind the picture. */
  #leave(): void {
    const at = this.#getPos()
    if (at === undefined) return
    const { state } = this.#view
    const after = Selection.near(state.doc.resolve(at + this.#node.nodeSize), 1)
    this.#view.dispatch(state.tr.setSelection(after).scrollIntoView())
    this.#view.focus()
  }

  #await(arriving: string, meetingId: string): void {
    arrival(arriving, meetingId).then(
      (stored) => this.#settle(arriving, stored),
      (error: unknown) => {
        showToast(errorSentence(error))
        this.#settle(arriving, null)
      },
    )
  }

  /** The stored picture takes the place of the one that was arriving; one that was refused leaves it. No edit of its own. */
  #settle(arriving: string, stored: Omit<RichImageFields, 'alt' | 'size'> | null): void {
    if (this.#view.isDestroyed) {
      if (stored !== null) showToast(pictureText.lost)
      return
    }
    const at = this.#getPos()
    const { tr } = this.#view.state
    if (at === undefined || tr.doc.nodeAt(at)?.attrs.arriving !== arriving) return
    if (stored === null) tr.delete(at, at + 1)
    else
      for (const [name, value] of Object.entries({ ...stored, arriving: null }))
        tr.setNodeAttribute(at, name, value)
    this.#view.dispatch(tr.setMeta('addToHistory', false))
  }
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = className
  return made
}
