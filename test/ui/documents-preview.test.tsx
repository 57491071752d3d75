import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentFault } from '../../electron/contract/document-faults.ts'
import type { CoreEvent, Method } from '../../electron/contract/index.ts'
import { readKey } from '../../electron/contract/read-key.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { DocumentPreview } from '../../renderer/features/documents/DocumentPreview.tsx'
import { SaveDocument } from '../../renderer/features/documents/SaveDocument.tsx'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { layOut } from './laid-out.ts'

const opened: Uint8Array[] = []
const drawn: number[] = []
let drawing: Promise<void> = Promise.resolve()
// jsdom draws nothing: pdf.js itself is driven in the real window.
vi.mock('../../renderer/features/documents/pdf-engine.ts', () => ({
  openPdf: async (bytes: Uint8Array) => {
    opened.push(bytes)
    return { numPages: bytes[0] }
  },
  closePdf: async () => undefined,
  drawPage: async (_: unknown, page: number) => {
    await drawing
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
let savedName: string
let faults: DocumentFault[] | null = []
let isToCome = false
let calls: { method: Method; input: unknown }[]
let listeners: Set<(event: CoreEvent) => void>

beforeEach(() => {
  pages = 3
  failure = null
  savedName = 'CR n° 10.pdf'
  faults = []
  isToCome = false
  calls = []
  listeners = new Set()
  opened.length = 0
  drawn.length = 0
  drawing = Promise.resolve()
  layOut()
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
          return {
            ok: true,
            value: { token: TOKEN, fileName: savedName, producedId: newId(), besideName: null },
          }
        if (method === 'documents.verdict') return { ok: true, value: { faults, isToCome } }
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

function show(screenShown: React.ReactNode, client = makeQueryClient()) {
  render(
    <QueryClientProvider client={client}>
      {screenShown}
      <Toasts />
    </QueryClientProvider>,
  )
}

/** As the core names the document that is previewed. */
const RENDERED = readKey('documents.render', { kind: 'minutes', meetingId: MEETING }) ?? ''

const changed = () =>
  act(() => {
    for (const listener of listeners) listener({ topic: 'changed', reads: [], later: [RENDERED] })
  })

describe('the preview', () => {
  it('shows the bytes it was given, and says which page of how many', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    expect(await screen.findByRole('region', { name: 'Page 1 sur 3' })).toBeDefined()
    expect(await screen.findByRole('img', { name: 'Page 1 sur 3' })).toBeDefined()
    expect(screen.getByText('texte de la page 1')).toBeDefined()
    expect(opened).toEqual([new Uint8Array([3])])
    expect(await screen.findByText('Aperçu à jour, 3 pages')).toBeDefined()
  })

  it('is not said to be up to date before its page is there', async () => {
    let draw = () => {}
    drawing = new Promise((resolve) => {
      draw = resolve
    })
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await screen.findByRole('region', { name: 'Page 1 sur 3' })
    await waitFor(() => expect(opened).toHaveLength(1))
    expect(screen.queryByText(/^Aperçu à jour/)).toBeNull()
    draw()
    await screen.findByText('Aperçu à jour, 3 pages')
    expect(drawn).toEqual([1])
  })

  it('is as large as it was left on this desk', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(await screen.findByRole('button', { name: 'Agrandir' }))
    cleanup()
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(await screen.findByRole('button', { name: /^125\s%/ }))
    cleanup()
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    expect(await screen.findByRole('button', { name: /^100\s%/ })).toBeDefined()
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
    expect(await screen.findByRole('img', { name: 'Page 2 sur 4' })).toBeDefined()
    expect(calls.filter((call) => call.method === 'documents.render')).toHaveLength(2)
  })

  it('is there at once for who comes back to it, and made again only if it changed meanwhile', async () => {
    const client = makeQueryClient()
    const subject = { kind: 'minutes', meetingId: MEETING } as const
    const made = () => calls.filter(({ method }) => method === 'documents.render').length
    const come = () => show(<DocumentPreview subject={subject} />, client)
    come()
    await screen.findByText('Aperçu à jour, 3 pages')
    cleanup()
    come()
    await screen.findByText('Aperçu à jour, 3 pages')
    expect(made()).toBe(1)
    cleanup()
    show(<DocumentPreview subject={{ kind: 'agenda', meetingId: MEETING }} />, client)
    await screen.findByText('Aperçu à jour, 3 pages')
    expect(made()).toBe(2)
    cleanup()
    come()
    await screen.findByText('Aperçu à jour, 3 pages')
    expect(made()).toBe(3)
    cleanup()
    pages = 4
    changed()
    come()
    await screen.findByText('Aperçu à jour, 4 pages')
    expect(made()).toBe(4)
    // What changed while it was being looked at, too, if nobody stayed to see it made.
    changed()
    cleanup()
    pages = 5
    come()
    await screen.findByText('Aperçu à jour, 5 pages')
  })

  it('stays within a document that became shorter', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await screen.findByRole('img')
    screen.getByRole('region', { name: 'Page 1 sur 3' }).focus()
    await user.keyboard('{End}')
    pages = 1
    changed()
    expect(await screen.findByRole('img', { name: 'Page 1 sur 1' })).toBeDefined()
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
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    expect(await screen.findByText('Compte rendu exporté : CR n° 10.pdf')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
    await user.click(screen.getByRole('button', { name: 'Afficher dans le dossier' }))
    await waitFor(() =>
      expect(calls.slice(1).filter(({ method }) => method !== 'documents.verdict')).toEqual([
        { method: 'documents.open', input: { token: TOKEN } },
        { method: 'documents.reveal', input: { token: TOKEN } },
      ]),
    )
  })

  it('says in words that the document is sound', async () => {
    show(<SaveDocument subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await screen.findByText('Contrôlé : accessible et archivable, aucun défaut.')
    expect(screen.queryByRole('button', { name: /^Voir/ })).toBeNull()
  })

  it('says the first fault with its page and its item, and lists them all on demand', async () => {
    faults = [
      { code: 'heading-skipped', page: 3, item: '2. Archives', about: '' },
      { code: 'font-not-embedded', page: null, item: '', about: '' },
      { code: 'undrawn-signs', page: null, item: '', about: '😀' },
    ]
    show(<SaveDocument subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await screen.findByText(/^Page 3, 2\. Archives\. Un niveau de titre est sauté/)
    expect(screen.queryByText(/Une police n’est pas dans le fichier/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Voir les 2\u00a0défauts et l’avertissement' }))
    const list = screen.getByRole('list', { name: 'Ce que le contrôle a trouvé' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(3)
    // Nothing is previewed beside: there is no page to turn to.
    expect(within(list).queryByRole('button')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Replier la liste' }))
    expect(screen.queryByRole('list', { name: 'Ce que le contrôle a trouvé' })).toBeNull()
  })

  it('turns the preview to the page of a fault', async () => {
    faults = [{ code: 'heading-skipped', page: 3, item: '', about: '' }]
    const subject = { kind: 'minutes', meetingId: MEETING } as const
    show(
      <>
        <SaveDocument subject={subject} />
        <DocumentPreview subject={subject} />
      </>,
    )
    await screen.findByRole('img', { name: 'Page 1 sur 3' })
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await user.click(await screen.findByRole('button', { name: 'Voir le défaut' }))
    await user.click(screen.getByRole('button', { name: 'Voir la page 3' }))
    expect(await screen.findByRole('img', { name: 'Page 3 sur 3' })).toBeDefined()
    // And again, after the reader turned away.
    await user.click(screen.getByRole('button', { name: 'Page précédente' }))
    await screen.findByRole('img', { name: 'Page 2 sur 3' })
    await user.click(screen.getByRole('button', { name: 'Voir la page 3' }))
    expect(await screen.findByRole('img', { name: 'Page 3 sur 3' })).toBeDefined()
  })

  it('says that a PDF could not be checked, and nothing of what is no PDF', async () => {
    faults = null
    show(<SaveDocument subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await screen.findByText(/Le contrôle d’accessibilité n’a pas pu être fait/)
    isToCome = true
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await screen.findByText(/Le contrôle d’accessibilité attend/)
    savedName = 'CR n° 10.docx'
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await screen.findByText('Compte rendu exporté : CR n° 10.docx')
    expect(screen.queryByText(/contrôle/i)).toBeNull()
  })

  it('does not make the preview again because a document left', async () => {
    show(<DocumentPreview subject={{ kind: 'minutes', meetingId: MEETING }} />)
    await screen.findByText('Aperçu à jour, 3 pages')
    act(() => {
      for (const listener of listeners)
        listener({ topic: 'changed', reads: ['["documents.produced",{}]'], later: [] })
    })
    expect(screen.getByText('Aperçu à jour, 3 pages')).toBeDefined()
  })

  it('says in a sentence why it failed', async () => {
    failure = 'file-locked'
    show(<SaveDocument subject={{ kind: 'agenda', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    expect(await screen.findByText(/Le fichier est ouvert dans un autre logiciel/)).toBeDefined()
  })

  it('says where a Word template that no longer fits is put right', async () => {
    failure = 'template-refused'
    show(<SaveDocument subject={{ kind: 'agenda', meetingId: MEETING }} />)
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    const said = await screen.findByText(/Le modèle Word choisi pour ce document ne convient plus/)
    expect(said.textContent).toContain('Réglages, Documents imprimés, Modèles Word')
    expect(said.textContent).toContain('Rien n’est perdu')
  })
})
