import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../electron/contract/index.ts'
import { formatSize } from '../../electron/domain/text/french.ts'
import { AttachmentsPage } from '../../renderer/features/documents/attachments/AttachmentsPage.tsx'
import { ItemAttachments } from '../../renderer/features/documents/attachments/ItemAttachments.tsx'
import { agendaItem, FakeCore, itemId, MEETING_ID, Refusal, show } from './agenda-fake-core.tsx'
import { attachment, awaitedDocument, drop } from './attachments-sample.ts'
import { ownPace, slowHand } from './slow-hand.ts'

type Listed = Output<'attachments.list'>[number]
type Handlers = ConstructorParameters<typeof FakeCore>[1]

type Opened = { core: FakeCore; user: ReturnType<typeof userEvent.setup> }

async function open(files: Listed[], handlers: Handlers = {}): Promise<Opened> {
  const core = new FakeCore([agendaItem(0, 'Passerelle'), agendaItem(1, 'Archives')], handlers)
  core.attachments = files
  show(core, <AttachmentsPage meetingId={MEETING_ID} focusId={null} />)
  await screen.findByRole('button', { name: 'Joindre…' })
  return { core, user: userEvent.setup() }
}

/** Answers `attachments.add` as the core does. */
const adding = (core: () => FakeCore): Handlers => ({
  'attachments.add': (input) => {
    const { file, replaces } = input
    const item = 'itemId' in input ? input.itemId : null
    const old = core().attachments.find(({ id }) => id === replaces)
    const added = attachment(90 + core().attachments.length, file.fileName, {
      itemId: item,
      versionNumber: (old?.versionNumber ?? 0) + 1,
    })
    core().attachments = [...core().attachments.filter((one) => one !== old), added]
    return core().attachments
  },
  'attachments.identify': ({ id, replaces }) => {
    core().attachments = core()
      .attachments.filter((one) => one.id !== replaces)
      .map((one) => (one.id === id ? { ...one, versionNumber: replaces ? 2 : 1, version: 2 } : one))
    return core().attachments
  },
})
const ofItem = () => screen.getByRole('region', { name: '1 Passerelle' })
const rowOf = (name: RegExp) => {
  const row = screen.getByRole('button', { name }).closest('li')
  if (row === null) throw new Error('the document has no row')
  return row
}

afterEach(() => {
  ownPace()
  cleanup()
})

it('opens the document that a search leads to', async () => {
  const core = new FakeCore([agendaItem(0, 'Passerelle')], {})
  const found = attachment(1, 'tableau.xlsx', { itemId: itemId(0), title: 'Budget' })
  core.attachments = [attachment(0, 'rapport.pdf'), found]
  show(core, <AttachmentsPage meetingId={MEETING_ID} focusId={found.id} />)
  await waitFor(() => expect(document.getElementById(`document-${found.id}`)).not.toBe(null))
  const row = document.getElementById(`document-${found.id}`)
  await waitFor(() => expect(row?.querySelector('[aria-expanded="true"]')).not.toBe(null))
})

