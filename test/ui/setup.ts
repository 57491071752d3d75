import { cleanup, configure, prettyDOM } from '@testing-library/react'
import * as React from 'react'
import { vi } from 'vitest'
import { cleanWindow } from './shared-window.ts'

// The files of a process share its window and the packages; our own sources are made anew for each.
cleanup()
cleanWindow()
vi.resetModules()

// jsdom asks no system for its colours, and lays nothing out that could come near what is seen.
Object.defineProperty(window, 'matchMedia', {
  value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  configurable: true,
})
Object.defineProperty(window, 'IntersectionObserver', {
  value: class {
    observe(): void {}
    disconnect(): void {}
  },
  configurable: true,
})
// It is idle as soon as what runs has ended.
Object.defineProperties(window, {
  requestIdleCallback: { value: (then: () => void) => setTimeout(then), configurable: true, writable: true },
  cancelIdleCallback: { value: (asked: number) => clearTimeout(asked), configurable: true, writable: true },
})

configure({
  // How long a screen is waited for before it counts as missing; a slow machine is no fault of the screen.
  asyncUtilTimeout: 15_000,
  // Who waits asks many times in vain: the page is written out for the failure that is shown, and for no other.
  getElementError(message, container) {
    const error = new Error()
    error.name = 'TestingLibraryElementError'
    let said: string | undefined
    return Object.defineProperty(error, 'message', {
      configurable: true,
      get: () => {
        said ??= [message, prettyDOM(container)].filter(Boolean).join('\n\n')
        return said
      },
    })
  },
})

// React's development build takes a stack trace for each of the first 10,000 elements a second, which no test reads and
// which costs a fifth of the suite. It counts them here.
const internals: unknown = Reflect.get(
  React,
  '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
)
if (typeof internals === 'object' && internals !== null)
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    configurable: true,
    get: () => Number.POSITIVE_INFINITY,
    set: () => undefined,
  })

// The frame has them before anybody can do anything.
await (await import('../../renderer/api/api-error.ts')).loadSentences()
