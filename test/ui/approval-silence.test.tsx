import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { addDays, civilDate } from '../../electron/domain/time/civil-date.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { entryOf } from '../entry.ts'
import { putInSession } from '../put-in-session.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

/** Papers wait for a job process to start. */
const jobs = forkRunner(entryOf('job'))
afterAll(() => jobs.close())

const user = userEvent.setup()
let core: RealCore
let meetingId: string
beforeEach(async () => {
  core = await openRealCore({ runJob: jobs.run })
  const fields = { date: addDays(civilDate(new Date()), -30), startTime: '14:00' }
  meetingId = (await core.ok('meetings.create', { fields, fromTemplate: true })).id
  await putInSession(core.ok, meetingId)
})
afterEach(() => core.dispose())

const press = async (name: string) => user.click(await screen.findByRole('button', { name }))
async function validate() {
  if ((await core.ok('meetings.get', { id: meetingId })).meeting.state !== 'held')
    await core.ok('session.close', { meetingId })
  for (const state of ['internalReview', 'review', 'validated'] as const) {
    const { id = '', version = 0 } = (await core.ok('minutes.get', { meetingId }))?.minutes ?? {}
    await core.ok('minutes.setState', { id, version, state })
  }
}

it('counts no silence while the members may answer, nor of whoever was not reached', async () => {
  const body = await core.ok('settings.body', {})
  const patch = { email: 'secretariat@ind.example' }
  await core.ok('settings.updateBody', { version: body.version, patch })
  const persons = [newId(), newId()] as const
  for (const [id, familyName, email] of [
    [persons[0], 'Okonjo', 'okonjo@asso.example'],
    [persons[1], 'Marchetti', 'marchetti@'],
  ] as const) {
    await core.ok('directory.addPerson', { id, fields: { givenName: 'Paul', familyName, email } })
    await core.ok('directory.addMandate', { id: newId(), personId: id, fields: { role: 'titulaire' } })
  }
  await validate()
  const [sent] = await core.ok('dispatch.prepare', { meetingId, kind: 'writtenApproval', itemId: null })
  const { id = '', version = 0 } = sent?.dispatch ?? {}
  await core.ok('dispatch.markSent', { id, version })
  core.show(<MinutesPage meetingId={meetingId} focusId="approval" />)
  const { closesOn } = (await core.ok('approval.consultation', { meetingId })) ?? {}
  const typeDay = async (date: string) => {
    const field = within(await screen.findByRole('group', { name: /^Réponses attendues/ }))
    await user.click(field.getAllByRole('spinbutton')[0] ?? document.body)
    await user.keyboard(date.split('-').reverse().join(''))
  }
  await typeDay(addDays(civilDate(new Date()), 1))
  const refusal = await screen.findByText(/Rien n’a été changé/)
  await typeDay(closesOn ?? '')
  await waitFor(() => expect(refusal.isConnected).toBe(false))
  await press('Accord tacite')
  expect(await screen.findAllByText(/^Les membres peuvent répondre jusqu’au/)).not.toEqual([])
  const row = (await screen.findByRole('group', { name: 'Réponse de Paul Marchetti' })).closest('li')
  expect(row?.textContent).toContain('Non joint par le message')
  expect(screen.getAllByText(/^Non joint par le message/)).toHaveLength(1)
  const seal = () => screen.getByRole('button', { name: /^Approuver et sceller, / })
  await waitFor(() => expect(seal().getAttribute('title')).toMatch(/Les membres peuvent répondre/))
  for (const personId of persons)
    await act(() => core.ok('approval.setReply', { meetingId, personId, answer: 'approves' }))
  await waitFor(() => expect(seal().getAttribute('aria-disabled')).not.toBe('true'))
})

it('shows who wrote a reply that nobody can tell, and what', async () => {
  const personId = newId()
  const fields = { givenName: 'Paul', familyName: 'Okonjo', email: 'okonjo@asso.example' }
  await core.ok('directory.addPerson', { id: personId, fields })
  await core.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
  await validate()
  core.show(<MinutesPage meetingId={meetingId} focusId="approval" />)
  await press('Accord tacite')
  await screen.findByRole('group', { name: 'Réponse de Paul Okonjo' })
  const bytes = new TextEncoder().encode(
    'From: Paul Okonjo <okonjo@asso.example>\r\nSubject: RE: Approbation\r\n\r\nBien recu, je relis.\r\n',
  )
  // The test's page has no reading of files' bytes of its own.
  const file = Object.assign(new File([bytes], 'r3.eml'), { arrayBuffer: async () => bytes.buffer.slice(0) })
  act(() => handFiles('approvalReply', meetingId, [file], null))
  expect(await screen.findByText(/^r3\.eml, de Paul Okonjo\s: la réponse n’est pas claire/)).toBeTruthy()
  expect(screen.getByText('Bien recu, je relis.')).toBeTruthy()
})