describe('documents of a meeting', () => {
  it('stand under the meeting and their items, with sizes in French, versions and macro warnings', async () => {
    await open([
      attachment(0, 'rapport.pdf'),
      attachment(1, 'tableau.xlsm', {
        itemId: itemId(0),
        sizeBytes: 1_240_000,
        versionNumber: 3,
        title: 'Budget',
      }),
    ])
    const ofMeeting = within(screen.getByRole('region', { name: 'Toute la séance' }))
    expect(ofMeeting.getByText(/402 ko/)).toBeTruthy()
    const row = within(ofItem())
    expect(row.getByText(/^v3 · reçu le mar\. 24 nov\. · 1,2 Mo · tableau\.xlsm$/)).toBeTruthy()
    // With macros it does not open from a click.
    expect(row.getByRole('button', { name: /^Exporter une copie de «\sBudget\s»…$/ })).toBeTruthy()
    expect(row.getByText('Contient des macros')).toBeTruthy()
    // An item without documents says nothing but how to join one.
    const empty = within(screen.getByRole('region', { name: '2 Archives' }))
    expect(empty.queryByRole('listitem')).toBeNull()
    expect(empty.getByRole('button', { name: 'Joindre… au point 2 Archives' })).toBeTruthy()
  })

  it('are added to the item they fall on; programs are refused without being read', async () => {
    const { core } = await open(
      [],
      adding(() => core),
    )
    drop(ofItem(), [new File(['abc'], 'note.pdf'), new File(['MZ'], 'outil.exe')])
    await screen.findByRole('button', { name: /Ouvrir.*note\.pdf/ })
    expect(
      core.asked('attachments.add').map((input) => ['itemId' in input && input.itemId, input.file.fileName]),
    ).toEqual([[itemId(0), 'note.pdf']])
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('outil.exe')
    expect(alert.textContent).toContain('programmes, scripts et raccourcis')
  })

  it('of a known name are asked about; Enter replaces, and the next act is offered', async () => {
    const built: Input<'attachments.buildProjection'>[] = []
    const { core, user } = await open([attachment(0, 'Annuaire.pptx', { itemId: itemId(0) })], {
      ...adding(() => core),
      'attachments.projection': () => ({
        folderName: '2026-12-10_Projection_INP',
        builtAt: '2026-12-09T17:40:00.000Z',
        fileCount: 1,
        withPdf: true,
        isCurrent: false,
      }),
      'attachments.buildProjection': (input) => {
        built.push(input)
        return {
          folderName: 'x',
          fileNames: ['01_Annuaire_v2.pptx'],
          leftAlone: [],
          notConverted: [],
          canConvert: true,
        }
      },
    })
    drop(ofItem(), [new File(['deux'], 'annuaire_V2.pptx')])
    const question = await screen.findByText(/porte le nom de « Annuaire\.pptx »\. Remplacer ou ajouter/)
    expect(question).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Remplacer'))
    await user.keyboard('{Enter}')
    await screen.findByText('« Annuaire.pptx » remplacé (v2)')
    expect(core.asked('attachments.identify')).toEqual([
      { id: itemId(591), version: 1, replaces: itemId(500) },
    ])
    expect(screen.queryByText(/Remplacer ou ajouter/)).toBeNull()
    const message = within(screen.getByRole('region', { name: 'Messages' }))
    await user.click(message.getByRole('button', { name: 'Mettre à jour le dossier de projection' }))
    expect(built).toEqual([{ meetingId: MEETING_ID, convert: true, elsewhere: false }])
    await screen.findByText('Dossier de projection à jour : 1 fichier')
  })

  it('stay beside each other when so answered', async () => {
    const { core, user } = await open(
      [attachment(0, 'Annuaire.pptx', { itemId: itemId(0) })],
      adding(() => core),
    )
    drop(ofItem(), [new File(['deux'], 'Annuaire (1).pptx')])
    await user.click(await screen.findByRole('button', { name: 'Ajouter' }))
    expect(screen.queryByText(/Remplacer ou ajouter/)).toBeNull()
    expect(core.asked('attachments.identify')).toEqual([])
    expect(screen.getByRole('button', { name: /Ouvrir.*Annuaire \(1\)/ })).toBeTruthy()
  })

  it('are replaced without a question by what falls on their row, and asked about in the inspector too', async () => {
    const { core } = await open(
      [attachment(0, 'Annuaire.pptx', { itemId: itemId(0) })],
      adding(() => core),
    )
    drop(rowOf(/Ouvrir.*Annuaire/), [new File(['x'], 'tout autre nom.pptx')])
    await screen.findByText('« Annuaire.pptx » remplacé (v2)')
    expect(core.asked('attachments.add')[0]).toMatchObject({ itemId: itemId(0), replaces: itemId(500) })
    cleanup()
    const other: FakeCore = new FakeCore(
      [agendaItem(0, 'Passerelle')],
      adding(() => other),
    )
    other.attachments = [attachment(0, 'Note.pdf', { itemId: itemId(0) })]
    show(other, <ItemAttachments meetingId={MEETING_ID} itemId={itemId(0)} />)
    await screen.findByRole('button', { name: /Ouvrir.*Note/ })
    drop(screen.getByRole('region', { name: 'Pièces jointes' }), [new File(['x'], 'note-final.pdf')])
    await screen.findByText(/« note-final\.pdf » porte le nom de « Note\.pdf »/)
  })

  it('have a circulation, a mark and a title, and each version opens', async () => {
    const first = attachment(0, 'v1.pdf', { versionNumber: 1, replacedBy: itemId(501) })
    const now = attachment(1, 'v2.pdf', { versionNumber: 2 })
    const { core, user } = await open([now], {
      'attachments.update': ({ patch }) => {
        core.attachments = core.attachments.map((one) => ({
          ...one,
          version: one.version + 1,
          title: patch.title ?? one.title,
          tabled: patch.tabled ?? one.tabled,
          circulation: patch.circulation ?? one.circulation,
        }))
        return core.attachments
      },
      'attachments.versions': () => [core.attachments[0] ?? now, first],
      'attachments.open': () => ({}),
    })
    await user.selectOptions(screen.getByRole('combobox', { name: /Diffusion de/ }), 'Public')
    await user.click(screen.getByRole('button', { name: /^Remis en séance/ }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Remis en séance/ }).getAttribute('aria-pressed')).toBe(
        'true',
      ),
    )
    await user.click(screen.getByRole('button', { name: /^Titre et versions/ }))
    await user.type(screen.getByRole('textbox', { name: 'Titre du document' }), 'Annuaire{Enter}')
    await user.click(await screen.findByRole('button', { name: /Ouvrir «\sv1\.pdf, v1/ }))
    expect(core.asked('attachments.update').map(({ patch }) => patch)).toEqual([
      { circulation: 'public' },
      { tabled: true },
      { title: 'Annuaire' },
    ])
    expect(core.asked('attachments.open')).toEqual([{ id: itemId(500) }])
  })

  it('say what the core refuses, file by file', async () => {
    const { user } = await open([], {
      'attachments.choose': () => ({
        list: [],
        refused: [{ fileName: 'deux fois.pdf', code: 'file-already-there' }],
      }),
    })
    await user.click(screen.getByRole('button', { name: 'Joindre…' }))
    const said = (await screen.findByRole('alert')).textContent
    expect(said).toMatch(/deux fois\.pdf\s» n’a pas été joint\./)
    expect(said).toContain('déjà joint à cet endroit')
  })

  it('say that the disk is full, there and nowhere else', async () => {
    const { user, passes } = slowHand()
    await open([], {
      'attachments.choose': () => {
        throw new Refusal('disk-full')
      },
    })
    await user.click(screen.getByRole('button', { name: 'Joindre…' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Le disque est plein')
    // A message that comes behind would cover what is done next, and its way back.
    await passes(1_000)
    expect(screen.getByRole('region', { name: 'Messages' }).textContent).not.toContain('disque')
  })

  it('are opened and removed, with a way back', async () => {
    const { core, user } = await open([attachment(0, 'rapport.pdf')], {
      'attachments.open': () => ({}),
      'attachments.remove': () => {
        core.attachments = []
        return []
      },
    })
    await user.click(screen.getByRole('button', { name: /Ouvrir/ }))
    await waitFor(() => expect(core.asked('attachments.open')).toEqual([{ id: itemId(500) }]))
    await user.click(screen.getByRole('button', { name: /Retirer/ }))
    await screen.findByText(/rapport\.pdf.*retiré/)
    expect(screen.queryByRole('button', { name: /Ouvrir/ })).toBeNull()
    expect(core.asked('attachments.remove')).toEqual([{ id: itemId(500), version: 1 }])
  })

  it('are carried out of the window from their row, and let fall in it again are not added twice', async () => {
    const { core }: Opened = await open([attachment(0, 'rapport.pdf')], {
      'attachments.drag': () => ({}),
      'attachments.add': () => core.attachments,
    })
    const line = screen.getByRole('button', { name: /Ouvrir/ }).closest('[draggable]') as Element
    expect(fireEvent.dragStart(line)).toBe(false)
    await waitFor(() => expect(core.asked('attachments.drag')).toEqual([{ id: itemId(500) }]))
    drop(ofItem(), [new File(['x'], 'rapport.pdf')])
    fireEvent.mouseMove(window, { buttons: 1 })
    drop(ofItem(), [new File(['x'], 'rapport.pdf')])
    expect(core.asked('attachments.add')).toEqual([])
    fireEvent.mouseMove(window, { buttons: 0 })
    drop(ofItem(), [new File(['x'], 'autre.pdf')])
    await waitFor(() => expect(core.asked('attachments.add')).toHaveLength(1))
  })

  it('of a kind that does not open from here are exported by a press, and said to be so', async () => {
    const { core, user } = await open([attachment(0, 'disque.iso')], {
      'attachments.export': () => ({ fileName: 'disque.iso' }),
    })
    expect(screen.queryByRole('button', { name: /^Ouvrir/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Exporter une copie de «\sdisque\.iso\s»/ }))
    await screen.findByText(/^Copie exportée.*disque\.iso/)
    expect(core.asked('attachments.export')).toEqual([{ id: itemId(500) }])
    expect(core.asked('attachments.open')).toEqual([])
  })

  it('are shown with what is awaited in the inspector of an item', async () => {
    const core = new FakeCore([agendaItem(0, 'Passerelle')])
    core.attachments = [attachment(0, 'Annuaire.pptx', { itemId: itemId(0), versionNumber: 2 })]
    core.awaited = [awaitedDocument(0, { dueOn: '2020-01-01' })]
    show(core, <ItemAttachments meetingId={MEETING_ID} itemId={itemId(0)} />)
    expect(await screen.findByText('v2')).toBeTruthy()
    expect(await screen.findByText('En retard')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Versions et documents attendus' })).toBeTruthy()
  })
})

it('sizes are written as in French, in the units of the limits', () => {
  const MB = 1024 * 1024
  expect(
    [0, 999, 1000, 412_345, 1_048_500, 1_240_000, 5 * MB, 15_600_000, 50 * MB, 3 * 1024 * MB].map(formatSize),
  ).toEqual(
    ['0 o', '999 o', '1\u202f000 o', '403 ko', '1 Mo', '1,2 Mo', '5 Mo', '15 Mo', '50 Mo', '3 Go'].map(
      (text) => text.replace(' ', '\u00a0'),
    ),
  )
})
