import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { id, longTitle, meeting } from './sample.ts'
import { show } from './show.tsx'

describe('the bin', () => {
  it('restores a meeting', async () => {
    const binned = meeting(3, { title: longTitle, deletedAt: '2026-11-20T08:00:00.000Z' })
    const { core, user } = show('#/corbeille', {
      'meetings.bin': () => [binned],
      'meetings.restore': () => {
        core.answers['meetings.bin'] = () => []
        return { ...binned, deletedAt: null }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Restaurer' }))
    expect(await screen.findByText('La corbeille est vide')).toBeTruthy()
    expect(core.inputsOf('meetings.restore')).toEqual([{ id: id(3), version: 1 }])
  })

  it('keeps the keyboard on the next meeting when one is restored, and in the bin after the last', async () => {
    let left = [1, 2, 3].map((n) => meeting(n, { deletedAt: '2026-11-20T08:00:00.000Z' }))
    const { user } = show('#/corbeille', {
      'meetings.bin': () => left,
      'meetings.restore': ({ id: restored }) => {
        left = left.filter((one) => one.id !== restored)
        return { ...meeting(1), id: restored }
      },
    })
    const buttons = () => screen.queryAllByRole('button', { name: 'Restaurer' })
    await waitFor(() => expect(buttons()).toHaveLength(3))
    await user.click(buttons()[1] as HTMLElement)
    await waitFor(() => expect(buttons()).toHaveLength(2))
    expect(document.activeElement).toBe(buttons()[1])
    await user.keyboard('{Enter}')
    await waitFor(() => expect(buttons()).toHaveLength(1))
    expect(document.activeElement).toBe(buttons()[0])
    await user.keyboard('{Enter}')
    const empty = await screen.findByText('La corbeille est vide')
    expect(document.activeElement).not.toBe(document.body)
    expect(document.activeElement?.contains(empty)).toBe(true)
  })
})