it('shows what the members answered while an observation still waits', async () => {
  const personId = newId()
  await core.ok('directory.addPerson', { id: personId, fields: { givenName: 'Paul', familyName: 'Okonjo' } })
  await core.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
  await validate()
  const remark = { id: newId(), meetingId, paper: 'minutes', circle: 'members', fields: {} } as const
  await core.ok('observations.add', remark)
  await core.ok('approval.setReply', { meetingId, personId, answer: 'observations' })
  core.show(<MinutesPage meetingId={meetingId} focusId="approval" />)
  await screen.findByRole('group', { name: 'Réponse de Paul Okonjo' })
  expect(screen.queryByRole('button', { name: /^Approuver et sceller(,|$)/ })).toBe(null)
  const [row] = await core.ok('observations.list', { meetingId })
  await act(() => core.ok('observations.remove', { id: row?.id ?? '', version: row?.version ?? 0 }))
  await press('Accord tacite')
  expect(await screen.findAllByText(/l’accord n’est pas tacite/)).not.toEqual([])
})

it('leads from what a member remarked to where it is answered', async () => {
  const personId = newId()
  await core.ok('directory.addPerson', { id: personId, fields: { givenName: 'Paul', familyName: 'Okonjo' } })
  await core.ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
  await validate()
  await core.ok('approval.setReply', { meetingId, personId, answer: 'observations' })
  core.show(<MinutesPage meetingId={meetingId} focusId="approval" />)
  await screen.findByText(/^Une observation de Paul Okonjo est sans réponse/)
  await press('Répondre')
  const observe = screen.getByRole('button', { name: 'En faire une observation' })
  expect(document.activeElement).toBe(observe)
  await user.click(observe)
  await screen.findByRole('complementary', { name: 'Observations' })
  const list = await core.ok('observations.list', { meetingId })
  expect(list.map(({ author, circle, state }) => [author, circle, state])).toEqual([
    ['Paul Okonjo', 'members', 'open'],
  ])
})

it('says that remarks were retained and no correction told, and leads to the field that tells them', async () => {
  const remark = { id: newId(), meetingId, paper: 'minutes', circle: 'members', fields: {} } as const
  await core.ok('session.close', { meetingId })
  const { id, version } = await core.ok('observations.add', remark)
  await core.ok('observations.update', { id, version, patch: { state: 'accepted' } })
  await validate()
  core.show(<MinutesPage meetingId={meetingId} focusId="approval" />)
  await screen.findByText(/^1.observation des membres retenue, aucune correction dite/)
  const count = () => Number(/, (\d+)/.exec(seal().textContent ?? '')?.[1])
  const seal = () => screen.getByRole('button', { name: /^Approuver et sceller, / })
  const before = count()
  await press('Les dire')
  const field = screen.getByRole('textbox', { name: /^Corrections demandées/ })
  expect(document.activeElement).toBe(field)
  await user.keyboard('Lire avril.')
  await waitFor(() => expect(screen.queryByText(/aucune correction dite/)).toBe(null))
  expect(count()).toBe(before - 1)
})

it('says before the seal how many members did not answer by writing, and leads to them', async () => {
  const persons = [newId(), newId(), newId()] as const
  for (const [rank, id] of persons.entries()) {
    const fields = { givenName: 'Paul', familyName: ['Okonjo', 'Marchetti', 'Sarrazin'][rank] ?? '' }
    await core.ok('directory.addPerson', { id, fields })
    await core.ok('directory.addMandate', { id: newId(), personId: id, fields: { role: 'titulaire' } })
  }
  await validate()
  await core.ok('approval.setReply', { meetingId, personId: persons[0], answer: 'approves' })
  core.show(<MinutesPage meetingId={meetingId} focusId="approval" />)
  await press('Consultation écrite')
  const lines = within(await screen.findByRole('region', { name: 'Avant de sceller' }))
  const line = (await lines.findByText(/^2.membres n’ont pas répondu/)).closest('li') ?? document.body
  expect(line.textContent).toContain('aucun message parti d’ici')
  await user.click(within(line).getByRole('button', { name: 'Voir' }))
  const row = document.activeElement?.closest('li')
  expect(row?.textContent).toMatch(/Marchetti|Sarrazin/)
  expect(document.activeElement?.textContent).toBe('Silence')
  for (const personId of persons.slice(1))
    await act(() => core.ok('approval.setReply', { meetingId, personId, answer: 'approves' }))
  await waitFor(() => expect(lines.queryByText(/pas répondu$/)).toBe(null))
})
