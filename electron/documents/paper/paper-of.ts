// Paper of a model: which documents also flow (docx, odt, html), and how each becomes a row of blocks.
import type { DocumentModel } from '../model.ts'
import { agendaPaper } from './agenda.ts'
import { minutesPaper } from './minutes.ts'
import type { Paper } from './paper.ts'
import { wellFormed } from './well-formed.ts'

/** Null for what is only ever a PDF. */
export function paperOf(model: DocumentModel): Paper | null {
  const paper =
    model.kind === 'minutes' ? minutesPaper(model) : model.kind === 'agenda' ? agendaPaper(model) : null
  return paper === null ? null : wellFormed(paper)
}
