import type { MethodsOf } from '../contract/index.ts'
import type { ManagedSettings } from '../contract/settings.ts'
import type { AskedFromOutside } from './asked.ts'
import type { Closing } from './closing.ts'
import type { CoreHost } from './core-host.ts'
import type { Incidents } from './incidents.ts'
import { openInProgram } from './open-in-program.ts'
import { showRecent } from './recent-meetings.ts'
import type { ShellMethods } from './shell-table.ts'
import type { Updates } from './updates.ts'

export type DeskParts = {
  managed: ManagedSettings
  asked: AskedFromOutside
  incidents: Incidents
  updates: Updates
  closing: Closing
}

type Own = Exclude<
  Extract<MethodsOf<'shell'>, `desk.${string}` | 'settings.managed' | 'backups.restoreOpened'>,
  'desk.asked'
>

/** What passes between the window and the desk around it. */
export function deskMethods(
  core: CoreHost,
  { managed, asked, incidents, updates, closing }: DeskParts,
): Pick<ShellMethods, Own> {
  return {
    'settings.managed': async () => ({ ok: true, value: managed }),
    'backups.restoreOpened': async ({ fileName }) => {
      const path = asked.takeBackup(fileName)
      if (path === null) return { ok: false, error: { code: 'not-found' } }
      const taken = await core.internal('restoreChosen', { path })
      if (!taken.ok) asked.giveBack(path)
      return taken
    },
    'desk.saved': async ({ isStored }) => {
      closing.told(isStored)
      return { ok: true, value: {} }
    },
    'desk.showRecent': async (recent) => {
      showRecent(recent, (link) => asked.heard(['', link], ''))
      return { ok: true, value: {} }
    },
    'desk.updates': () => updates.state(),
    'desk.lookForUpdate': () => updates.look(),
    'desk.fetchUpdate': () => updates.fetch(),
    'desk.installUpdate': () => updates.install(),
    'desk.incidents': async () => ({ ok: true, value: incidents.state }),
    'desk.showIncident': async () => {
      const { last } = incidents
      return last === null ? { ok: false, error: { code: 'not-found' } } : openInProgram(last)
    },
  }
}
