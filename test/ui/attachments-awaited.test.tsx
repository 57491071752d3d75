import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { AttachmentsPage } from '../../renderer/features/documents/attachments/AttachmentsPage.tsx'
import { dueDay } from '../../renderer/features/documents/attachments/use-await.ts'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, show } from './agenda-fake-core.tsx'
import { attachment, awaitedDocument, drop } from './attachments-sample.ts'
import { meetingFile } from './sample.ts'

type Handlers = ConstructorParameters<typeof FakeCore>[1]

async function open(awaited: FakeCore['awaited'], handlers: Handlers = {}) {
  const items = [
    agendaItem(0, 'Passerelle', { presenter: 'Hélène Marchetti', presenterId: itemId(800) }),
    agendaItem(1, 'Archives'),
  ]
  const core = new FakeCore(items, {
    'meetings.get': () => meetingFile({ ...meeting, date: '2030-12-10' }),
    'backPlanning.tasks': () => [],
    ...handlers,
  })
  core.awaited = awaited
  show(core, <AttachmentsPage meetingId={MEETING_ID} focusId={null} />)
  await screen.findByRole('button', { name: 'Joindre…' })
  return { core, user: userEvent.setup() }
}
const ofItem = () => within(screen.getByRole('region', { name: '1 Passerelle' }))

afterEach(cleanup)

it('one act awaits a document from the presenter, by the day of the back-planning, and opens its fields', async () => {
  const { core, user } = await open([], {
    'backPlanning.tasks': () => [
      {
        id: itemId(900),
        version: 1,
        meetingId: MEETING_ID,
        title: 'Relancer les supports',
        offsetDays: -7,
        counting: 'calendar',
        act: 'remindSlides',
        doneOn: null,
        due: '2030-12-02',
        isOver: false,
        proof: null,
      },
    ],
    'attachments.addAwaited': ({ id, fields }) => {
      core.awaited = [awaitedDocument(0, { id, title: fields.title })]
      return core.awaited
    },
    'attachments.updateAwaited': ({ patch }) => {
      core.awaited = core.awaited.map((one) => ({ ...one, version: 2, title: patch.title ?? one.title }))
      return core.awaited
    },
  })
  await waitFor(() => expect(core.asked('backPlanning.tasks')).toHaveLength(1))
  await user.click(ofItem().getByRole('button', { name: /^Attendre un document/ }))
  await waitFor(() =>
    expect(core.asked('attachments.addAwaited')[0]).toMatchObject({
      itemId: itemId(0),
      fields: {
        title: 'Support de présentation',
        fromName: 'Hélène Marchetti',
        fromId: itemId(800),
        dueOn: '2030-12-02',
      },
    }),
  )
  core.emit({ topic: 'changed', reads: 'all', later: [] })
  const title = await screen.findByRole('textbox', { name: 'Document attendu' })
  expect(document.activeElement).toBe(title)
  await user.clear(title)
  await user.type(title, 'Annuaire{Enter}')
  await waitFor(() =>
    expect(core.asked('attachments.updateAwaited').at(-1)?.patch).toEqual({ title: 'Annuaire' }),
  )
  expect(core.asked('attachments.updateAwaited').some(({ patch }) => patch.title === '')).toBe(false)
})

it('an awaited document is called late once its day has passed, and those awaited can be seen alone', async () => {
  const { user } = await open([
    awaitedDocument(0),
    awaitedDocument(1, { dueOn: '2020-01-06', title: 'Bilan' }),
  ])
  expect(ofItem().getByText('Attendu')).toBeTruthy()
  expect(ofItem().getByText('En retard')).toBeTruthy()
  expect(ofItem().getByText(/d’Hélène Marchetti, avant le lun\. 6 janv\./)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^Attendus/ }))
  expect(screen.queryByRole('region', { name: '2 Archives' })).toBeNull()
  expect(ofItem().getByText('Bilan')).toBeTruthy()
})

it('an awaited document is kept by the file that falls on its row or is chosen for it', async () => {
  const { core, user } = await open([awaitedDocument(0)], {
    'attachments.add': () => {
      core.attachments = [attachment(0, 'PPT.pptx', { itemId: itemId(0) })]
      core.awaited = [awaitedDocument(0, { attachmentId: itemId(500) })]
      queueMicrotask(() => core.emit({ topic: 'changed', reads: 'all', later: [] }))
      return core.attachments
    },
    'attachments.choose': () => ({ list: core.attachments, refused: [] }),
  })
  await user.click(screen.getByRole('button', { name: /^Recevoir/ }))
  expect(core.asked('attachments.choose')).toEqual([
    { meetingId: MEETING_ID, itemId: itemId(0), awaitedId: itemId(700) },
  ])
  const row = screen.getByText('Support').closest('li')
  if (row === null) throw new Error('no row')
  drop(row, [new File(['x'], 'PPT.pptx')])
  await screen.findByText('« Support » reçu')
  expect(core.asked('attachments.add')[0]).toMatchObject({ awaitedId: itemId(700) })
  expect(await ofItem().findByText(/attendu d’Hélène Marchetti : Support/)).toBeTruthy()
  expect(ofItem().queryByText('Attendu')).toBeNull()
})

it('an awaited document is proposed for a file that falls on its item', async () => {
  const { core, user } = await open([awaitedDocument(0)], {
    'attachments.add': ({ file }) => {
      core.attachments = [attachment(0, file.fileName, { itemId: itemId(0) })]
      return core.attachments
    },
    'attachments.identify': () => core.attachments,
  })
  drop(screen.getByRole('region', { name: '1 Passerelle' }), [new File(['x'], 'DGX.pptx')])
  await screen.findByText(/« DGX\.pptx » est-il le document attendu d’Hélène Marchetti, « Support »/)
  await user.click(screen.getByRole('button', { name: /^Recevoir comme «\sSupport\s»$/ }))
  await waitFor(() =>
    expect(core.asked('attachments.identify')).toEqual([
      { id: itemId(500), version: 1, awaitedId: itemId(700) },
    ]),
  )
})

it('the day of an awaited document is the planned one, then the eve, never one that has passed', () => {
  expect(dueDay('2026-12-10', '2026-12-03', '2026-11-24')).toBe('2026-12-03')
  expect(dueDay('2026-12-10', undefined, '2026-11-24')).toBe('2026-12-05')
  expect(dueDay('2026-12-10', '2026-12-03', '2026-12-04')).toBe('2026-12-09')
  expect(dueDay('2026-12-10', undefined, '2026-12-10')).toBe('2026-12-10')
  expect(dueDay('2026-12-10', undefined, '2026-12-11')).toBeNull()
})
