import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { href, type PlaceId } from '../../renderer/app/paths.ts'
import { meetingStages } from '../../renderer/features/home/meeting-stages.ts'
import { home, meetingRow } from './sample.ts'
import { show } from './show.tsx'

it.each([
  [{}, 'aucun envoi d’ici'],
  [{ isConvened: true }, 'notée, sans envoi d’ici'],
  [{ isConvened: true, isConvocationSent: true }, 'envoyée'],
])('says whether the one in session was convened: %o', async (convened, words) => {
  show('#/accueil', {
    'home.get': () => home({ next: meetingRow(12, { state: 'inSession' }), ...convened }),
  })
  const stages = within(await screen.findByRole('list', { name: 'Étapes de la séance' }))
  expect(stages.getByText('Convocation').closest('li')?.textContent).toBe(`Convocation${words}`)
})

it.each([
  ['planned', {}, []],
  ['planned', { isAgendaPublished: true }, ['Ordre du jour']],
  ['convened', { isConvocationSent: true }, ['Convocation']],
  ['inSession', {}, ['Ordre du jour']],
  ['inSession', { isConvocationSent: true }, ['Ordre du jour', 'Convocation']],
] as const)('ticks what was done, not what stands before: %s, %o', async (state, done, ticked) => {
  show('#/accueil', { 'home.get': () => home({ next: meetingRow(12, { state, itemCount: 9 }), ...done }) })
  const stages = within(await screen.findByRole('list', { name: 'Étapes de la séance' }))
  const titles = stages.queryAllByRole('img', { name: 'Fait' }).map((dot) => dot.closest('li'))
  expect(titles.map((li) => li?.querySelector('b')?.textContent)).toEqual(ticked)
  const isDraft = stages.queryByText(/^9.points, en projet/) !== null
  expect(isDraft).toBe(!ticked.some((title) => title === 'Ordre du jour'))
})

it('says the number once, and that a draft went out with the convocation', async () => {
  const next = meetingRow(12, { state: 'convened', title: 'Séance d’exemple n°\u00a012', itemCount: 9 })
  show('#/accueil', { 'home.get': () => home({ next, isConvocationSent: true }) })
  expect(await screen.findByText(/^9.points, en projet, non publié$/)).toBeTruthy()
  expect(screen.getByText(/^Séance d’exemple n°\s12$/)).toBeTruthy()
  expect(screen.queryByText(/^N°\s12$/)).toBeNull()
})

it('is no meeting to come once it is on, whatever its day', async () => {
  show('#/accueil', { 'home.get': () => home({ next: meetingRow(12, { state: 'inSession' }) }) })
  expect(await screen.findByText('Séance en cours')).toBeTruthy()
  expect(screen.queryByText(/^Prochaine séance/)).toBeNull()
})

it('the thread expects minutes on a day that is worked', () => {
  const row = meetingRow(12, { date: '2026-12-10', minutesState: null })
  const stops = meetingStages(row, '2026-12-01', {
    ...{ due: null, isConvocationSent: false, isConvened: false, isAgendaPublished: false },
  })
  expect(stops.find(({ id }) => id === 'minutes')?.detail).toMatch(/lun\. 28.déc\./)
})

it('each stage leads to where it is worked on', async () => {
  const next = meetingRow(12, {})
  show('#/accueil', { 'home.get': () => home({ next }) })
  const stages = within(await screen.findByRole('list', { name: 'Étapes de la séance' }))
  const links = stages.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
  const place = (tab: PlaceId) => href(tab, { meetingId: next.id })
  expect(links).toEqual([
    ['Ordre du jour', place('agenda')],
    ['Convocation', place('dispatch')],
    ['Séance', place('session')],
    ['Compte rendu', place('minutes')],
    ['Approbation', place('minutes')],
  ])
})
