import type { Bridge, Method } from '../../electron/contract/index.ts'

/** Has something happen elsewhere once, just before the window's next call of `method` arrives. */
export function justBefore(method: Method, happens: () => Promise<unknown>): void {
  const { seances } = window
  let isToCome = true
  const call: Bridge['call'] = async (called, ...sent) => {
    if (called === method && isToCome) {
      isToCome = false
      await happens()
    }
    return seances.call(called, ...sent)
  }
  Object.defineProperty(window, 'seances', { value: { ...seances, call }, configurable: true })
}
