import { guardPresses } from '../ui/one-click.ts'
import { followAsked } from './asked.ts'

/** What the window does beside its screens, whichever is shown. */
export function followWindow(): void {
  guardPresses(window)
  followAsked()
}
