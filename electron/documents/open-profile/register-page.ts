import { escapeMarkup } from '../paper/escape.ts'
import { openProfileText as text } from '../text/open-profile.ts'
import { type Look, pageOf, paragraph } from './page.ts'

/** `cells` are trusted markup. */
export type RegisterRow = { id: string; cells: readonly string[] }
export type Register = { path: string; title: string; heads: readonly string[]; rows: Iterable<RegisterRow> }

/** In pieces: a register of ten years is not held whole. */
export function* registerPage(register: Register, look: Look): Generator<string> {
  const { path, title, heads } = register
  const [before = '', after = ''] = pageOf({ path, title, look, main: '\u0000' }).split('\u0000')
  yield before
  let isFirst = true
  for (const { id, cells } of register.rows) {
    if (isFirst)
      yield `<div class="tableau" role="group" tabindex="0" aria-labelledby="titre"><table aria-labelledby="titre">\n<thead><tr>${heads.map((head) => `<th scope="col">${escapeMarkup(head)}</th>`).join('')}</tr></thead>\n<tbody>\n`
    isFirst = false
    yield `<tr id="${escapeMarkup(anchorOf(id))}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`
  }
  yield isFirst ? paragraph(text.none) : '</tbody>\n</table></div>\n'
  yield after
}

/** Anchors begin with a letter; ids do not always. */
export const anchorOf = (id: string) => `r-${id}`
