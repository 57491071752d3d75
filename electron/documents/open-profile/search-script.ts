// Small and without network; an open profile can be read without it.
import { openProfileText as text } from '../text/open-profile.ts'

export const SEARCH_FOLDER = 'recherche'
/** Titles in one file. */
export const TITLES_PER_FILE = 500

/** The file of the words that begin alike; both sides make it from the first two signs of a folded word. */
export function wordFile(term: string): string {
  const signs = Array.from(term).slice(0, 2)
  return `mots-${signs.map((sign) => (/[a-z0-9]/.test(sign) ? sign : `_${(sign.codePointAt(0) ?? 0).toString(16)}`)).join('')}.js`
}

/** One word's line in its file: the ranks of the texts that hold it. */
export const wordsFile = (words: Iterable<readonly [string, readonly number[]]>) =>
  `seancesMots({\n${[...words].map(([word, ranks]) => `${JSON.stringify(word)}:[${ranks.join()}]`).join(',\n')}\n})\n`

export type TitleLine = readonly [kind: string, title: string, date: string, href: string]
export const titlesFile = (titles: readonly TitleLine[]) =>
  `seancesTitres([\n${titles.map((title) => JSON.stringify(title)).join(',\n')}\n])\n`

export function searchScript(): string {
  const words = {
    kinds: text.kinds,
    searching: text.searching,
    failed: text.searchFailed,
    none: text.foundNone,
    one: text.foundOne,
    found: text.found('#'),
    more: text.foundMore('#'),
  }
  return `${program.replace('"WORDS"', JSON.stringify(words).replaceAll('<', '\\u003c'))}`
}

/** Folds as the application does (domain/text/fold.ts); what is found is written as text, never as markup. */
const program = `'use strict';
(() => {
const words = "WORDS", perFile = ${TITLES_PER_FILE}, most = 50
const field = document.getElementById('mots'), list = document.getElementById('resultats'), count = document.getElementById('compte')
document.getElementById('formulaire').hidden = false
const files = new Map()
let taken
window.seancesMots = window.seancesTitres = (value) => { taken = value }
const load = (name) => {
  if (!files.has(name)) files.set(name, new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.onload = () => { resolve(taken); script.remove() }
    script.onerror = () => { script.remove(); name.startsWith('mots-') ? resolve({}) : reject(new Error(name)) }
    script.src = '${SEARCH_FOLDER}/' + name
    document.head.append(script)
  }))
  return files.get(name)
}
const fold = (typed) => typed.toLowerCase().normalize('NFKD').replace(/\\p{M}+/gu, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/['’ʼ‐‑–—]/g, ' ')
const fileOf = (term) => 'mots-' + Array.from(term).slice(0, 2).map((sign) => /[a-z0-9]/.test(sign) ? sign : '_' + sign.codePointAt(0).toString(16)).join('') + '.js'
const ranksOf = async (term) => {
  const known = await load(fileOf(term)), ranks = new Set()
  for (const word of Object.keys(known)) if (word.startsWith(term)) for (const rank of known[word]) ranks.add(rank)
  return ranks
}
let asked = 0
const search = async () => {
  const own = ++asked
  const terms = (fold(field.value).match(/[\\p{L}\\p{N}]+/gu) ?? []).filter((term) => Array.from(term).length > 1)
  if (terms.length === 0) { list.replaceChildren(); count.textContent = ''; return }
  count.textContent = words.searching
  try {
    const sets = await Promise.all(terms.map(ranksOf))
    const ranks = [...sets[0]].filter((rank) => sets.every((set) => set.has(rank))).sort((a, b) => a - b)
    const lines = []
    for (const rank of ranks.slice(0, most)) {
      const titles = await load('titres-' + Math.floor(rank / perFile) + '.js')
      const [kind, title, date, href] = titles[rank % perFile]
      const line = document.createElement('li'), link = document.createElement('a'), about = document.createElement('div')
      link.href = href
      link.textContent = title === '' ? words.kinds[kind] : title
      about.className = 'mention'
      about.textContent = [words.kinds[kind], date].filter(Boolean).join(', ')
      line.append(link, about)
      lines.push(line)
    }
    if (own !== asked) return
    list.replaceChildren(...lines)
    count.textContent = ranks.length === 0 ? words.none : ranks.length === 1 ? words.one
      : (ranks.length > most ? words.found.replace('#', ranks.length) + '. ' + words.more.replace('#', most) : words.found.replace('#', ranks.length) + '.')
  } catch { if (own === asked) { list.replaceChildren(); count.textContent = words.failed } }
}
let later
field.addEventListener('input', () => { clearTimeout(later); later = setTimeout(search, 150) })
})()
`
