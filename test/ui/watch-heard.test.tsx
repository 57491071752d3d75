// A text that a meeting has on its agenda stays, and the act that would remove it says so.
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { WatchInspector } from '../../renderer/features/watch/WatchInspector.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
beforeEach(async () => {
  core = await openRealCore()
})
afterEach(() => core.dispose())

async function removal(id: string) {
  const row = await core.ok('watch.get', { id })
  core.show(<WatchInspector row={row} onClose={() => undefined} onGone={() => undefined} />)
  return screen.findByRole('button', { name: 'Supprimer' })
}

it('a text is removed as long as no agenda has it', async () => {
  const id = newId()
  await core.ok('watch.add', { id, fields: { title: 'Décret des annuaires' } })
  expect((await removal(id)).getAttribute('aria-disabled')).not.toBe('true')
})

it('a text of an agenda is not, and says why', async () => {
  const id = newId()
  await core.ok('watch.add', { id, fields: { title: 'Décret des annuaires' } })
  const meeting = await core.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })
  await core.ok('watch.putOnAgenda', { id, itemId: newId(), meetingId: meeting.id })
  const remove = await removal(id)
  expect(remove.getAttribute('aria-disabled')).toBe('true')
  expect(remove.title).toMatch(/à l’ordre du jour d’une séance.*ou le clore/)
})
