import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { AttachmentsPage } from '../../renderer/features/documents/attachments/AttachmentsPage.tsx'
import { dismissProjection } from '../../renderer/features/documents/attachments/projection-store.ts'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, Refusal, show } from './agenda-fake-core.tsx'
import { attachment } from './attachments-sample.ts'
import { meetingFile } from './sample.ts'
import { UnderBar } from './under-bar.tsx'

type Handlers = ConstructorParameters<typeof FakeCore>[1]
type State = Output<'attachments.projection'>
type Built = NonNullable<Output<'attachments.buildProjection'>>

const built: Built = {
  folderName: '2026-12-10_Projection_INP',
  fileNames: ['01_Annuaire.pptx'],
  leftAlone: [],
  notConverted: [],
  canConvert: true,
}
const current: NonNullable<State> = {
  folderName: '2026-12-10_Projection_INP',
  builtAt: new Date(2026, 11, 9, 18, 40).toISOString(),
  fileCount: 1,
  withPdf: false,
  isCurrent: true,
}

/** The page under a head that holds its acts. */
function Headed() {
  return (
    <UnderBar>
      <AttachmentsPage meetingId={MEETING_ID} focusId={null} />
    </UnderBar>
  )
}

async function open(state: State, handlers: Handlers = {}) {
  const core = new FakeCore([agendaItem(0, 'Annuaire')], {
    'attachments.projection': () => state,
    'meetings.get': () => meetingFile({ ...meeting, date: '2030-12-10' }),
    ...handlers,
  })
  core.attachments = [attachment(0, 'Annuaire.pptx', { itemId: itemId(0) })]
  show(core, <Headed />)
  await screen.findByRole('button', { name: 'Joindre…' })
  return { core, user: userEvent.setup() }
}
const button = (name: string) => screen.getByRole('button', { name })

afterEach(() => {
  dismissProjection()
  closeToast(toastStore.get().current?.id ?? 0)
  cleanup()
})

it('the folder is built the first time, with PDFs if asked, and cannot be without a document to project', async () => {
  const { core, user } = await open(null, { 'attachments.buildProjection': () => built })
  await user.click(screen.getByRole('checkbox', { name: 'Présentations aussi en PDF' }))
  await user.click(button('Préparer le dossier de projection…'))
  await screen.findByText('Dossier de projection à jour : 1 fichier')
  expect(core.asked('attachments.buildProjection')).toEqual([
    { meetingId: MEETING_ID, convert: true, elsewhere: false },
  ])
  cleanup()
  const other = new FakeCore([agendaItem(0, 'Annuaire')])
  other.attachments = [attachment(0, 'note.pdf', { circulation: 'secretariat' })]
  show(other, <Headed />)
  expect((await screen.findByRole('button', { name: /^Préparer/ })).getAttribute('aria-disabled')).toBe(
    'true',
  )
})

it('the bar says whether the folder is up to date, opens it, puts it elsewhere', async () => {
  const { core, user } = await open(current, {
    'attachments.openProjection': () => ({}),
    'attachments.buildProjection': () => null,
  })
  expect(screen.getByText('À jour : 1 fichier, mer. 9 déc. à 18 h 40')).toBeTruthy()
  await user.click(button('Ouvrir le dossier'))
  expect(core.asked('attachments.openProjection')).toEqual([{ meetingId: MEETING_ID }])
  await user.click(button('Choisir un autre emplacement…'))
  expect(core.asked('attachments.buildProjection')).toMatchObject([{ elsewhere: true }])
  expect(screen.queryByText(/Dossier de projection à jour/)).toBeNull()
  cleanup()
  await open({ ...current, isCurrent: false })
  expect(screen.getByText(/^À mettre à jour : construit mer\. 9 déc\. à 18 h 40/)).toBeTruthy()
  expect(button('Mettre à jour le dossier de projection')).toBeTruthy()
})

it('the bar follows the conversion and stops it', async () => {
  let end: (value: Built) => void = () => undefined
  const { core, user } = await open(null, {
    'attachments.buildProjection': () =>
      new Promise((resolve) => {
        end = resolve
      }),
    'attachments.stopProjection': () => ({}),
  })
  await user.click(button('Préparer le dossier de projection…'))
  core.emit({ topic: 'conversion', fileName: '01_Annuaire.pptx', done: 1, total: 5 })
  await screen.findByText('Conversion de « 01_Annuaire.pptx » (2 sur 5)')
  await user.click(button('Arrêter'))
  expect(core.asked('attachments.stopProjection')).toHaveLength(1)
  end(built)
  await waitFor(() => expect(screen.queryByText(/^Conversion/)).toBeNull())
})

it('the report says what was left alone, what has no PDF, and has the message ready', async () => {
  const prepared = {
    dispatch: { id: itemId(950), version: 3 },
    recipients: [],
    documents: [],
    warnings: [],
  } as unknown as Output<'dispatch.get'>
  const { core, user } = await open(null, {
    'attachments.buildProjection': () => ({
      ...built,
      leftAlone: ['photo.jpg'],
      notConverted: [{ attachmentId: itemId(500), fileName: '01_Annuaire.pptx' }],
      canConvert: false,
    }),
    'dispatch.prepare': () => [prepared],
    'attachments.addAwaited': () => [],
  })
  await user.click(button('Préparer le dossier de projection…'))
  await screen.findByText(/^Laissé en place dans le dossier.*photo\.jpg/)
  expect(screen.getByText(/^Aucun logiciel de ce poste \(LibreOffice, PowerPoint\)/)).toBeTruthy()
  await user.click(button('Préparer le message'))
  await waitFor(() => expect(window.location.hash).toContain(`/envois?id=${itemId(950)}`))
  expect(core.asked('dispatch.prepare')).toEqual([
    { meetingId: MEETING_ID, kind: 'slidesReminder', itemId: itemId(0) },
  ])
  const [asked] = core.asked('attachments.addAwaited')
  expect(asked).toMatchObject({ itemId: itemId(0), fields: { fromName: '', dueOn: '2030-12-09' } })
  expect(asked?.fields.title).toMatch(/^Version PDF de «\sAnnuaire\s»$/)
})

it('the report says why the folder could not be built, and tries again', async () => {
  let tries = 0
  const { user } = await open(null, {
    'attachments.buildProjection': () => {
      tries += 1
      if (tries === 1) throw new Refusal('file-locked')
      return built
    },
  })
  await user.click(button('Préparer le dossier de projection…'))
  expect((await screen.findByRole('alert')).textContent).toContain('ouvert dans un autre logiciel')
  await user.click(button('Réessayer'))
  await screen.findByText('Dossier de projection à jour : 1 fichier')
})
