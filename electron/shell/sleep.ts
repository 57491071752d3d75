import { powerMonitor } from 'electron'
import type { CoreEvent } from '../contract/index.ts'

/** What is typed is sent before the machine sleeps, which may be its last moment; what time made stale is read again after. */
export function heedSleep(send: (event: CoreEvent) => void): void {
  const save = () => send({ topic: 'save-now' })
  powerMonitor.on('suspend', save)
  powerMonitor.on('lock-screen', save)
  powerMonitor.on('resume', () => send({ topic: 'changed', reads: 'all', later: [] }))
}
