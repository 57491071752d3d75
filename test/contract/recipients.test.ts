// A recipient of a message: corrected by hand for this message only.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
})
afterEach(() => world.opened.dispose())

it('a recipient is written to elsewhere this time, and the directory keeps the address', async () => {
  const { ok, refused } = world.opened
  const [prepared] = await world.prepare('convocation')
  const dispatchId = prepared?.dispatch.id ?? ''
  const recipients = async () => (await ok('dispatch.get', { id: dispatchId })).recipients
  const [one, ...others] = await recipients()
  if (one === undefined) throw new Error('no recipient')
  const { id, version } = one
  const patch = { email: 'ailleurs@asso.example', field: 'cc' as const }
  const view = await ok('dispatch.updateRecipient', { id, version, patch })
  expect(view.recipients.find((recipient) => recipient.id === id)).toMatchObject({ name: one.name, ...patch })
  expect(view.recipients.filter((recipient) => recipient.id !== id)).toEqual(others)
  expect(await refused('dispatch.updateRecipient', { id, version, patch })).toBe('conflict')
  const { persons } = await ok('directory.list', {})
  expect(persons.map(({ email }) => email)).not.toContain(patch.email)
  await ok('history.undo', {})
  expect((await recipients()).find((recipient) => recipient.id === id)).toMatchObject({ email: one.email })
})
