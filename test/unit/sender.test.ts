// Who may call the privileged side: the main frame of our own window, on our own origin, and nobody else.
import { describe, expect, it } from 'vitest'
import { appOrigin, isOurPage } from '../../electron/shell/sender.ts'

const page = { origin: appOrigin }
const ours = (mainFrame = page, isDestroyed = false) => ({
  isDestroyed: () => isDestroyed,
  webContents: { id: 7, mainFrame },
})
const from = (senderFrame: { origin: string } | null, id = 7) => ({ sender: { id }, senderFrame })

describe('a message', () => {
  it('is heard from the main frame of our window', () => {
    expect(isOurPage(from(page), ours())).toBe(true)
  })

  it('is refused from a frame inside it, though on our origin', () => {
    expect(isOurPage(from({ origin: appOrigin }), ours())).toBe(false)
  })

  it.each(['https://exemple.invalid', 'null', '', 'app://seances.exemple', 'file://', 'app://SEANCES'])(
    'is refused from its main frame once that is on %j',
    (origin) => {
      const elsewhere = { origin }
      expect(isOurPage(from(elsewhere), ours(elsewhere))).toBe(false)
    },
  )

  it('is refused from another window, a frame that is gone, and a window that is', () => {
    expect(isOurPage(from(page, 8), ours())).toBe(false)
    expect(isOurPage(from(null), ours())).toBe(false)
    expect(isOurPage(from(page), ours(page, true))).toBe(false)
    expect(isOurPage(from(page), null)).toBe(false)
  })
})
