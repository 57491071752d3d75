// What a field takes in at most, without any screen saying so: a longer paste would be refused as a whole.
import { cleanup, render, screen } from '@testing-library/react'
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
