import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import { datesIn } from '../dates.ts'
import type { Line } from '../lines.ts'
import { oneLine, plainLine, trimPunctuation } from '../plain-line.ts'

export type FoundStep = {
  step: string
  date: string | null
  by: string | null
  block: number
  excerpt: string
}

const STEP =
  /^(?:(?:premiere|deuxieme|seconde|troisieme|\d(?:re|e|eme)) version|version (?:initiale|provisoire|definitive|finale)|ecriture|redaction|relecture|validation|approbation|diffusion|mise a jour|envoi)\b/

/** Rows and lines that tell a step of the document; a step without date and name says nothing. */
export function readHistory(
  blocks: readonly SourceBlock[],
  lines: readonly Line[],
): { steps: FoundStep[]; used: Set<number> } {
  const steps: FoundStep[] = []
  const used = new Set<number>()
  blocks.forEach((block, at) => {
    if (block.type !== 'row') return
    const excerpt = block.cells.join(' | ')
    const heads = blocks[at - 1]
    if (heads?.type === 'row' && heads.table === block.table && isHead(heads.cells)) {
      for (const step of underHeads(heads.cells, block.cells)) steps.push({ ...step, block: at, excerpt })
      used.add(at - 1).add(at)
      return
    }
    const isBelow = heads?.type === 'row' && heads.table === block.table && used.has(at - 1)
    const step = fromCells(block.cells, isBelow)
    if (step === null) return
    steps.push({ ...step, block: at, excerpt })
    used.add(at)
  })
  let open = false
  for (const line of lines) {
    if (used.has(line.block)) continue
    const isTitle = /^suivi du (?:document|compte[- ]rendu)\b/.test(plainLine(line.words))
    const words = isTitle ? line.words.replace(/^[^:]*:?\s*/, '') : line.words
    open = isTitle || (open && line.type !== 'heading')
    if (!open) continue
    for (const piece of words.split(/(?<!\s)\s+\/\s+|(?:(?<!\s)\s+)?;\s*/)) {
      const step = fromWords(piece)
      if (step === null) continue
      steps.push({ ...step, block: line.block, excerpt: line.text })
      used.add(line.block)
    }
  }
  return { steps, used }
}

/** "Écriture | Relecture | Validation": each column is a step. */
function isHead(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 1 && filled.every((cell) => STEP.test(plainLine(cell)) && datesIn(cell).length === 0)
}

function underHeads(
  heads: readonly string[],
  cells: readonly string[],
): Omit<FoundStep, 'block' | 'excerpt'>[] {
  return cells.flatMap((cell, column) => {
    const [date] = datesIn(cell)
    const step = oneLine(heads[column] ?? '')
    if (step === '' || cell.trim() === '') return []
    const by = date === undefined ? cell : cell.slice(0, date.index) + cell.slice(date.index + date.length)
    return [{ step, date: date?.date ?? null, by: trimPunctuation(by.replace(/\(\s*\)/g, '')) || null }]
  })
}

/**
 * One cell says the step, one holds a date, the others name who did it; in any order.
 * @param isBelow the row above tells a step
 */
function fromCells(cells: readonly string[], isBelow = false): Omit<FoundStep, 'block' | 'excerpt'> | null {
  const filled = cells.map(oneLine).filter((cell) => cell !== '')
  const step = filled.find((cell) => STEP.test(plainLine(cell)))
  if (step === undefined || filled.length < 2 || filled.length > 5) return null
  const dated = filled.find((cell) => cell !== step && datesIn(cell).length > 0)
  const by = filled.filter((cell) => cell !== step && cell !== dated)
  const date = dated === undefined ? null : (datesIn(dated)[0]?.date ?? null)
  // A cartouche names its writer without a date: that is no step of the document, unless it is one below another.
  if (date === null && !isBelow) return null
  return { step, date, by: by.length === 0 ? null : by.join(', ') }
}

/** "Première version : 3 mars 2026, N. Roy" or "relecture (jusqu’au 12 mars 2026)". */
function fromWords(text: string): Omit<FoundStep, 'block' | 'excerpt'> | null {
  if (!STEP.test(plainLine(text))) return null
  const cells = text.split(/(?:(?<!\s)\s+)?\|\s*/)
  if (cells.length > 1) return fromCells(cells)
  const [date] = datesIn(text)
  const head = /^([^:(–—]+)/u.exec(text)?.[1] ?? text
  const said =
    date === undefined
      ? text.slice(head.length)
      : text.slice(head.length).replace(text.slice(date.index, date.index + date.length), ' ')
  const by = trimPunctuation(said.replace(/[()]/g, ' ').replace(/\b(?:le|du|par|jusqu[’']au|au)\b/giu, ' '))
  if (date === undefined && by === '') return null
  return { step: trimPunctuation(head), date: date?.date ?? null, by: by === '' ? null : by }
}
