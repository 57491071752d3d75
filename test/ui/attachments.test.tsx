// The attachments page: files under their item, added by drop, refused in a sentence, removed and taken back.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Attachment } from '../../electron/domain/attachment.ts'
import { AttachmentsPage } from '../../renderer/features/attachments/AttachmentsPage.tsx'
import { fileSize } from '../../renderer/text/attachments.ts'
import { agendaItem, FakeCore, itemId, MEETING_ID, Refusal, show } from './agenda-fake-core.tsx'

function attachment(n: number, fileName: string, more: Partial<Attachment> = {}): Attachment {
  return {
    id: itemId(500 + n),
    version: 1,
    meetingId: MEETING_ID,
    itemId: null,
    fileName,
    mediaType: '',
    sizeBytes: 412_000,
    sha256: '0'.repeat(64),
    addedAt: '2026-11-24T10:00:00.000Z',
    ...more,
  }
}

async function open(files: Attachment[], handlers: ConstructorParameters<typeof FakeCore>[1] = {}) {
  const core = new FakeCore([agendaItem(0, 'Passerelle')], handlers)
  core.attachments = files
  show(core, <AttachmentsPage meetingId={MEETING_ID} focusId={null} />)
  await screen.findByRole('button', { name: 'Joindre…' })
  return { core, user: userEvent.setup() }
}

function drop(files: File[]) {
  const data = { types: ['Files'], files, dropEffect: 'none' }
  const [area] = screen.getAllByRole('region', { name: 'Pièces jointes' })
  if (area === undefined) throw new Error('no area takes drops')
  fireEvent.dragOver(area, { dataTransfer: data })
  fireEvent.drop(area, { dataTransfer: data })
}

afterEach(cleanup)

describe('attachments', () => {
  it('lists files under the meeting and under their item, with French sizes and macro warnings', async () => {
    await open([
      attachment(0, 'rapport.pdf'),
      attachment(1, 'tableau.xlsm', { itemId: itemId(0), sizeBytes: 1_240_000 }),
    ])
    const ofMeeting = within(screen.getByRole('region', { name: 'Pièces de la séance' }))
    expect(ofMeeting.getByText('412 ko')).toBeTruthy()
    const ofItem = within(screen.getByRole('region', { name: '1 Passerelle' }))
    expect(ofItem.getByText('1,2 Mo')).toBeTruthy()
    expect(ofItem.getByText('Contient des macros')).toBeTruthy()
  })

  it('adds dropped files to the chosen item and refuses programs without reading them', async () => {
    const { core, user } = await open([], {
      'attachments.add': ({ itemId: item, file }) => {
        core.attachments = [...core.attachments, attachment(9, file.fileName, { itemId: item })]
        return core.attachments
      },
    })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Joindre à' }), '1 Passerelle')
    drop([new File(['abc'], 'note.pdf'), new File(['MZ'], 'outil.exe')])
    await screen.findByRole('button', { name: /Ouvrir.*note\.pdf/ })
    expect(core.asked('attachments.add').map((input) => [input.itemId, input.file.fileName])).toEqual([
      [itemId(0), 'note.pdf'],
    ])
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('outil.exe')
    expect(alert.textContent).toContain('programmes, scripts et raccourcis')
  })

  it('says what the core refuses', async () => {
    const { user } = await open([], {
      'attachments.choose': () => {
        throw new Refusal('disk-full')
      },
    })
    await user.click(screen.getByRole('button', { name: 'Joindre…' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Le disque est plein')
  })

  it('opens and removes, with a way back', async () => {
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

  it('writes sizes as in French', () => {
    expect([0, 999, 1000, 412_345, 999_600, 1_000_000, 1_240_000, 15_600_000].map(fileSize)).toEqual(
      ['0 o', '999 o', '1 ko', '412 ko', '1 Mo', '1 Mo', '1,2 Mo', '16 Mo'].map((text) =>
        text.replace(' ', '\u00a0'),
      ),
    )
  })
})
