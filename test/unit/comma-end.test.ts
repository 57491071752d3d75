import { expect, it } from 'vitest'
import { cutAtComma, endsInComma } from '../../electron/domain/text/comma-end.ts'
import type { RichBlock } from '../../electron/domain/text/rich-text.ts'

const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cut = (...content: RichBlock[]) => endsInComma({ type: 'doc', content })

const struck = 'La direction annonce un modèle économique et un dossier statistique,'

it('a sentence whose end was struck out stops at a comma', () => {
  expect(cut(paragraph(struck))).toEqual([struck])
  expect(cut(paragraph(`${struck} `), paragraph('Le président remercie.'))).toEqual([struck])
  expect(cut({ type: 'blockquote', content: [paragraph(struck)] })).toEqual([struck])
  expect(cut(paragraph(struck.replace(/,$/, '.')))).toEqual([])
})

it('what goes on below, is called by name or stands in a list is none', () => {
  const list: RichBlock = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('le premier des points de la liste,')] }],
  }
  expect(cut(paragraph(struck), list)).toEqual([])
  expect(cut(paragraph(struck), paragraph('et des délais tenus.'))).toEqual([])
  expect(cut(paragraph(struck), paragraph('– le calendrier,'))).toEqual([])
  expect(cut(paragraph('– le calendrier de la première vague,'))).toEqual([])
  expect(cut(paragraph('Mesdames, Messieurs,'))).toEqual([])
})

it('of a long one the end is told, by whole words', () => {
  const [told = ''] = cutAtComma(`${'mot '.repeat(60)}fin,`)
  expect(told).toMatch(/^mot .* fin,$/)
  expect(told.length).toBeLessThanOrEqual(100)
})
