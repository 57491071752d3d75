import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Button } from '../../renderer/ui/Button.tsx'
import { Dialog } from '../../renderer/ui/Dialog.tsx'
import { guardPresses, REST_MS } from '../../renderer/ui/one-click.ts'

let stop: () => void
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] })
  // Every control of these screens stands in the same place.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 100, 80, 30))
  document.elementFromPoint = () => document.querySelector('button')
  stop = guardPresses(window)
})
afterEach(() => {
  stop()
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const done: string[] = []
beforeEach(() => done.splice(0))

/** A place whose act follows on the act before it. */
function Place({ names }: { names: readonly string[] }) {
  const [at, setAt] = useState(0)
  const name = names[at] ?? 'fin'
  return (
    <Button
      key={name}
      onPress={() => {
        done.push(name)
        setAt(at + 1)
      }}
    >
      {name}
    </Button>
  )
}

function press(detail: number, at = { clientX: 110, clientY: 110 }): void {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail, ...at })
  const button = screen.getByRole('button')
  button.dispatchEvent(event)
}

function move(clientX: number): void {
  window.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: 110 }))
}

async function settle(): Promise<void> {
  await Promise.resolve()
}

it('a press on a link ends the rest of the act before it: the page is laid out for it no more', () => {
  render(
    <>
      <Place names={['Publier', 'Annuler']} />
      <a href="#suite">Suite</a>
    </>,
  )
  press(1)
  vi.advanceTimersByTime(100)
  const looked = vi.spyOn(document, 'elementFromPoint')
  vi.advanceTimersByTime(100)
  expect(looked).toHaveBeenCalled()
  screen.getByRole('link').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  looked.mockClear()
  vi.advanceTimersByTime(100)
  expect(looked).not.toHaveBeenCalled()
})

it('a second press leaves the keyboard where the first one put it, but for a step', () => {
  const down = (name: string, detail: number) =>
    fireEvent.mouseDown(screen.getByRole('button', { name }), { detail })
  render(
    <>
      <Button>Décision</Button>
      <Button steps>Page suivante</Button>
    </>,
  )
  // False: the window does not move the focus.
  expect([down('Décision', 1), down('Décision', 2), down('Page suivante', 2)]).toEqual([true, false, true])
})

it('a second press beside what the first one made in its place leaves the keyboard there', () => {
  const { rerender } = render(<Button>Demander</Button>)
  press(1)
  rerender(<form>Demande</form>)
  expect(fireEvent.mouseDown(screen.getByText('Demande'), { detail: 2 })).toBe(false)
  vi.advanceTimersByTime(REST_MS)
  expect(fireEvent.mouseDown(screen.getByText('Demande'), { detail: 2 })).toBe(true)
})

describe('an act that follows in the same place', () => {
  const names = ['Convoquée par un autre moyen', 'Ouvrir la séance']

  it('is not pressed by the second half of a double click', async () => {
    render(<Place names={names} />)
    press(1)
    await vi.waitFor(() => screen.getByRole('button', { name: 'Ouvrir la séance' }))
    press(2)
    await settle()
    expect(done).toEqual(['Convoquée par un autre moyen'])
  })

  it('rests until the pointer has moved, and is said to be off meanwhile', async () => {
    render(<Place names={names} />)
    press(1)
    await vi.waitFor(() => screen.getByRole('button', { name: 'Ouvrir la séance' }))
    vi.advanceTimersByTime(REST_MS / 2)
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true')
    vi.advanceTimersByTime(REST_MS)
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBeNull()
    press(1)
    expect(done).toEqual(['Convoquée par un autre moyen'])
    move(112)
    press(1)
    expect(done).toEqual(names)
  })

  it('rests for a while although the pointer left and came back', async () => {
    render(<Place names={names} />)
    press(1)
    await vi.waitFor(() => screen.getByRole('button', { name: 'Ouvrir la séance' }))
    move(400)
    move(110)
    press(1)
    expect(done).toEqual(['Convoquée par un autre moyen'])
    vi.advanceTimersByTime(REST_MS + 1)
    press(1)
    expect(done).toEqual(names)
  })

  it('is pressed at once where the wheel brought it under the pointer', async () => {
    render(<Place names={names} />)
    press(1)
    await vi.waitFor(() => screen.getByRole('button', { name: 'Ouvrir la séance' }))
    vi.advanceTimersByTime(REST_MS / 2)
    window.dispatchEvent(new WheelEvent('wheel', { deltaY: 100 }))
    vi.advanceTimersByTime(REST_MS / 10)
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBeNull()
    press(1)
    expect(done).toEqual(names)
  })

  it('is pressed at once in another place: the guard stands in no other way', async () => {
    render(<Place names={names} />)
    press(1)
    await vi.waitFor(() => screen.getByRole('button', { name: 'Ouvrir la séance' }))
    vi.mocked(Element.prototype.getBoundingClientRect).mockReturnValue(new DOMRect(480, 100, 80, 30))
    press(1, { clientX: 500, clientY: 110 })
    expect(done).toEqual(names)
  })
})

describe('the same act', () => {
  it('is done once by a double click', () => {
    render(<Button onPress={() => done.push('Valider')}>Valider</Button>)
    press(1)
    press(2)
    expect(done).toEqual(['Valider'])
  })

  it('that goes by steps goes one step more by each press', () => {
    render(
      <Button steps onPress={() => done.push('suivant')}>
        Suivant
      </Button>,
    )
    press(1)
    press(2)
    press(3)
    expect(done).toHaveLength(3)
  })

  it('is done once by a key that is held', () => {
    render(<Button onPress={() => done.push('Valider')}>Valider</Button>)
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
    screen.getByRole('button').dispatchEvent(held)
    expect(held.defaultPrevented).toBe(true)
  })
})

it('without the guard both halves of a double click act', async () => {
  stop()
  render(<Place names={['Convoquée par un autre moyen', 'Ouvrir la séance']} />)
  press(1)
  await vi.waitFor(() => screen.getByRole('button', { name: 'Ouvrir la séance' }))
  press(2)
  expect(done).toHaveLength(2)
})

it('a dialog stays when the second click of two falls beside it, and closes for one that comes later', () => {
  const closed = vi.fn()
  render(
    <Dialog title="Lever la séance" onClose={closed}>
      Rien n’attend.
    </Dialog>,
  )
  const beside = screen.getByRole('dialog').closest('.overlay')
  if (beside === null) throw new Error('there is no backdrop')
  const press = () => {
    fireEvent.pointerDown(beside, { button: 0, pointerType: 'mouse' })
    fireEvent.pointerUp(beside, { button: 0, pointerType: 'mouse' })
    fireEvent.click(beside)
  }
  press()
  expect(closed).not.toHaveBeenCalled()
  vi.advanceTimersByTime(REST_MS)
  press()
  expect(closed).toHaveBeenCalledTimes(1)
})
