// The acts that the system's menu and the window share: each label and key once. Keys are Electron's accelerators.

export type MenuAct = {
  readonly label: string
  /** The first is shown; on macOS the last. */
  readonly keys: readonly [string, ...string[]]
}

export const menuActs = {
  newMeeting: { label: 'Nouvelle séance', keys: ['CmdOrCtrl+N'] },
  importFile: { label: 'Lire un fichier…', keys: ['CmdOrCtrl+O'] },
  print: { label: 'Imprimer…', keys: ['CmdOrCtrl+P'] },
  undo: { label: 'Annuler', keys: ['CmdOrCtrl+Z'] },
  redo: { label: 'Rétablir', keys: ['CmdOrCtrl+Y', 'Shift+CmdOrCtrl+Z'] },
  find: { label: 'Chercher dans la page…', keys: ['CmdOrCtrl+F'] },
  search: { label: 'Chercher, aller à, agir…', keys: ['CmdOrCtrl+K'] },
  largerText: { label: 'Texte plus grand', keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='] },
  smallerText: { label: 'Texte plus petit', keys: ['CmdOrCtrl+-'] },
  usualText: { label: 'Texte à sa taille habituelle', keys: ['CmdOrCtrl+0'] },
  help: { label: 'Aide', keys: ['F1'] },
} as const satisfies Readonly<Record<string, MenuAct>>

export type MenuCommand = keyof typeof menuActs
