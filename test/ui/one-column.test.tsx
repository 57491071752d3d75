// A window in which nothing stands beside anything else: what is beside a list takes its place.
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { inOneColumn } from './one-column-window.ts'
import { show } from './show.tsx'
import { inspector, keeping, row } from './subjects-sample.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('both halves of a double click fall on the row, which then opens with the keys in its first field', async () => {
  inOneColumn()
  const { user } = show('#/sujets', keeping([row(1, 'Annuaire'), row(2, 'Portail')]))
  await screen.findByRole('grid')
  const back = () => screen.queryByRole('button', { name: 'Retour à la liste' })
  screen.getByRole('row', { name: /Annuaire/ }).focus()
  await user.keyboard('{ArrowDown}')
  const title = await (await inspector('Portail')).findByDisplayValue('Portail')
  const pressed = screen.getByRole('row', { name: /Portail/ })
  act(() => void fireEvent.click(pressed, { detail: 1 }))
  // Else the second half would fall on what came in place of the list.
  expect(back()).toBeNull()
  act(() => void fireEvent.click(pressed, { detail: 2 }))
  act(() => void fireEvent.dblClick(pressed))
  expect(back()).not.toBeNull()
  expect(document.activeElement).toBe(title)
})

it('a press leads to nothing where somebody went on to a field meanwhile', async () => {
  inOneColumn()
  show('#/sujets', keeping([row(1, 'Annuaire'), row(2, 'Portail')]))
  await screen.findByRole('grid')
  const back = () => screen.queryByRole('button', { name: 'Retour à la liste' })
  const press = (title: RegExp) => {
    const pressed = screen.getByRole('row', { name: title })
    pressed.focus()
    act(() => void fireEvent.click(pressed, { detail: 1 }))
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  press(/Portail/)
  act(() => screen.getByRole('searchbox').focus())
  act(() => void vi.advanceTimersByTime(1000))
  expect(back()).toBeNull()
  press(/Annuaire/)
  act(() => void vi.advanceTimersByTime(1000))
  vi.useRealTimers()
  await waitFor(() => expect(back()).not.toBeNull())
})
