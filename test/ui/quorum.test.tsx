import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { RulesSection } from '../../renderer/features/attendance/RulesSection.tsx'
import { openRealCore } from './minutes-real-core.tsx'

it('takes a quorum as it is told, in its unit or as a fraction', async () => {
  const user = userEvent.setup()
  const core = await openRealCore()
  core.show(<RulesSection />)
  const quorum = async () => (await core.ok('settings.body', {})).quorumPercent
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Quorum/ })
  for (const [typed, percent, shown] of [
    ['50 %', 50, '50\u00a0%'],
    ['un tiers', 33, '1/3'],
    ['66,7', 67, '2/3'],
  ] as const) {
    await user.clear(field)
    await user.type(field, `${typed}{Enter}`)
    await waitFor(async () => expect(await quorum()).toBe(percent))
    await waitFor(() => expect(field.value).toBe(shown))
  }
  await user.clear(field)
  await user.type(field, '150 %{Enter}')
  expect(await screen.findByText(/^Écrire un nombre entier entre 1 et 100, ou une fraction/)).toBeTruthy()
  expect([await quorum(), field.value]).toEqual([67, '150 %'])
  await core.dispose()
})
