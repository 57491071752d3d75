// The preview: the bytes as given, page by page, made again after a change without losing the page; saving and what follows.
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CoreEvent, Method } from '../../electron/contract/index.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { DocumentPreview } from '../../renderer/features/documents/DocumentPreview.tsx'
import { SaveDocument } from '../../renderer/features/documents/SaveDocument.tsx'
import { Toasts } from '../../renderer/ui/Toasts.tsx'

const opened: Uint8Array[] = []
const drawn: number[] = []
// jsdom draws nothing: pdf.js itself is driven in the real window.
vi.mock('../../renderer/features/documents/pdf-engine.ts', () => ({
  openPdf: async (bytes: Uint8Array) => {
    opened.push(bytes)
    return { numPages: bytes[0], loadingTask: { destroy: async () => undefined } }
  },
  drawPage: async (_: unknown, page: number) => {
    drawn.push(page)
    const text = document.createElement('div')
    text.textContent = `texte de la page ${page}`
    return { canvas: document.createElement('canvas'), text }
  },
}))

const MEETING = '01900000-0000-7000-8000-000000000001'
const TOKEN = '01900000-0000-7000-8000-000000000002'
const user = userEvent.setup()
let pages: number
let failure: string | null
let faults: { fault: string; page: number | null }[] = []
let calls: { method: Method; input: unknown }[]
let listeners: Set<(event: CoreEvent) => void>

beforeEach(() => {
  pages = 3
  failure = null
  faults = []
  calls = []
  listeners = new Set()
  opened.length = 0
  drawn.length = 0
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly tell: (entries: { contentRect: { width: number } }[]) => void
      constructor(tell: (entries: { contentRect: { width: number } }[]) => void) {
        this.tell = tell
      }
      observe() {
        this.tell([{ contentRect: { width: 400 } }])
      }
      disconnect() {}
    },
  )
  Object.defineProperty(window, 'seances', {
    configurable: true,
    value: {
      call: async (method: Method, input: unknown) => {
        calls.push({ method, input })
        if (failure !== null) return { ok: false, error: { code: failure } }
        if (method === 'documents.render')
          return {
            ok: true,
            value: { bytes: new Uint8Array([pages]), sha256: '', pageCount: pages, fileName: 'CR.pdf' },
          }
        if (method === 'documents.save')
          return { ok: true, value: { token: TOKEN, fileName: 'CR n° 10.pdf' } }
        if (method === 'documents.check') return { ok: true, value: { sha256: '', faults } }
        return { ok: true, value: {} }
      },
      on: (listener: (event: CoreEvent) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(screenShown: React.ReactNode) {
  render(
    <QueryClientProvider client={makeQueryClient()}>
      {screenShown}
      <Toasts />
    </QueryClientProvider>,
  )
}

const changed = () =>
  act(() => {
    for (const listener of listeners)
      listener({ topic: 'changed', methods: ['minutes.update'], meetingId: MEETING })
  })

describe('the preview', () => {
  it('shows the bytes it was given, and says which page of how many', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    expect(await screen.findByRole('region', { name: 'Page 1 sur 3' })).toBeDefined()
    expect(await screen.findByRole('img', { name: 'Page 1 sur 3' })).toBeDefined()
    expect(screen.getByText('texte de la page 1')).toBeDefined()
    expect(opened).toEqual([new Uint8Array([3])])
    expect(screen.getByText('Aperçu à jour, 3 pages')).toBeDefined()
  })

  it('turns pages by buttons and by keys, within the document', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(await screen.findByRole('button', { name: 'Page suivante' }))
    expect(await screen.findByRole('img', { name: 'Page 2 sur 3' })).toBeDefined()
    screen.getByRole('region', { name: 'Page 2 sur 3' }).focus()
    await user.keyboard('{End}{PageDown}')
    expect(await screen.findByRole('img', { name: 'Page 3 sur 3' })).toBeDefined()
    await user.keyboard('{Home}{PageUp}')
    expect(await screen.findByRole('img', { name: 'Page 1 sur 3' })).toBeDefined()
  })

  it('is made again a moment after the last of several changes, and keeps the page', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(await screen.findByRole('button', { name: 'Page suivante' }))
    pages = 4
    changed()
    changed()
    expect(screen.getByText('Aperçu en cours de mise à jour…')).toBeDefined()
    expect(await screen.findByRole('img', { name: 'Page 2 sur 4' }, { timeout: 3000 })).toBeDefined()
    expect(calls.filter((call) => call.method === 'documents.render')).toHaveLength(2)
  })

  it('stays within a document that became shorter', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await screen.findByRole('img')
    screen.getByRole('region', { name: 'Page 1 sur 3' }).focus()
    await user.keyboard('{End}')
    pages = 1
    changed()
    expect(await screen.findByRole('img', { name: 'Page 1 sur 1' }, { timeout: 3000 })).toBeDefined()
  })

  it('says in a sentence why it cannot be made, and tries again on demand', async () => {
    failure = 'unexpected'
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    expect((await screen.findByRole('alert')).textContent).toContain('Une erreur inattendue s’est produite')
    failure = null
    await user.click(screen.getByRole('button', { name: 'Réessayer' }))
    expect(await screen.findByRole('img', { name: 'Page 1 sur 3' })).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('saving', () => {
  it('says under which name, then opens it or shows it in its folder', async () => {
    show(<SaveDocument subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Enregistrer…' }))
    expect(await screen.findByText('Compte rendu enregistré : CR n° 10.pdf')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
    await user.click(screen.getByRole('button', { name: 'Afficher dans le dossier' }))
    await waitFor(() =>
      expect(calls.slice(1)).toEqual([
        { method: 'documents.check', input: { meetingId: MEETING, kind: 'minutes' } },
        { method: 'documents.open', input: { token: TOKEN } },
        { method: 'documents.reveal', input: { token: TOKEN } },
      ]),
    )
  })

  it('says what the checker found, and on which page first', async () => {
    show(<SaveDocument subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Enregistrer…' }))
    await screen.findByText('accessible et archivable, contrôlé')
    faults = [
      { fault: 'a heading level is skipped', page: 3 },
      { fault: 'a font is not embedded', page: null },
    ]
    await user.click(screen.getByRole('button', { name: 'Enregistrer…' }))
    await screen.findByText('le contrôle d’accessibilité a trouvé 2 défauts, le premier page 3')
  })

  it('says in a sentence why it failed', async () => {
    failure = 'file-locked'
    show(<SaveDocument subject={{ kind: 'agenda', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Enregistrer…' }))
    expect(await screen.findByText(/Le fichier est ouvert dans un autre logiciel/)).toBeDefined()
  })
})
