import { app, Menu } from 'electron'
import type { Parsed } from '../contract/index.ts'
import { linkTo } from '../domain/link.ts'

/** Links to them in the jump list of Windows, which starts the application again with one; on macOS in the dock. */
export function showRecent(
  { title, meetings }: Parsed<'desk.showRecent'>,
  open: (link: string) => void,
): void {
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
