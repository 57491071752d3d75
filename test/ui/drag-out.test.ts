import type { DragEvent } from 'react'
import { expect, it, vi } from 'vitest'
import { bringsFiles, dragOut } from '../../renderer/api/drag-out.ts'

const files = () => bringsFiles({ types: ['Files'] } as unknown as DataTransfer)

it('a file that is carried out is none that comes in, until it is let go or the next one is taken up elsewhere', () => {
  const carry = vi.fn()
  const take = () => dragOut(carry).onDragStart({ preventDefault: () => undefined } as DragEvent)
  expect(files()).toBe(true)
  take()
  expect(carry).toHaveBeenCalledOnce()
  expect(files()).toBe(false)
  window.dispatchEvent(new MouseEvent('mousemove', { buttons: 1 }))
  expect(files()).toBe(false)
  window.dispatchEvent(new MouseEvent('mousemove', { buttons: 0 }))
  expect(files()).toBe(true)
  take()
  // Let fall on the desktop; the window hears nothing before another file is taken up there.
  window.dispatchEvent(new Event('blur'))
  expect(files()).toBe(true)
})
