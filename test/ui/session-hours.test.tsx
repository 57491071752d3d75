import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSession } from './open-session.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-10T16:20:00') })
})
afterEach(() => {
  vi.useRealTimers()
})

it('tells the hours of what is to come from when it was opened, not from when it was planned', async () => {
  const { core } = await openSession()
  expect(await screen.findByRole('img', { name: /^fin estimée 17\sh\s20,/u })).toBeTruthy()
  const list = screen.getByRole('navigation', { name: 'Points' })
  const [, second] = within(list).getAllByRole('listitem')
  expect(second?.textContent).toContain('16\u00a0h\u00a050, 30\u00a0min')
  await core.dispose()
})

it('a point put off before it was on has no hour and no tick, and is none of those to deal with', async () => {
  const { core, meetingId } = await openSession()
  const [, last] = (await core.ok('agenda.list', { meetingId })).items
  await act(() => core.ok('session.setOutcome', { meetingId, itemId: last?.id ?? '', outcome: 'reporte' }))
  const list = screen.getByRole('navigation', { name: 'Points' })
  await waitFor(() => expect(list.textContent).toContain('Reporté'))
  const [, row] = within(list).getAllByRole('listitem')
  expect(row?.textContent).not.toMatch(/30.min|\d\d.h/)
  expect(row?.querySelector('svg.lucide-check')).toBeNull()
  expect(list.textContent).toContain('0 sur 1')
  await core.dispose()
})
