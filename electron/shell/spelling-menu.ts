import { randomUUID } from 'node:crypto'
import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron'
import type { CoreHost } from './core-host.ts'
import { log } from './log.ts'
import { contextMenuText as text } from './text/context-menu.ts'

/** Told to the page's spell provider: a word that stays as it is until the application is closed. */
export type ToSpellProvider = { ignore: string }

type Item = MenuItemConstructorOptions

/** A menu that waits longer for its suggestions shows without them. */
const SUGGESTIONS_WITHIN_MS = 1_500

/** Gives the window its context menu. */
export function offerContextMenu(window: BrowserWindow, core: CoreHost): void {
  window.webContents.on('context-menu', (_event, params) => {
    void show(window, core, params).catch((cause) => log.error('context menu', cause))
  })
}

async function show(window: BrowserWindow, core: CoreHost, params: ContextMenuParams): Promise<void> {
  const { misspelledWord: word, isEditable, selectionText } = params
  if (!isEditable && selectionText === '') return
  const spelling = isEditable && word !== '' ? await spellingItems(window, core, word) : []
  if (window.isDestroyed()) return
  const menu = Menu.buildFromTemplate([...spelling, ...editItems(params)])
  menu.popup({ window, x: params.x, y: params.y })
}

async function spellingItems(window: BrowserWindow, core: CoreHost, word: string): Promise<Item[]> {
  const suggestions = await suggestionsInTime(core, word)
  const contents = window.webContents
  return [
    ...suggestions.map((suggestion) => ({
      // An ampersand would mark a key on some systems.
      label: suggestion.replaceAll('&', '&&'),
      click: () => contents.replaceMisspelling(suggestion),
    })),
    ...(suggestions.length === 0 ? [{ label: text.noSuggestion, enabled: false }] : []),
    { type: 'separator' },
    {
      label: text.add,
      click: () => void core.call('spelling.add', { id: randomUUID(), word }),
    },
    {
      label: text.ignore,
      click: () => contents.send('spelling', { ignore: word } satisfies ToSpellProvider),
    },
    { type: 'separator' },
  ]
}

async function suggestionsInTime(core: CoreHost, word: string): Promise<readonly string[]> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, SUGGESTIONS_WITHIN_MS, null))
  const answer = await Promise.race([core.call('spelling.suggest', { word }), late])
  return answer?.ok ? answer.value.suggestions : []
}

function editItems({ isEditable, editFlags }: ContextMenuParams): Item[] {
  const copy: Item = { label: text.copy, role: 'copy', enabled: editFlags.canCopy }
  if (!isEditable) return [copy]
  return [
    { label: text.cut, role: 'cut', enabled: editFlags.canCut },
    copy,
    // Whether there is something to paste is not told everywhere: pasting nothing does no harm.
    { label: text.paste, role: 'paste' },
    { type: 'separator' },
    { label: text.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
  ]
}
