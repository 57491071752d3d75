// The acts that the system's menu and the window share: each label and key once. Keys are Electron's accelerators.

export type MenuAct = {
  readonly label: string
  /** The first is shown; on macOS the last. */
  readonly keys: readonly [string, ...string[]]
}

export const menuActs = {
  newMeeting: { label: 'Nouvelle séance', keys: ['CmdOrCtrl+N'] },
  importFile: { label: 'Lire un fichier…', keys: ['CmdOrCtrl+O'] },
  undo: { label: 'Annuler', keys: ['CmdOrCtrl+Z'] },
  redo: { label: 'Rétablir', keys: ['CmdOrCtrl+Y', 'Shift+CmdOrCtrl+Z'] },
  search: { label: 'Chercher, aller à, agir…', keys: ['CmdOrCtrl+K'] },
  help: { label: 'Aide', keys: ['F1'] },
} as const satisfies Readonly<Record<string, MenuAct>>

export type MenuCommand = keyof typeof menuActs
