import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { FindBar } from '../../renderer/app/find/FindBar.tsx'
import { PdfView } from '../../renderer/features/documents/PdfView.tsx'
import { layOut } from './laid-out.ts'

const printed = ['Ouverture de la séance', 'Le délai des communes', 'Clôture de la séance']
// jsdom draws nothing: pdf.js itself is driven in the real window.
vi.mock('../../renderer/features/documents/pdf-engine.ts', () => ({
  openPdf: async () => ({
    numPages: 3,
    getPage: async (page: number) => ({
      getTextContent: async () => ({ items: [{ str: printed[page - 1] }] }),
    }),
  }),
  closePdf: async () => undefined,
  drawPage: async (_: unknown, page: number) => {
    const text = document.createElement('div')
    text.textContent = printed[page - 1] ?? ''
    return { canvas: document.createElement('canvas'), text }
  },
}))

let unlay: () => void
beforeEach(() => {
  unlay = layOut()
  // Nor does it know what is seen, or how words are marked.
  Element.prototype.checkVisibility = () => true
  vi.stubGlobal('CSS', { highlights: new Map(), escape: (words: string) => words })
  vi.stubGlobal('Highlight', class {})
})
afterEach(() => {
  cleanup()
  unlay()
})

it('finds words on every page of a document, turns to them, and goes round', async () => {
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <main id="main">
        <PdfView bytes={new Uint8Array([3])} pages={3} />
      </main>
      <FindBar onClose={() => undefined} />
    </QueryClientProvider>,
  )
  const page = (number: number) => screen.findByRole('img', { name: `Page ${number} sur 3` })
  await page(1)
  const field = screen.getByRole('searchbox')
  await user.type(field, 'delai')
  await page(2)
  expect(await screen.findByText('1 sur 1')).toBeTruthy()
  await user.clear(field)
  await user.type(field, 'seance')
  await page(3)
  await user.keyboard('{Enter}')
  await page(1)
  await user.keyboard('{Enter}')
  await page(3)
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  await page(1)
  await user.clear(field)
  await user.type(field, 'introuvable')
  expect(await screen.findByText('Rien ne correspond')).toBeTruthy()
})
