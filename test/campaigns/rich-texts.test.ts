import { expect, it } from 'vitest'
import { printRichTexts } from './rich-texts.ts'

it('the campaign prints two hundred texts at the edges of the contract, and reads each back', async () => {
  expect(await printRichTexts({ runs: 200, seed: 20261128 })).toMatchObject({
    texts: 200,
    files: 16,
    deepest: 8,
    fault: '',
  })
})

it('the campaign tells a document from one with a text left out: the control differs', async () => {
  expect((await printRichTexts({ runs: 1, seed: 20261128, control: true })).fault).toBe('pdf')
})
