// A window in which nothing stands beside anything else: what is beside a list takes its place.
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ONE_COLUMN } from '../../renderer/ui/window-width.ts'
import { show } from './show.tsx'
import { inspector, keeping, row } from './subjects-sample.ts'

afterEach(() => vi.unstubAllGlobals())

it('both halves of a double click fall on the row, which then opens with the keys in its first field', async () => {
  const usual = window.matchMedia
  vi.stubGlobal('matchMedia', (query: string) => ({
    ...usual(query),
    matches: query === `(max-width: ${ONE_COLUMN}px)`,
  }))
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
