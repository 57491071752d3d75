// A line whose mark says a decision, an action or somebody, and no more.
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { undoLast } from '../../renderer/app/undo.ts'
import type { RealCore } from './minutes-real-core.tsx'
import { echo, field, log, openSession } from './open-session.tsx'

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

describe('a line that is corrected', () => {
  beforeEach(async () => {
    await user.click(field())
    await user.keyboard('une note{Enter}D : adopter le guide{Enter}')
    await waitFor(async () => expect(await lines()).toHaveLength(2))
    await waitFor(() => expect(log().textContent).toContain('Décision D-'))
    await user.keyboard('{ArrowUp}')
    await waitFor(() => expect(field()).toHaveProperty('value', 'D : adopter le guide'))
  })
  afterEach(() => closeToast(toastStore.get().current?.id ?? 0))

  it.each(['', '  '])('and emptied goes by Enter, which says so and gives it back (%j)', async (left) => {
    await user.clear(field())
    if (left !== '') await user.keyboard(left)
    await user.keyboard('{Enter}')
    expect(screen.queryByText('Correction d’une ligne notée')).toBeNull()
    await waitFor(() => expect(toastStore.get().current?.message).toBe('Ligne retirée'))
    await user.keyboard('la suite{Enter}')
    await waitFor(async () =>
      expect((await lines()).map(({ text }) => text)).toEqual(['une note', 'la suite']),
    )
    await undoLast()
    await undoLast()
    expect(await lines()).toMatchObject([
      { text: 'une note' },
      { kind: 'decision', text: 'adopter le guide' },
    ])
  })

  it.each(['Escape', 'Enter'])('and left as it was by %s is no act to be undone', async (key) => {
    await user.keyboard(`{${key}}`)
    expect(field()).toHaveProperty('value', '')
    await undoLast()
    expect(await lines()).toMatchObject([{ text: 'une note' }])
  })
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

describe('lines that are pasted at once', () => {
  it('are noted one by one as soon as one behind the first is marked, each under its item', async () => {
    await user.click(field())
    await user.paste('D : adopter le guide\nA : @ADX préparer la suite\n\n#2 relire\nP : ADX\nnoter ceci')
    expect(echo()).toContain('5\u00a0lignes, chacune à part')
    await user.keyboard('{Enter}')
    await waitFor(async () =>
      expect((await lines()).map(({ kind, text }) => [kind, text])).toEqual([
        ['decision', 'adopter le guide'],
        ['action', 'Préparer la suite'],
        ['note', 'relire'],
        ['note', 'P : ADX'],
        ['note', 'noter ceci'],
      ]),
    )
    expect(new Set((await lines()).map(({ itemId }) => itemId)).size).toBe(2)
    expect(field()).toHaveProperty('value', '')
  })

  it('are one line where none is marked', async () => {
    await user.click(field())
    await user.paste('D : adopter\nle guide commun')
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await lines()).toMatchObject([{ text: 'adopter\nle guide commun' }]))
  })
})
