// The notes beside the text: those of no item, and the suspensions.
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { notedLine } from '../session-line.ts'
import type { RealCore } from './minutes-real-core.tsx'
import { openSession } from './open-session.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  ;({ core, meetingId } = await openSession())
})
afterEach(() => core.dispose())

it('of no item are counted, led to, and put where they belong, so that none is left out of the text', async () => {
  await core.ok('session.addLine', {
    ...{ id: newId(), meetingId, at: '2026-12-10T14:06:00.000Z' },
    fields: notedLine({ raw: 'délai rallongé', text: 'délai rallongé' }),
  })
  const first = (await core.ok('agenda.list', { meetingId })).items[0]?.id ?? ''
  core.show(<MinutesPage meetingId={meetingId} focusId={first} />)
  const button = await screen.findByRole('button', { name: 'Notes' })
  if (button.getAttribute('aria-pressed') !== 'true') await user.click(button)
  const pane = await screen.findByRole('complementary', { name: 'Notes prises en séance' })
  await user.click(
    within(await screen.findByRole('navigation', { name: 'Plan' })).getByRole('button', { name: /Annuaire/ }),
  )
  expect(await within(pane).findByText(/^Une note n’a pas de point/)).toBeDefined()
  await user.click(within(pane).getByRole('button', { name: 'Voir les notes sans point' }))
  await user.selectOptions(await within(pane).findByRole('combobox', { name: 'Ranger au point' }), first)
  await waitFor(() => expect(within(pane).queryByText(/pas de point/)).toBeNull())
  await core.ok('minutes.generate', { meetingId, itemId: null, evenEdited: false })
  const sections = (await core.ok('minutes.get', { meetingId }))?.sections ?? []
  expect(sections.map(({ presentation }) => plainText(presentation)).join()).toContain('Délai rallongé.')
})
