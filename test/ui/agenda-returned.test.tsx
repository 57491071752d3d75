import { readFileSync } from 'node:fs'
import { act, renderHook, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { setImportStart, useImportStart } from '../../renderer/api/import-start.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { href } from '../../renderer/app/paths.ts'
import { AgendaPage } from '../../renderer/features/agenda/AgendaPage.tsx'
import { agendaMeeting } from '../fixtures/returned/source/meetings.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  core = await openRealCore({
    runJob: async (name, input) => {
      if (name !== 'readReview') throw new AppError('file-damaged')
      return readReview(input as { fileName: string; bytes: Uint8Array }) as never
    },
  })
  const { meeting, items } = agendaMeeting()
  const { date, number } = meeting
  meetingId = (await core.ok('meetings.create', { fields: { date, number }, fromTemplate: false })).id
  let afterId: string | null = null
  for (const { id: _, version: __, meetingId: ___, parentId: ____, position: _____, ...fields } of items) {
    const id: string = newId()
    await core.ok('agenda.add', { id, meetingId, parentId: null, afterId, fields })
    afterId = id
  }
})
afterEach(() => core.dispose())

it('a Word file that is none of ours goes to the review of imports, for this meeting', async () => {
  core.show(<AgendaPage place="agenda" meetingId={meetingId} focusId={null} />)
  await screen.findByRole('treegrid')
  const bytes = new Uint8Array(readFileSync('test/fixtures/imports/liste-automatique.docx'))
  const file = Object.assign(new File([bytes], 'recu.docx'), {
    arrayBuffer: async () => bytes.buffer.slice(0),
  })
  act(() => handFiles('returnedAgenda', meetingId, [file], null))
  const start = renderHook(useImportStart)
  await waitFor(() =>
    expect(start.result.current).toMatchObject({ type: 'file', file: { fileName: 'recu.docx' } }),
  )
  expect(window.location.hash).toBe(href('importReview', {}, meetingId))
  expect(screen.queryByText(/n’a pas été repris/)).toBeNull()
  setImportStart(null)
})

it('a returned agenda shows each correction, and those that are accepted are applied', async () => {
  core.show(<AgendaPage place="agenda" meetingId={meetingId} focusId={null} />)
  await screen.findByRole('treegrid')
  const bytes = new Uint8Array(readFileSync('test/fixtures/returned/agenda-corrected.docx'))
  const file = Object.assign(new File([bytes], 'odj.docx'), {
    arrayBuffer: async () => bytes.buffer.slice(0),
  })
  act(() => handFiles('returnedAgenda', meetingId, [file], null))
  await user.click(await screen.findByRole('button', { name: /compte 5\sobservations/u }))
  await screen.findByText('5 observations, 5 en attente')
  await user.click(screen.getByRole('button', { name: /^Tout décider/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Retenir les 5 en attente' }))
  await waitFor(async () => {
    const { items } = await core.ok('agenda.list', { meetingId })
    expect(items.map(({ title }) => title)).toEqual([
      'Approbation du compte rendu de la séance n° 9',
      'Passerelle de dépôt des actes : calendrier de raccordement',
      'Archivage des délibérations',
      'Certificats des agents',
      'Questions diverses',
    ])
  })
  expect(await screen.findByText('5 observations, toutes avec leur réponse')).toBeDefined()
})
