import { lazy } from 'react'

/** Shown only where the place of the data endangers them: not part of the first screen. */
export const DataPlaceBanner = lazy(() =>
  import('./DataPlaceBanner.tsx').then((module) => ({ default: module.DataPlaceBanner })),
)
