// The only program of a member's folder: small, without network, and nothing of it is ever markup.
import { LINE_LENGTH, TEXT_LENGTH } from '../../domain/limits.ts'
import { MOST_REMARKS, REMARKS_FORMAT } from '../../domain/minutes/member-remarks.ts'
import { memberFolderText as text } from '../text/member-folder.ts'

/** What the page says of itself to its program. */
type FolderFacts = {
  readonly meetingId: string
  readonly paper: 'minutes' | 'agenda'
  readonly organisation: string
  readonly fileName: string
  readonly secretariat: string
}

/** Remarks are kept by paragraph and words: those on an earlier draft are not shown at what stands there now. */
export function remarksScript({ secretariat, ...facts }: FolderFacts): string {
  const words = {
    remark: text.remark,
    remarkOn: text.remarkOn('#'),
    comment: text.comment,
    wanted: text.wanted,
    removed: text.removed,
    clear: text.clear,
    none: text.none,
    one: text.one,
    many: text.many,
    kept: text.kept,
    notKept: text.notKept,
    nameless: text.nameless,
    saved: text.saved(secretariat),
  }
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
  return program
    .replace('"FACTS"', () => json({ ...facts, format: REMARKS_FORMAT }))
    .replace('"WORDS"', () => json(words))
}

const program = `'use strict';
(() => {
const facts = "FACTS", words = "WORDS"
const key = 'seances-inp ' + facts.meetingId + ' ' + facts.paper + ' ' + facts.organisation
const author = document.getElementById('auteur'), status = document.getElementById('etat')
const save = document.getElementById('enregistrer')
document.getElementById('remarques').hidden = false
let state = { author: '', remarks: {} }, isKept = true
try { const stored = JSON.parse(localStorage.getItem(key) || 'null'); if (stored && typeof stored.remarks === 'object') state = stored } catch { isKept = false }
const here = new Set()
const written = () => Object.entries(state.remarks).filter(([name]) => here.has(name)).map(([, one]) => one).filter((one) => one.comment.trim() !== '' || one.wanted !== one.text)
const keep = () => {
  try { localStorage.setItem(key, JSON.stringify(state)) } catch { isKept = false }
  const count = written().length
  save.disabled = count === 0
  status.textContent = count === 0 ? words.none : (count === 1 ? words.one : words.many.replace('#', count)) + ' ' + (isKept ? words.kept : words.notKept)[count === 1 ? 0 : 1]
}
author.value = String(state.author || '')
author.addEventListener('input', () => { state.author = author.value.slice(0, ${LINE_LENGTH}); keep() })
const named = (tag, className) => Object.assign(document.createElement(tag), { className })
let fields = 0
const fieldOf = (label, value, onInput) => {
  const box = named('p', 'champ'), name = document.createElement('label'), area = document.createElement('textarea')
  area.id = 'champ-' + ++fields
  area.rows = 3
  area.maxLength = ${TEXT_LENGTH}
  area.value = value
  name.htmlFor = area.id
  name.textContent = label
  area.addEventListener('input', () => onInput(area.value))
  box.append(name, area)
  return [box, area]
}
for (const place of document.querySelectorAll('[data-ancre]')) {
  const anchor = place.dataset.ancre, own = place.textContent.trim()
  // "Présentation" and the like: what stands below is remarked on.
  if (own === '' || /^H[4-6]$/.test(place.tagName)) continue
  const kept = anchor + ' ' + own
  here.add(kept)
  const button = named('button', 'remarque'), id = 'place-' + ++fields
  button.type = 'button'
  button.textContent = words.remark
  button.setAttribute('aria-label', words.remarkOn.replace('#', () => own.slice(0, 80)))
  button.setAttribute('aria-expanded', 'false')
  const panel = named('div', 'panneau')
  panel.id = id
  panel.hidden = true
  button.setAttribute('aria-controls', id)
  const open = () => {
    if (panel.childElementCount > 0) return
    const known = state.remarks[kept]
    const change = (part) => {
      state.remarks[kept] = Object.assign({ anchor, text: own, comment: '', wanted: own }, state.remarks[kept], part, { at: new Date().toISOString() })
      keep()
    }
    const [first, comment] = fieldOf(words.comment, known ? known.comment : '', (value) => change({ comment: value }))
    const gone = named('p', '')
    gone.id = id + '-suppression'
    const say = (value) => { gone.textContent = value.trim() === '' ? words.removed : '' }
    const [second, wanted] = fieldOf(words.wanted, known ? known.wanted : own, (value) => { change({ wanted: value }); say(value) })
    wanted.setAttribute('aria-describedby', gone.id)
    say(wanted.value)
    const clear = named('button', '')
    clear.type = 'button'
    clear.textContent = words.clear
    clear.addEventListener('click', () => {
      delete state.remarks[kept]
      keep()
      panel.replaceChildren()
      panel.hidden = true
      button.setAttribute('aria-expanded', 'false')
      button.focus()
    })
    panel.append(first, second, gone, clear)
    return comment
  }
  button.addEventListener('click', () => {
    const comment = open()
    panel.hidden = !panel.hidden
    button.setAttribute('aria-expanded', String(!panel.hidden))
    if (!panel.hidden && comment) comment.focus()
  })
  if (state.remarks[kept]) { open(); panel.hidden = false; button.setAttribute('aria-expanded', 'true') }
  const stand = place.closest('table, ul, ol')
  if (place.tagName === 'LI') place.append(button, panel)
  else if (place.matches('.points > li > p')) place.parentElement.append(button, panel)
  else if (stand && stand.parentElement && place.tagName !== 'P') stand.after(button, panel)
  else place.after(button, panel)
}
save.addEventListener('click', () => {
  if (author.value.trim() === '') {
    status.textContent = words.nameless
    author.focus()
    return
  }
  const file = { format: facts.format, version: 1, meetingId: facts.meetingId, paper: facts.paper, organisation: facts.organisation, author: author.value.trim().slice(0, ${LINE_LENGTH}), remarks: written().slice(0, ${MOST_REMARKS}).map(({ anchor, text, comment, wanted, at }) => ({ anchor, text, comment, wanted, removed: wanted.trim() === '', at })) }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }))
  link.download = facts.fileName + '.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  status.textContent = words.saved.replace('#', () => link.download)
})
keep()
})()
`
