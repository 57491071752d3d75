import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { showPassage } from '../../renderer/app/shown-passage.ts'
import { ApprovedMinutes } from '../../renderer/features/minutes/ApprovedMinutes.tsx'
import { installFakeCore } from './fake-core.ts'
import { layOut } from './laid-out.ts'
import { meeting } from './sample.ts'
import { UnderBar } from './under-bar.tsx'

const printed = ['Ouverture de la séance.', 'L’association demande un dé-', 'lai pour les communes. Clôture.']
// jsdom draws nothing: the words of each page are read, their marks are the window's.
vi.mock('../../renderer/features/documents/pdf-engine.ts', () => ({
  openPdf: async () => ({
    numPages: 3,
    getOutline: async () => [],
    getPage: async (page: number) => ({
      getTextContent: async () => ({ items: [{ str: printed[page - 1] }] }),
    }),
  }),
  closePdf: async () => undefined,
  drawPage: async (_: unknown, page: number) => {
    const text = document.createElement('div')
    text.textContent = `texte de la page ${page}`
    return { canvas: document.createElement('canvas'), text }
  },
}))

let unlay: () => void
beforeEach(() => {
  unlay = layOut()
  installFakeCore({
    'approval.get': () => ({
      ...{
        approval: null,
        corrigenda: [],
        signedCopies: [],
        obstacles: [],
        retainedRemarks: 0,
        isChangedSinceValidation: false,
        approvingMeetings: [],
      },
    }),
    'documents.render': () => ({
      ...{ bytes: new Uint8Array([3]), sha256: '', pageCount: 3, fileName: 'CR.pdf' },
    }),
  })
})
afterEach(() => {
  cleanup()
  unlay()
})

const open = () =>
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <UnderBar>
        <ApprovedMinutes meeting={meeting(10)} items={[]} sections={[]} focusId={null} />
      </UnderBar>
    </QueryClientProvider>,
  )

it('opens approved minutes at the page of the sentence that led there, and turns to the next one asked for', async () => {
  showPassage('L’association demande un dé')
  open()
  expect(await screen.findByRole('img', { name: 'Page 2 sur 3' })).toBeTruthy()
  act(() => showPassage('lai pour les communes. Clôture.'))
  expect(await screen.findByRole('img', { name: 'Page 3 sur 3' })).toBeTruthy()
})
