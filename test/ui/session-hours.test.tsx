import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { toClockTime } from '../../electron/domain/agenda/agenda.ts'
import { formatTime } from '../../electron/domain/text/french.ts'
import { openSession } from './open-session.tsx'

it('tells the hours of what is to come from when it was opened, as the end that it expects', async () => {
  const { core } = await openSession()
  const end = (await screen.findByRole('img', { name: /^fin estimée/ })).getAttribute('aria-label') ?? ''
  const [, hour, minute = '0'] = /à? ?(\d+)\sh(?:\s(\d+))?/u.exec(end) ?? []
  const at = (Number(hour) * 60 + Number(minute) - 30 + 1440) % 1440
  const told = formatTime(toClockTime(at))
  const list = screen.getByRole('navigation', { name: 'Points' })
  const [, second] = within(list).getAllByRole('listitem')
  expect(second?.textContent).toContain(`${told}, 30\u00a0min`)
  await core.dispose()
})
