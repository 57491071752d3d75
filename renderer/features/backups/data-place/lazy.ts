import { part } from '../../../ui/part.ts'

/** Shown only where the place of the data endangers them: not part of the first screen. */
export const DataPlaceBanner = part(() => import('./DataPlaceBanner.tsx').then((m) => m.DataPlaceBanner))
