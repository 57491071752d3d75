// A line whose mark says a decision, an action or somebody, and no more.
import { waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RealCore } from './minutes-real-core.tsx'
import { echo, field, openSession } from './open-session.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  ;({ core, meetingId } = await openSession())
})
afterEach(() => core.dispose())

const lines = async () => (await core.ok('session.get', { meetingId })).lines

describe('a mark without words', () => {
  it.each(['D :', 'A :', 'A : @ADX', 'V :', '? :', '@ADX'])('%s notes nothing, and says so', async (mark) => {
    await user.click(field())
    await user.keyboard(`${mark}{Enter}`)
    expect(echo()).toContain('rien à noter encore')
    expect(field()).toHaveProperty('value', mark)
    await user.keyboard(' @ADX relit{Enter}')
    await waitFor(() => expect(field()).toHaveProperty('value', ''))
    await waitFor(async () => expect(await lines()).toHaveLength(1))
  })
})

it('a correction that says nothing leaves the line as it was', async () => {
  await user.click(field())
  await user.keyboard('D : adopter le guide{Enter}')
  await waitFor(async () => expect(await lines()).toHaveLength(1))
  await user.keyboard('{ArrowUp}')
  await user.clear(field())
  await user.keyboard('D :{Escape}')
  expect(field()).toHaveProperty('value', '')
  expect(await lines()).toMatchObject([{ kind: 'decision', text: 'adopter le guide' }])
})

it.each(['P : ADX demande un délai', '#99 demande un délai'])(
  'a correction that is not whole is kept as a note: %s',
  async (typed) => {
    await user.click(field())
    await user.keyboard('une note{Enter}')
    await waitFor(async () => expect(await lines()).toHaveLength(1))
    await user.keyboard('{ArrowUp}')
    await user.clear(field())
    await user.keyboard(`${typed}{Escape}`)
    await waitFor(async () => expect(await lines()).toMatchObject([{ kind: 'note', text: typed }]))
    expect(field()).toHaveProperty('value', '')
  },
)
