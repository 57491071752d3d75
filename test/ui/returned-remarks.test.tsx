import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { REMARKS_FORMAT } from '../../electron/domain/minutes/member-remarks.ts'
import { readMail } from '../../electron/imports/mail/read-mail.ts'
import { readMemberRemarks } from '../../electron/imports/member-remarks.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { AgendaReturns, useReturned } from '../../renderer/features/minutes/index.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
const text = 'Le modèle de données sera transmis avant l’été.'

beforeEach(async () => {
  core = await openRealCore({
    runJob: async (job, input) => {
      const file = input as { fileName: string; bytes: Uint8Array }
      return (job === 'readMail' ? readMail(file) : readMemberRemarks(file)) as never
    },
  })
  meetingId = (await core.ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: false })).id
  const fields = { title: 'Annuaire' }
  await core.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId: null, fields })
  const [section] = (await core.ok('minutes.start', { meetingId })).sections
  const { id = '', version = 0 } = section ?? {}
  const exchanges = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  }
  await core.ok('minutes.updateSection', { id, version, patch: { exchanges } })
})
afterEach(() => core.dispose())

const stored = () => core.ok('observations.list', { meetingId })
// The test's page has no reading of files' bytes of its own.
function fileOf(words: string, name = 'remarques.json') {
  const bytes = new TextEncoder().encode(words)
  return Object.assign(new File([bytes], name), {
    arrayBuffer: async () => bytes.buffer.slice(0),
  })
}

it('a file of a member’s folder speaks for the organisation that it says', async () => {
  const remarks = {
    format: REMARKS_FORMAT,
    version: 1,
    meetingId,
    paper: 'minutes',
    organisation: 'ACX',
    author: '',
    remarks: [{ anchor: 'x', text, comment: 'Préciser.', wanted: '', at: '2026-11-20T08:00:00.000Z' }],
  }
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
  await screen.findByRole('navigation', { name: 'Plan' })
  const file = fileOf(JSON.stringify(remarks))
  act(() => handFiles('returnedMinutes', meetingId, [file], null))
  await userEvent.setup().click(await screen.findByRole('button', { name: /^Prendre en compte/ }))
  await waitFor(async () =>
    expect((await stored()).map(({ organisation, comment }) => [organisation, comment])).toEqual([
      ['ACX', 'Préciser.'],
    ]),
  )
})

function ReturnsOfTheAgenda() {
  const returned = useReturned(meetingId, 'agenda')
  return (
    <AgendaReturns meetingId={meetingId} items={[]} itemId={null} returned={returned} onClose={() => {}} />
  )
}

it('what was said of an agenda goes to the members, and comes back', async () => {
  await core.ok('observations.add', {
    id: newId(),
    meetingId,
    paper: 'agenda',
    circle: 'internal',
    fields: { comment: 'Traiter l’annuaire en premier.' },
  })
  core.show(<ReturnsOfTheAgenda />)
  const user = userEvent.setup()
  const circles = async () => (await stored()).map(({ circle }) => circle)
  await user.click(await screen.findByText('Traiter l’annuaire en premier.'))
  await user.click(await screen.findByRole('button', { name: 'Passer aux membres' }))
  await waitFor(async () => expect(await circles()).toEqual(['members']))
  await user.click(await screen.findByRole('button', { name: 'Passer en relecture interne' }))
  await waitFor(async () => expect(await circles()).toEqual(['internal']))
})

it('a message with remarks is said to be one, and compared with nothing', async () => {
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
  await screen.findByRole('navigation', { name: 'Plan' })
  const words = ['From: Camille Exemple <camille@asso.example>', '', 'L’annuaire est à revoir en entier.']
  act(() => handFiles('returnedMinutes', meetingId, [fileOf(words.join('\r\n'), 'message.eml')], null))
  expect(await screen.findByText('1 observation, dans le message lui-même')).toBeDefined()
})
