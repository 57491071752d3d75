import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toastStore } from '../../renderer/api/toasts.ts'
import { justBefore } from './just-before.ts'
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

describe('a position that is typed', () => {
  const positions = async () => (await core.ok('session.get', { meetingId })).positions

  it('stands among those of its item, says what it lacks before, and is taken back by one undo', async () => {
    await user.click(field())
    await user.keyboard('P : ADX')
    expect(echo()).toContain('dire favorable')
    await user.keyboard(' réserve sur les délais')
    expect(echo()).toContain('Position réservée')
    await user.keyboard('{Enter}')
    const listed = await screen.findByRole('region', { name: 'Positions' })
    expect(within(listed).getByText('ADX')).toBeTruthy()
    expect(within(listed).getByText('réserve sur les délais')).toBeTruthy()
    expect(await positions()).toMatchObject([{ organisation: 'ADX', stance: 'reservee' }])
    expect(toastStore.get().current).toMatchObject({
      message: 'Position notée\u00a0: ADX, position réservée',
      undoSeq: expect.any(Number),
    })
    expect(await lines()).toEqual([])
    expect(field()).toHaveProperty('value', '')
    await core.ok('history.undo', {})
    expect(await positions()).toEqual([])
  })

  it('is kept as a note where it is not whole, says why, and can be gone on with', async () => {
    await user.click(field())
    await user.keyboard('P : ADX{Enter}D : adopter la charte{Enter}')
    await waitFor(async () =>
      expect(await lines()).toMatchObject([
        { kind: 'note', text: 'P : ADX' },
        { kind: 'decision', text: 'adopter la charte' },
      ]),
    )
    expect(await positions()).toEqual([])
    expect(toastStore.get().past.map(({ message }) => message)).toContain(
      'Gardé comme note. Ce qui manque\u00a0: dire favorable, avec réserves, défavorable, réserve ou sans avis',
    )
  })

  it('takes the place of what the organisation said before, says so, and gives it back', async () => {
    await user.click(field())
    await user.keyboard('P : ADX favorable{Enter}')
    await waitFor(async () => expect(await positions()).toHaveLength(1))
    await user.keyboard('P : ADX défavorable{Enter}')
    await waitFor(async () => expect(await positions()).toMatchObject([{ stance: 'defavorable' }]))
    expect(await positions()).toHaveLength(1)
    await waitFor(() =>
      expect(toastStore.get().current).toMatchObject({
        message: 'ADX\u00a0: défavorable remplace favorable',
        undoSeq: expect.any(Number),
      }),
    )
    await core.ok('history.undo', {})
    expect(await positions()).toMatchObject([{ stance: 'favorable' }])
  })

  it('says of the same stance only that it is put otherwise, also while the first is on its way', async () => {
    const said = () => toastStore.get().past.map(({ message }) => message)
    await user.click(field())
    await user.keyboard('P : ADX favorable{Enter}P : ADX favorable{Enter}')
    await user.keyboard('P : ADX favorable sous conditions{Enter}')
    await waitFor(async () => expect(await positions()).toMatchObject([{ words: 'sous conditions' }]))
    await waitFor(() => expect(said()).toContain('ADX\u00a0: favorable, nouvelle formulation'))
    expect(said()).not.toContain('ADX\u00a0: favorable remplace favorable')
    await user.keyboard('P : ADX défavorable{Enter}P : ADX réserve{Enter}')
    await waitFor(() => expect(said()).toContain('ADX\u00a0: position réservée remplace défavorable'))
  })

  it('goes to the item that it names', async () => {
    await user.click(field())
    await user.keyboard('#2 P : Région Lys : favorable{Enter}')
    await waitFor(async () => expect(await positions()).toMatchObject([{ organisation: 'Région Lys' }]))
    const [position] = await positions()
    const { items } = await core.ok('agenda.list', { meetingId })
    expect(position?.itemId).toBe(items[1]?.id)
  })

  it('stays on the item of the line that is corrected into one', async () => {
    await user.click(field())
    await user.keyboard('ADX défavorable{Enter}')
    await waitFor(async () => expect(await lines()).toHaveLength(1))
    const { items } = await core.ok('agenda.list', { meetingId })
    await core.ok('session.goTo', { meetingId, itemId: items[1]?.id ?? '' })
    await screen.findByRole('heading', { name: /Questions diverses/ })
    await user.click(field())
    await user.keyboard('{ArrowUp}')
    await user.clear(field())
    await user.keyboard('P : ADX défavorable{Enter}')
    await waitFor(async () => expect(await positions()).toMatchObject([{ itemId: items[0]?.id }]))
  })

  it('takes the place of the line that is corrected into one', async () => {
    await user.click(field())
    await user.keyboard('ADX défavorable{Enter}')
    await waitFor(async () => expect(await lines()).toHaveLength(1))
    await user.keyboard('{ArrowUp}')
    await user.clear(field())
    await user.keyboard('P : ADX défavorable{Enter}')
    await waitFor(async () => expect(await positions()).toMatchObject([{ stance: 'defavorable' }]))
    expect(await lines()).toEqual([])
    await core.ok('history.undo', {})
    expect(await positions()).toEqual([])
    expect(await lines()).toMatchObject([{ text: 'ADX défavorable' }])
  })

  it('is typed again where the line was changed meanwhile, and nothing is noted twice', async () => {
    await user.click(field())
    await user.keyboard('ADX défavorable{Enter}')
    await waitFor(async () => expect(await lines()).toHaveLength(1))
    await user.keyboard('{ArrowUp}')
    await user.clear(field())
    await user.keyboard('P : ADX défavorable')
    justBefore('session.addPosition', async () => {
      const [line] = await lines()
      const patch = { raw: 'ADX hésite', text: 'ADX hésite' }
      await core.ok('session.updateLine', { id: line?.id ?? '', version: line?.version ?? 0, patch })
    })
    await user.keyboard('{Enter}')
    await within(log()).findByText('ADX hésite')
    await waitFor(() => expect(field()).toHaveProperty('value', 'P : ADX défavorable'))
    expect(await positions()).toEqual([])
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await positions()).toMatchObject([{ stance: 'defavorable' }]))
    expect(await lines()).toEqual([])
  })
})
