import type { DocumentModel } from '../model.ts'
import { agendaPaper } from './agenda.ts'
import { bulletinPaper } from './bulletin.ts'
import { convocationPaper } from './convocation.ts'
import { minutesPaper } from './minutes.ts'
import type { Paper } from './paper.ts'
import { withUniqueAnchors } from './unique-anchors.ts'
import { wellFormed } from './well-formed.ts'

/** Null for what is only ever a PDF. */
export function paperOf(model: DocumentModel): Paper | null {
  const paper = made(model)
  return paper === null ? null : withUniqueAnchors(wellFormed(paper))
}

function made(model: DocumentModel): Paper | null {
  switch (model.kind) {
    case 'minutes':
      return minutesPaper(model)
    case 'agenda':
      return agendaPaper(model)
    case 'convocation':
      return convocationPaper(model)
    case 'watchBulletin':
      return bulletinPaper(model)
    default:
      return null
  }
}
