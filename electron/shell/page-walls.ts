import type { WebPreferences } from 'electron'

/** A page is sandboxed, shares no world with its preload, and knows no Node.js; words are checked by our own dictionary. */
export const pageWalls: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
}
