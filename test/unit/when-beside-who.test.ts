import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '../../electron/domain/agenda/source-block.ts'
import { linesOf } from '../../electron/imports/understanding/lines.ts'
import { saysOther, saysWhenOrWhere } from '../../electron/imports/understanding/when-beside-who.ts'

const said = (block: SourceBlock, says: typeof saysOther) =>
  linesOf([block]).some((line) => says(line, { blocks: [block] } as Parameters<typeof saysOther>[1]))

describe('a line that says when or where', () => {
  it.each<SourceBlock>([
    { type: 'paragraph', text: 'Date : 3 mars 2027 à 18 h\nPrésents : Anne Orvault, Paul Sarlat' },
    { type: 'paragraph', text: 'Le bureau s’est réuni à 18 heures, autour de Zoé Orvault' },
    { type: 'paragraph', text: 'Lieu : salle des Tilleuls\nExcusée : Anne Orvault' },
    { type: 'heading', level: 2, text: 'Réunion du 3 mars 2027 (Anne Orvault, Paul Sarlat)' },
  ])('%j', (block) => {
    expect(said(block, saysWhenOrWhere)).toBe(true)
  })

  it('is none that only names people, and subjects beside their label are said with them', () => {
    const people: SourceBlock = { type: 'paragraph', text: 'Présents : Anne Orvault, Paul Sarlat' }
    expect(said(people, saysOther)).toBe(false)
    const subjects: SourceBlock = { type: 'paragraph', text: 'Ordre du jour : bilan, budget, site web' }
    expect(said(subjects, saysWhenOrWhere)).toBe(false)
    expect(said(subjects, saysOther)).toBe(true)
  })
})
