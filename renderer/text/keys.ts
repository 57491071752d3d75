// Names of keys as they are printed on a French keyboard; what is not here is printed as it is.

export const keyText: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Shift: 'Maj',
  Alt: 'Alt',
  Enter: 'Entrée',
  Escape: 'Échap',
  Delete: 'Suppr',
  Backspace: 'Retour arrière',
  Space: 'Espace',
  Tab: 'Tab',
  Home: 'Début',
  End: 'Fin',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Plus: '+',
  '-': '−',
}

/** On macOS, where modifiers have signs. */
export const macKeyText: Readonly<Record<string, string>> = {
  ...keyText,
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
}
