import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PlacedAnnex } from '../../electron/contract/meeting-book.ts'
import { AttachmentsPage } from '../../renderer/features/documents/attachments/AttachmentsPage.tsx'
import { agendaItem, FakeCore, itemId, MEETING_ID, Refusal, show } from './agenda-fake-core.tsx'
import { layOut } from './laid-out.ts'
import { UnderBar } from './under-bar.tsx'

function Headed() {
  return (
    <UnderBar>
      <AttachmentsPage meetingId={MEETING_ID} focusId={null} />
    </UnderBar>
  )
}

const annex = (number: number, name: string, fate: PlacedAnnex['fate']): PlacedAnnex => ({
  attachmentId: itemId(500 + number),
  itemId: null,
  number,
  name,
  fileName: `${name}.pdf`,
  sizeBytes: 1000,
  sha256: '0'.repeat(64),
  tabled: number === 1,
  fate,
  outName: `Annexe 0${number} - ${name}.pdf`,
})
const annexes = [
  annex(1, 'Note', { goes: 'merged', pages: 3, tagged: false, holdsFiles: false }),
  annex(2, 'Convention', { goes: 'attached', why: 'signed' }),
  annex(3, 'Diapositives', { goes: 'zip', why: 'format' }),
  annex(4, 'Perdue', { goes: 'missing' }),
]

type Handlers = ConstructorParameters<typeof FakeCore>[1]
async function open(handlers: Handlers = {}) {
  const core = new FakeCore([agendaItem(0, 'Annuaire')], {
    'meetingBook.contents': () => annexes,
    'meetingBook.stop': () => ({}),
    'documents.produced': () => [],
    'documents.render': () => new Promise(() => undefined),
    ...handlers,
  })
  show(core, <Headed />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Composer le dossier de séance' }))
  return { core, user }
}

beforeEach(layOut)
afterEach(cleanup)

it('the page says of each document what becomes of it, and warns of the one that is missing', async () => {
  await open()
  const list = await screen.findByRole('region', { name: 'Contenu du dossier' })
  const rows = (await within(list).findAllByRole('listitem')).map((row) =>
    (row.textContent ?? '').replaceAll('\u00a0', ' '),
  )
  expect(rows).toEqual([
    'A1Annexe 1Note3 pages, sans balises d’accessibilité, remise en séanceIntégrée',
    'A2Annexe 2Conventionsignée : jointe telle quelle, sa signature reste valableJointe au PDF',
    'A3Annexe 3Diapositivespas un PDF : archive .zip, à côtéDans l’archive',
    'A4Annexe 4Perduefichier introuvable ou altéré : le demander de nouveauManquante',
  ])
  expect(within(list).getByRole('alert').textContent).toContain('Une pièce manque')
})

it('the book is composed for the members first, for the secretariat when asked, and saved as it is shown', async () => {
  const { core, user } = await open({ 'documents.save': () => null })
  await screen.findByText('Note')
  await user.click(screen.getByRole('button', { name: 'Secrétariat' }))
  await waitFor(() =>
    expect(core.asked('meetingBook.contents')).toEqual([
      { meetingId: MEETING_ID, circulation: 'members' },
      { meetingId: MEETING_ID, circulation: 'secretariat' },
    ]),
  )
  await user.click(screen.getByRole('button', { name: 'Exporter…' }))
  await waitFor(() =>
    expect(core.asked('documents.save')).toEqual([
      { kind: 'meetingBook', meetingId: MEETING_ID, circulation: 'secretariat' },
    ]),
  )
  await user.click(screen.getByRole('button', { name: 'Documents' }))
  expect(await screen.findByRole('button', { name: 'Composer le dossier de séance' })).toBeTruthy()
})

it('the book can be stopped while its files are examined, and begun again', async () => {
  let refuse: (reason: Refusal) => void = () => undefined
  const { core, user } = await open({
    'meetingBook.contents': () =>
      new Promise((_, reject) => {
        refuse = reject
      }),
    'meetingBook.stop': () => {
      refuse(new Refusal('cancelled'))
      return {}
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Arrêter' }))
  expect(await screen.findByText(/L’opération a été annulée/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Réessayer' }))
  await waitFor(() => expect(core.asked('meetingBook.contents')).toHaveLength(2))
})

it('the page says where the zip went beside the book', async () => {
  const { user } = await open({
    'documents.save': () => ({
      token: itemId(900),
      fileName: 'Dossier.pdf',
      producedId: itemId(901),
      besideName: 'Dossier.zip',
    }),
  })
  await user.click(await screen.findByRole('button', { name: 'Exporter…' }))
  expect(await screen.findByText(/Dossier\.pdf, avec Dossier\.zip à côté/)).toBeTruthy()
})
