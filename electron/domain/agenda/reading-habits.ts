// What somebody said of the lines of one file, kept for the next file laid out like it: looks, words that stand in every
// file, and fingerprints of titles; never the words of a title or of a line.
import { z } from 'zod'
import { fold } from '../text/fold.ts'
import {
  type LinePlace,
  LineRole,
  linePlaceKey,
  looksOf,
  type SaidLine,
  type SourceLine,
  sourceLines,
} from './said-lines.ts'
import type { SourceBlock } from './source-block.ts'

/** A word of every file, "date", or the fingerprint of a title. */
const Label = z.string().max(60)
const MOST_LABELS = 40
const MOST_HABITS = 60

/** Lines of that look under that title, by its label, are that; of `agenda` the title is where the agenda begins. */
const ReadingHabit = z.strictObject({
  role: LineRole,
  look: z.string().max(80),
  under: Label,
})
type ReadingHabit = z.infer<typeof ReadingHabit>

/** What was learnt from one file. */
export const LearntLayout = z.strictObject({
  fileName: z.string().min(1).max(255),
  labels: z.array(Label.min(1)).max(MOST_LABELS),
  habits: z.array(ReadingHabit).min(1).max(MOST_HABITS),
})
export type LearntLayout = z.infer<typeof LearntLayout>

/** Words before a colon, over a list, or at the head of a column that stand in the files of everybody. */
const COMMON =
  /^(?:dates?|jour|heures?|horaires?|debut|fin|duree|lieu|salle|adresse|visioconference|visio|lien|objet|sujets?|themes?|points?|titre|intitule|ordre du jour|odj|numero|no|seance|reunion|compte rendu|releve de decisions|convocation|participante?s?|presente?s?|membres presents|excusee?s?|absente?s?|representee?s?|pouvoirs?|invitee?s?|membres?|noms?|prenoms?|noms? (?:et )?prenoms?|prenoms? (?:et )?noms?|organismes?|organisations?|structures?|services?|directions?|fonctions?|qualites?|roles?|presences?|statuts?|etats?|emargements?|signatures?|presidente?|presidence|secretaire|secretariat|secretaire de seance|redacteur|redactrice|redaction|animateur|animatrice|animation|rapporteure?s?|intervenante?s?|presentee? par|destinataires?|diffusion|copies?|decisions?|actions?|echeances?|delais?|responsables?|porteurs?|pilotes?|qui|quoi|quand|commentaires?|observations?|remarques?|divers|questions diverses|introduction|conclusion|prochaine (?:reunion|seance)|pieces jointes|annexes?|documents?)$/

const isCommon = (label: string) => !label.startsWith('#')

/** Titles, words of everybody before a colon, and the heads of tables that have such; what has a digit is another day's. */
export function labelsOf(blocks: readonly SourceBlock[]): string[] {
  const labels = blocks.flatMap((block, at): string[] => {
    if (block.type === 'row') {
      const above = blocks[at - 1]
      const isFirst = above?.type !== 'row' || above.table !== block.table
      return isFirst && isHead(block.cells) ? block.cells : []
    }
    if (block.type === 'heading') return [block.text]
    const label = /^([\p{L}][\p{L} ’'()-]{1,40}?)\s?:/u.exec(block.text)?.[1]
    return label !== undefined && COMMON.test(folded(label)) ? [label] : []
  })
  const known = labels.filter((label) => !/\d/.test(label)).map(labelOf)
  return [...new Set(known.filter((label) => label !== ''))].slice(0, MOST_LABELS)
}

/** A first row of names is no head. */
function isHead(cells: readonly string[]): boolean {
  return cells.filter((cell) => COMMON.test(folded(cell))).length > 1
}

function folded(words: string): string {
  return fold(words)
    .replace(/[^a-z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Empty where the words are too few to tell anything. */
function labelOf(words: string): string {
  const bare = folded(words)
  if (bare.length <= 2) return ''
  return COMMON.test(bare) ? bare : `#${fingerprint(bare)}`
}

/** FNV-1a: tells a few titles apart and shows none of them; whoever guesses one can still check it. */
function fingerprint(words: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** Half of the titles of both, or of the fewer where one of them is not in the files of everybody. */
export function isSameLayout(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((label) => other.includes(label))
  const of = common.every(isCommon) ? Math.max(one.length, other.length) : Math.min(one.length, other.length)
  return common.length >= 2 && common.length * 2 >= of
}

/**
 * What holds of the whole file: a look under a title is remembered only when every line of that look there became the same.
 * @param roleOf what a line of the file is in the end; null for what the reading takes otherwise, as the hour of the meeting
 */
export function habitsOf(
  blocks: readonly SourceBlock[],
  said: readonly SaidLine[],
  roleOf: (place: LinePlace) => LineRole | null,
): ReadingHabit[] {
  const looks = lookedAt(blocks)
  const all = new Map<string, Looked[]>()
  for (const line of looks.values()) {
    const alike = all.get(line.habit)
    if (alike === undefined) all.set(line.habit, [line])
    else alike.push(line)
  }
  const found = new Map<string, ReadingHabit>()
  for (const one of said) {
    const line = looks.get(linePlaceKey(one))
    if (line === undefined) continue
    if (one.role === 'agenda') {
      const under = labelOf(line.text)
      // The first item itself is of this file only.
      if (under !== '' && roleOf(one) !== 'item')
        found.set(`agenda ${under}`, { role: 'agenda', look: 'title', under })
      continue
    }
    const alike = all.get(line.habit) ?? []
    if (alike.every((other) => roleOf(other) === one.role))
      found.set(line.habit, { role: one.role, look: line.look, under: line.under })
  }
  return [...found.values()].slice(0, MOST_HABITS)
}

/** What the lines of another file of the same layout are said to be. */
export function saidByHabit(blocks: readonly SourceBlock[], habits: readonly ReadingHabit[]): SaidLine[] {
  const roles = new Map(habits.map(({ role, look, under }) => [`${look} | ${under}`, role]))
  const begins = new Set(habits.flatMap(({ role, under }) => (role === 'agenda' ? [under] : [])))
  let begun = false
  return [...lookedAt(blocks).values()].flatMap(({ block, line, text, habit }): SaidLine[] => {
    if (!begun && begins.has(labelOf(text))) {
      begun = true
      return [{ block, line, role: 'agenda' }]
    }
    const role = roles.get(habit)
    return role === undefined || role === 'agenda' ? [] : [{ block, line, role }]
  })
}

type Looked = SourceLine & { look: string; under: string; habit: string }

function lookedAt(blocks: readonly SourceBlock[]): Map<string, Looked> {
  const looks = looksOf(blocks)
  const titles = new Map<number | null, string>()
  return new Map(
    sourceLines(blocks).map((line) => {
      const { look, section } = looks(line)
      const under = titles.get(section) ?? titleOver(blocks, section)
      titles.set(section, under)
      return [linePlaceKey(line), { ...line, look, under, habit: `${look} | ${under}` }]
    }),
  )
}

/** The label of what a line stands under: a table without heads stands under the heading above it. */
function titleOver(blocks: readonly SourceBlock[], section: number | null): string {
  const over = section === null ? undefined : blocks[section]
  if (over === undefined || section === null) return ''
  if (over.type !== 'row') return labelOf(over.text)
  if (isHead(over.cells)) return labelOf(over.cells.join(' '))
  const heading = blocks.slice(0, section).findLast(({ type }) => type === 'heading')
  return heading?.type === 'heading' ? labelOf(heading.text) : ''
}
