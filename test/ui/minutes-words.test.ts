import { expect, it } from 'vitest'
import type { MinutesSection } from '../../electron/domain/minutes/minutes.ts'
import type { RichText } from '../../electron/domain/text/rich-text.ts'
import { wordCount } from '../../renderer/features/minutes/sections.ts'
import { section } from '../unit/documents-builders.ts'

const text = (words: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

it('the words of the minutes are those of all that is written in them', () => {
  const sections: MinutesSection[] = [
    section(1, { presentation: text('Le guide est prêt.'), outcomeSentence: 'Pris acte.' }),
  ]
  const around = { opening: text('La séance s’ouvre.'), closing: text('Merci à tous.') }
  const blocks = [{ text: 'Le guide est adopté.' }, { text: 'Diffuser le guide' }]
  expect(wordCount(sections, around, blocks)).toBe(4 + 2 + 3 + 3 + 4 + 3)
})
