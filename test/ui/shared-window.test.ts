import { expect, it, vi } from 'vitest'
import { cleanWindow } from './shared-window.ts'

const traces: readonly (readonly [string, () => void, () => unknown])[] = [
  ['an element', () => document.body.append('reste'), () => document.body.textContent],
  [
    'an attribute',
    () => document.documentElement.setAttribute('lang', 'xx'),
    () => document.documentElement.lang,
  ],
  ['something stored', () => localStorage.setItem('reste', '1'), () => localStorage.length],
  ['an address', () => window.history.replaceState(null, '', '#/seances'), () => window.location.hash],
  [
    'a property of the window',
    () => Object.defineProperty(window, 'reste', { value: 1, configurable: true }),
    () => 'reste' in window,
  ],
  [
    'a replaced function of the window',
    () => Object.defineProperty(window, 'scrollTo', { value: () => 1, configurable: true }),
    () => window.scrollTo,
  ],
  ['a width', () => Reflect.set(window, 'innerWidth', 5), () => window.innerWidth],
  [
    'a method that elements inherit',
    () => Reflect.set(Element.prototype, 'scrollIntoView', () => undefined),
    () => 'scrollIntoView' in Element.prototype,
  ],
  [
    'a replaced property that elements inherit',
    () => Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { get: () => 7, configurable: true }),
    () => document.body.offsetWidth,
  ],
  ['a static method', () => Reflect.set(URL, 'createObjectURL', () => 'x'), () => URL.createObjectURL],
]

it.each(traces)('the next file finds no trace of %s', (_, leave, look) => {
  const before = look()
  leave()
  expect(look()).not.toEqual(before)
  cleanWindow()
  expect(look()).toEqual(before)
})

it.each([
  ['window', window],
  ['document', document],
])('the next file is not heard by what listened to the %s', (_, target) => {
  let heard = 0
  target.addEventListener('reste', () => {
    heard += 1
  })
  target.dispatchEvent(new Event('reste'))
  cleanWindow()
  target.dispatchEvent(new Event('reste'))
  expect(heard).toBe(1)
})

it('the next file has sources of its own, in which nothing was said yet', async () => {
  const before = await import('../../renderer/api/toasts.ts')
  before.showToast('Point ajouté')
  vi.resetModules()
  const after = await import('../../renderer/api/toasts.ts')
  expect(before.toastStore.get().current?.message).toBe('Point ajouté')
  expect(after.toastStore.get().current).toBeNull()
})
