// Where a line goes that was begun, put aside or corrected: to the item under which it was.
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RealCore } from './minutes-real-core.tsx'
import { echo, field, log, openSession, showSession } from './open-session.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  ;({ core, meetingId } = await openSession())
})
afterEach(() => core.dispose())

const lines = async () => (await core.ok('session.get', { meetingId })).lines

describe('a line that the floor begins', () => {
  const ids = async () => (await core.ok('agenda.list', { meetingId })).items.map(({ id }) => id)
  const give = async (name: string) => {
    await user.click(screen.getByRole('button', { name: /^Parole/u }))
    await user.type(screen.getByRole('combobox', { name: 'Qui demande la parole' }), `${name}{Enter}`)
    await user.click(screen.getByRole('button', { name: `Donner la parole à ${name}` }))
  }
  const next = async () => {
    await core.ok('session.goTo', { meetingId, itemId: (await ids())[1] ?? '' })
    await screen.findByRole('heading', { name: /2 Questions diverses/ })
  }

  it('goes to the item that is on, whatever was typed under another one before', async () => {
    await user.keyboard('une note{Enter}')
    await waitFor(async () => expect(await lines()).toHaveLength(1))
    await next()
    await give('Anne')
    await waitFor(() => expect(field()).toHaveProperty('value', '@Anne '))
    await user.keyboard('oui')
    expect(echo()).not.toContain('vers le point')
    await user.keyboard('{Enter}')
    const [, second] = await ids()
    await waitFor(async () => expect(await lines()).toMatchObject([{}, { itemId: second, raw: '@Anne oui' }]))
  })

  it('goes there too where it was asked for while another line was typed', async () => {
    await user.keyboard('le début')
    await next()
    await give('Anne')
    await user.click(field())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(field()).toHaveProperty('value', '@Anne '))
    await user.keyboard('oui{Enter}')
    const [first, second] = await ids()
    await waitFor(async () =>
      expect(await lines()).toMatchObject([
        { itemId: first, raw: 'le début' },
        { itemId: second, raw: '@Anne oui' },
      ]),
    )
  })

  it('stays under its item once it has words, also as the first line of all', async () => {
    await give('Anne')
    await waitFor(() => expect(field()).toHaveProperty('value', '@Anne '))
    await user.keyboard('il manque')
    await next()
    expect(echo()).toContain('vers le point 1')
  })
})

it('what is half typed waits while another line is corrected, and comes back after', async () => {
  await user.keyboard('adopter le guide{Enter}')
  await within(log()).findByText('adopter le guide')
  await user.keyboard('D : à suivre')
  const correct = () => user.click(screen.getByRole('button', { name: 'Corriger cette ligne' }))
  await correct()
  await waitFor(() => expect(field()).toHaveProperty('value', 'adopter le guide'))
  await user.keyboard(' entier')
  // Asked for once more, it keeps what was typed in it by now.
  await correct()
  expect(field()).toHaveProperty('value', 'adopter le guide entier')
  await user.click(field())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(field()).toHaveProperty('value', 'D : à suivre'))
  await waitFor(async () => expect(await lines()).toMatchObject([{ text: 'adopter le guide entier' }]))
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await lines()).toMatchObject([{}, { kind: 'decision', text: 'à suivre' }]))
  expect(field()).toHaveProperty('value', '')
})

it.each([
  ['what waited', 'D : à suivre'],
  ['nothing', ''],
])('a correction is no new line once its screen was left: %s comes back', async (_, waiting) => {
  await user.keyboard('adopter le guide{Enter}')
  await within(log()).findByText('adopter le guide')
  if (waiting !== '') await user.keyboard(waiting)
  await user.click(screen.getByRole('button', { name: 'Corriger cette ligne' }))
  await waitFor(() => expect(field()).toHaveProperty('value', 'adopter le guide'))
  await user.keyboard(' entier')
  cleanup()
  // As by Escape, what was corrected is kept.
  await waitFor(async () => expect(await lines()).toMatchObject([{ text: 'adopter le guide entier' }]))
  await showSession(core, meetingId)
  expect(field()).toHaveProperty('value', waiting)
  // What waits is kept while the same line is corrected again.
  await user.click(screen.getByRole('button', { name: 'Corriger cette ligne' }))
  await waitFor(() => expect(field()).toHaveProperty('value', 'adopter le guide entier'))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(field()).toHaveProperty('value', waiting))
  expect(await lines()).toMatchObject([{ text: 'adopter le guide entier' }])
})

it('a correction that is left for another one is kept', async () => {
  await user.keyboard('première{Enter}seconde{Enter}')
  await within(log()).findByText('seconde')
  const correct = async (words: string, at: number) => {
    const [button] = screen.getAllByRole('button', { name: 'Corriger cette ligne' }).slice(at)
    await user.click(button ?? document.body)
    await waitFor(() => expect(field()).toHaveProperty('value', words))
  }
  await correct('première', 0)
  await user.keyboard(' note')
  await correct('seconde', 1)
  await user.keyboard(' aussi{Enter}')
  await waitFor(async () =>
    expect(await lines()).toMatchObject([{ text: 'première note' }, { text: 'seconde aussi' }]),
  )
})

it('a line that was removed while it is corrected is noted anew in its place', async () => {
  await user.keyboard('une note{Enter}')
  await within(log()).findByText('une note')
  const { items } = await core.ok('agenda.list', { meetingId })
  await core.ok('session.goTo', { meetingId, itemId: items[1]?.id ?? '' })
  await screen.findByRole('heading', { name: /2 Questions diverses/ })
  // Typed under the second item since.
  await user.keyboard('x{Backspace}{ArrowUp}')
  await waitFor(() => expect(field()).toHaveProperty('value', 'une note'))
  const [line] = await lines()
  await act(() => core.ok('session.removeLine', { id: line?.id ?? '', version: line?.version ?? 0 }))
  await waitFor(() => expect(echo()).toContain('vers le point 1'))
  await user.keyboard(' encore{Enter}')
  await waitFor(async () =>
    expect(await lines()).toMatchObject([{ itemId: items[0]?.id, text: 'une note encore' }]),
  )
})

it('Escape makes a note of a line with a mark, then leaves it as it is', async () => {
  await user.keyboard('D : adopter{Escape}')
  await waitFor(() => expect(echo()).toContain('Note'))
  expect(document.activeElement).toBe(field())
  await user.keyboard('{Escape}')
  expect(document.activeElement?.getAttribute('aria-current')).toBe('step')
  expect(field()).toHaveProperty('value', 'D : adopter')
  await user.click(screen.getByRole('button', { name: 'lire les marques' }))
  await waitFor(() => expect(echo()).toContain('Décision'))
})
