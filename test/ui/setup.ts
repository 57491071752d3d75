import { configure } from '@testing-library/react'
import * as React from 'react'

// How long a screen is waited for before it counts as missing; a slow machine is no fault of the screen.
configure({ asyncUtilTimeout: 15_000 })

// React's development build takes a stack trace for each of the first 10,000 elements a second, which no test reads and
// which costs a fifth of the suite. It counts them here.
const internals: unknown = Reflect.get(
  React,
  '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
)
if (typeof internals === 'object' && internals !== null)
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Number.POSITIVE_INFINITY,
    set: () => undefined,
  })
