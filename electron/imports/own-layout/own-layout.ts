// The layouts of this application's own papers, read by their words alone: files that another program saved or printed
// anew carry nothing. What a layout does not say is left as the understanding had it.
import type { Draft, DraftItem } from '../../domain/agenda/draft.ts'
import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { oneLine } from '../understanding/plain-line.ts'
import { agendaLayout } from './agenda.ts'
import { withHeadFacts } from './head-facts.ts'
import type { LayoutLine } from './items.ts'
import { minutesLayout } from './minutes.ts'

/** "INP/2026/11-ODJ", "INP/2026-11-12-CR": the reference that heads each of them. */
const REFERENCE = /(?:^|\s)\S{1,40}\/\d{4}(?:\/\d{2,3}|-\d{2}-\d{2})-(ODJ|CR|RELEVE)(?:\s|$)/
const RUNNING = /(?:Ordre du jour|Compte rendu|Relevé) .*\d{4}$/u
/** Above the title. */
const HEAD = 8

export function readOwnLayout(blocks: readonly SourceBlock[], visible: Draft): Draft {
  const lines = blocks.map(lineOf)
  const code = lines
    .slice(0, HEAD)
    .map(({ text }) => REFERENCE.exec(text)?.[1])
    .find((found) => found !== undefined)
  if (code === undefined) return visible
  const body = lines[0]?.text.replace(REFERENCE, '').trim() ?? ''
  // A web page says it again below all, and pages say again whose paper of which day they are.
  const isAgain = ({ text }: LayoutLine) =>
    REFERENCE.test(text) || (body !== '' && text.startsWith(`${body} `) && RUNNING.test(text))
  const own = lines.filter((line, at) => at < HEAD || !isAgain(line))
  const head = withHeadFacts(own, visible)
  const read = code === 'ODJ' ? agendaLayout(own, head) : minutesLayout(own, head)
  // Another paper under one of our references.
  return read === null || itemCount(read.items) < itemCount(visible.items) / 2 ? visible : read
}

function lineOf(block: SourceBlock, at: number): LayoutLine {
  const cells =
    block.type === 'row' ? block.cells.map(oneLine).filter((cell) => cell !== '') : [oneLine(block.text)]
  const marker = block.type === 'listItem' && block.marker !== null ? `${block.marker} ` : ''
  return {
    block: at,
    text: marker + cells.join(' '),
    isHeading: block.type === 'heading',
    isRow: block.type === 'row',
    level: block.type === 'heading' ? block.level : 0,
    cells,
  }
}

const itemCount = (items: readonly DraftItem[]): number =>
  items.reduce((sum, { children }) => sum + 1 + itemCount(children), 0)
