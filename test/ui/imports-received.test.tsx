import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { ImportReviewPage } from '../../renderer/features/imports/ImportReviewPage.tsx'
import { FakeCore, Refusal, show } from './agenda-fake-core.tsx'
import { draftItem, openReview as open, readFile, threeItems as three } from './review-screen.tsx'

const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)

beforeEach(() => {
  window.location.hash = '#/import'
})
afterEach(cleanup)

describe('a file made of pictures', () => {
  it('says which page is recognised, and is given up without waiting for the rest', async () => {
    const core = new FakeCore([], {
      'imports.read': () => new Promise<never>(() => undefined),
      'imports.stop': () => ({}),
    })
    setImportStart({ type: 'file', file: { fileName: 'scan.pdf', bytes: new Uint8Array([1]) } })
    show(core, <ImportReviewPage focusId={null} />)
    const bar = await screen.findByRole<HTMLProgressElement>('progressbar', {}, { timeout: 3_000 })
    expect(bar.position).toBe(-1)
    act(() => core.emit({ topic: 'progress', method: 'imports.read', done: 2, total: 5 }))
    expect(screen.getByText(/page 2 sur 5$/)).toBeTruthy()
    expect([bar.value, bar.max]).toEqual([2, 5])
    await userEvent.click(screen.getByRole('button', { name: 'Annuler' }))
    expect(core.asked('imports.stop')).toHaveLength(1)
    expect(screen.queryByRole('progressbar')).toBeNull()
  })
})

describe('around the lines of an import', () => {
  it('announces what is to check before all lines, with why, and leads there', async () => {
    const { user } = await open(readFile(three(), '2027-02-06'))
    const block = screen.getByRole('region', { name: 'À vérifier (1)' })
    const scroll = block.parentElement as HTMLElement
    // Before the lines, which stay in the order of the file.
    expect(block.compareDocumentPosition(within(scroll).getByRole('grid'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    expect(block.textContent).toContain('Lecture incertaine')
    // In one event: here the later ones of a press may come after the frame in which the line has the focus.
    fireEvent.click(within(block).getByRole('button', { name: /Retour sur les/ }))
    await waitFor(() => expect(document.activeElement).toBe(rows()[1]))
    await user.click(within(rows()[1] as HTMLElement).getByRole('button', { name: 'C’est juste' }))
    expect(screen.queryByRole('region', { name: /À vérifier/ })).toBeNull()
  })

  it('keeps the received file unless told not to, and takes nothing in when it cannot be kept', async () => {
    const { core, user } = await open(readFile(three(), '2027-02-06'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
    expect(core.asked('imports.apply')[0]?.received).toMatchObject({ sizeBytes: 1, sha256: '0'.repeat(64) })
    cleanup()
    const other = await open(readFile(three(), '2027-02-06'))
    await user.click(screen.getByRole('checkbox', { name: /Conserver le fichier reçu/ }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(other.core.asked('imports.apply')).toHaveLength(1))
    expect(other.core.asked('imports.apply')[0]?.received).toBeUndefined()
    expect(other.core.asked('imports.keepFile')).toEqual([])
    cleanup()
    const full = await open(readFile(three(), '2027-02-06'), {
      'imports.keepFile': () => {
        throw new Refusal('disk-full')
      },
    })
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(full.core.asked('imports.apply')).toEqual([])
  })

  it('proposes once who is not in the directory; those ticked enter it and are linked', async () => {
    const named = (at: number, title: string) =>
      draftItem(at, title, { presenter: 'Anaïs Roy', organisation: 'ZZX' })
    const { core, user } = await open(readFile([named(1, 'Un'), named(2, 'Deux')], '2027-02-06'), {
      'imports.compare': () => ({
        meeting: null,
        agenda: [],
        matches: [],
        names: [
          {
            presenter: 'Anaïs Roy',
            organisation: 'ZZX',
            person: null,
            organisationEntry: null,
            newPersons: [{ written: 'Anaïs Roy', givenName: 'Anaïs', familyName: 'Roy' }],
            newOrganisation: 'ZZX',
          },
        ],
      }),
    })
    const names = await screen.findByRole('region', { name: 'Noms absents de l’annuaire' })
    const boxes = within(names).getAllByRole('checkbox') as HTMLInputElement[]
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false])
    for (const box of boxes) await user.click(box)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(core.asked('imports.apply')).toHaveLength(1))
    const [input] = core.asked('imports.apply')
    const [person] = input?.directory?.newPersons ?? []
    const [body] = input?.directory?.newOrganisations ?? []
    expect(person).toMatchObject({ familyName: 'Roy', organisationId: body?.id })
    expect(body).toMatchObject({ name: 'ZZX' })
    expect(input?.linked).toEqual(
      [0, 1].map((at) => ({ at, presenterId: person?.id, organisationId: body?.id })),
    )
  })

  it('reads what is pasted where no field has the focus, and keeps no file of it unasked', async () => {
    const core = new FakeCore([], { 'imports.read': () => readFile(three(), '2027-02-06') })
    show(core, <ImportReviewPage focusId={null} />)
    await screen.findByRole('button', { name: 'Choisir un fichier…' })
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, {
      clipboardData: {
        getData: (type: string) => (type === 'text/html' ? '<ol><li>Un point</li></ol>' : 'x'),
      },
    })
    document.body.dispatchEvent(event)
    await screen.findByRole('heading', { name: 'Relire avant de reprendre' })
    const [input] = core.asked('imports.read')
    expect(input?.fileName).toBe('Texte collé.html')
    expect(new TextDecoder().decode(input?.bytes)).toBe('<ol><li>Un point</li></ol>')
    const box = screen.getByRole('checkbox', { name: /Conserver le fichier reçu/ }) as HTMLInputElement
    expect(box.checked).toBe(false)
  })

  it('says in which words of the file each field of a new meeting was read, and what is unsure of it', async () => {
    const file = readFile(three(), '2027-02-06')
    const source = (excerpt: string, confidence: number) => ({ block: 0, excerpt, confidence })
    file.draft.meetingSources = {
      date: source('Réunion du 6 février 2027', 0.95),
      startTime: source('Réunion du 6 février 2027', 0.95),
      place: source('salle 1 ou 2', 0.5),
    }
    await open(file)
    const said = within(screen.getByRole('list', { name: 'Où cela a été lu' })).getAllByRole('listitem')
    expect(said.map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '))).toEqual([
      'date, début : lu dans « Réunion du 6 février 2027 »',
      'lieu : lu dans « salle 1 ou 2 », à vérifier',
    ])
  })

  it('lays out the beginning of a very long file, and the rest when asked', async () => {
    const file = readFile(three(), '2027-02-06')
    file.blocks = Array.from({ length: 4_000 }, (_, at) => ({ type: 'paragraph', text: `Ligne ${at}` }))
    const { user } = await open(file)
    expect(screen.queryByText('Ligne 3999')).toBeNull()
    await user.click(screen.getByRole('button', { name: /Montrer la suite, 2.?500.lignes/ }))
    expect(screen.getByText('Ligne 2999')).toBeTruthy()
  })
})
