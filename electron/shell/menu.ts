import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { CoreEvent } from '../contract/index.ts'
import { type MenuAct, type MenuCommand, menuActs } from '../contract/menu-acts.ts'
import { menuText as text } from './text/menu.ts'

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/** Before `ready`: Electron makes no menu of its own, which ours would replace at once. */
export function withoutMenuYet(): void {
  Menu.setApplicationMenu(null)
}

/** Sets the menu; frameless windows show it on macOS only, its keys work everywhere. */
export function setMenu(send: (event: CoreEvent) => void): void {
  const isMac = process.platform === 'darwin'
  const command = (name: MenuCommand): Item => {
    const { label, keys }: MenuAct = menuActs[name]
    const accelerator = (isMac ? keys.at(-1) : undefined) ?? keys[0]
    return { label, accelerator, click: () => send({ topic: 'menu', command: name }) }
  }
  const template: Item[] = [
    ...(isMac ? [macApplicationMenu()] : []),
    {
      label: text.file,
      submenu: [
        command('newMeeting'),
        command('importFile'),
        separator,
        command('print'),
        separator,
        { label: text.close, role: 'close' },
        ...(isMac ? [] : [{ label: text.quit, role: 'quit' } satisfies Item]),
      ],
    },
    {
      label: text.edit,
      submenu: [
        command('undo'),
        command('redo'),
        separator,
        { label: text.cut, role: 'cut' },
        { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'paste' },
        { label: text.selectAll, role: 'selectAll' },
        separator,
        command('find'),
      ],
    },
    {
      label: text.view,
      submenu: [
        command('search'),
        separator,
        command('usualText'),
        command('largerText'),
        command('smallerText'),
        { label: text.fullScreen, role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ label: text.developer, role: 'toggleDevTools' } satisfies Item]),
      ],
    },
    ...(isMac
      ? [{ label: text.window, submenu: [{ label: text.minimise, role: 'minimize' } satisfies Item] }]
      : []),
    { label: text.help, submenu: [command('help')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function macApplicationMenu(): Item {
  return {
    label: app.getName(),
    submenu: [
      { label: text.about, role: 'about' },
      separator,
      { label: text.hide, role: 'hide' },
      { label: text.hideOthers, role: 'hideOthers' },
      { label: text.showAll, role: 'unhide' },
      separator,
      { label: text.quit, role: 'quit' },
    ],
  }
}
