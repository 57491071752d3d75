import { configure } from '@testing-library/react'

// How long a screen is waited for before it counts as missing; a slow machine is no fault of the screen.
configure({ asyncUtilTimeout: 15_000 })
