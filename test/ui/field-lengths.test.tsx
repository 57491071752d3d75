// What a field takes in at most, without any screen saying so: a longer paste would be refused as a whole.
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TextArea, TextField } from '../../renderer/ui/TextField.tsx'
import { installFakeCore } from './fake-core.ts'

beforeEach(() => installFakeCore({}))
afterEach(cleanup)

const field = () => screen.getByRole<HTMLInputElement | HTMLTextAreaElement>('textbox').maxLength

it('a line takes in what a line may hold, a text what a text may', () => {
  render(<TextField label="Lieu" value="" onCommit={() => undefined} />)
  expect(field()).toBe(500)
  cleanup()
  render(<TextArea label="Notes" value="" onCommit={() => undefined} />)
  expect(field()).toBe(20_000)
})

it('a field that says itself what is too long is not cut', () => {
  render(<TextArea label="Texte du mail" value="" maxLength={null} onCommit={() => undefined} />)
  expect(field()).toBe(-1)
})

it('a paste that is longer is said to be cut, until the text is short enough', async () => {
  const user = userEvent.setup()
  render(<TextField label="Lieu" value="Salle" onCommit={() => undefined} />)
  await user.click(screen.getByRole('textbox'))
  await user.paste('a'.repeat(495))
  expect(screen.queryByText(/la fin du texte collé/u)).toBeNull()
  await user.paste('fin')
  expect(
    screen.getByText(/^Ce champ garde 500.caractères.: la fin du texte collé n’y est pas\.$/u),
  ).toBeTruthy()
  await user.keyboard('{Backspace}')
  expect(screen.queryByText(/la fin du texte collé/u)).toBeNull()
})
