import { app, Menu } from 'electron'
import type { MethodsOf, Parsed } from '../contract/index.ts'
import type { ManagedSettings } from '../contract/settings.ts'
import { linkTo } from '../domain/link.ts'
import type { AskedFromOutside } from './asked.ts'
import type { Closing } from './closing.ts'
import type { CoreHost } from './core-host.ts'
import type { Incidents } from './incidents.ts'
import { openInProgram } from './open-in-program.ts'
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

/** Links to them in the jump list of Windows, which starts the application again with one; on macOS in the dock. */
function showRecent({ title, meetings }: Parsed<'desk.showRecent'>, open: (link: string) => void): void {
  const links = meetings.map(({ id, title: words }) => ({ words, link: linkTo({ kind: 'meeting', id }) }))
  if (process.platform === 'win32' && app.isPackaged)
    app.setJumpList([
      {
        type: 'custom',
        name: title,
        items: links.map(({ words, link }) => ({
          type: 'task',
          title: words,
          description: words,
          program: process.execPath,
          args: `-- ${link}`,
          iconPath: process.execPath,
          iconIndex: 0,
        })),
      },
    ])
  if (process.platform === 'darwin')
    app.dock?.setMenu(
      Menu.buildFromTemplate(links.map(({ words, link }) => ({ label: words, click: () => open(link) }))),
    )
}
