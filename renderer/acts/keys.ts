// Keys in one notation, that of Electron's accelerators: "CmdOrCtrl+Shift+K", "Alt+Left", "F2", "Plus". Parsed once, then
// compared with what the keyboard says and shown as it is printed on it.
import { keyText, macKeyText } from '../text/keys.ts'

export type Key = {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** As the notation names it. */
  readonly name: string
}

export type KeyStroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
> & { readonly isComposing?: boolean; readonly nativeEvent?: { readonly isComposing: boolean } }

export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

/** Where the notation and the browser differ. */
const browserNames: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Space: ' ',
  Plus: '+',
}
const modifiers = new Set(['CmdOrCtrl', 'Alt', 'Shift'])

export function parseKey(notation: string): Key {
  const parts = notation.split('+')
  const name = parts.at(-1) ?? ''
  const before = parts.slice(0, -1)
  if (name === '' || modifiers.has(name) || before.some((part) => !modifiers.has(part)))
    throw new Error(`no such key: ${notation}`)
  return {
    mod: before.includes('CmdOrCtrl'),
    alt: before.includes('Alt'),
    shift: before.includes('Shift'),
    name,
  }
}

/** Whether the key alone writes a character: in a text it belongs to the text. */
export function isCharacter(key: Key): boolean {
  return !key.mod && !key.alt && (browserNames[key.name] ?? key.name).length === 1
}

/** Whether words are made of it: what somebody goes on typing where the focus no longer is. */
export function isLetter(key: Key): boolean {
  return isCharacter(key) && (/^[a-z]$/i.test(key.name) || key.name === 'Space')
}

export function isPressed(key: Key, stroke: KeyStroke): boolean {
  if (stroke.isComposing === true || stroke.nativeEvent?.isComposing === true) return false
  if ((stroke.ctrlKey || stroke.metaKey) !== key.mod || stroke.altKey !== key.alt) return false
  // Digits need Shift on a French keyboard: with Ctrl or Alt the physical key counts.
  if (/^\d$/.test(key.name) && (key.mod || key.alt))
    return (!key.shift || stroke.shiftKey) && new RegExp(`^(Digit|Numpad)${key.name}$`).test(stroke.code)
  // And there is nothing else: the sign that a French keyboard prints on the key of 6 is no Ctrl and minus.
  if ((key.mod || key.alt) && /^Digit\d$/.test(stroke.code)) return false
  const wanted = browserNames[key.name] ?? key.name
  if (stroke.key.toLowerCase() !== wanted.toLowerCase()) return false
  // Which keys give a sign differs from keyboard to keyboard: "+" takes Shift on most French ones.
  return isSign(wanted) || stroke.shiftKey === key.shift
}

function isSign(name: string): boolean {
  return name.length === 1 && name !== ' ' && name.toLowerCase() === name.toUpperCase()
}

/** The names printed on the keys, modifiers first. */
export function capsOf(key: Key, mac = isMac): string[] {
  const text = mac ? macKeyText : keyText
  const names = [key.mod ? 'CmdOrCtrl' : '', key.alt ? 'Alt' : '', key.shift ? 'Shift' : '', key.name]
  return names.filter((name) => name !== '').map((name) => text[name] ?? name)
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKey(key: Key): string {
  const names = [
    key.mod ? (isMac ? 'Meta' : 'Control') : '',
    key.alt ? 'Alt' : '',
    key.shift ? 'Shift' : '',
    browserNames[key.name] ?? key.name,
  ]
  return names.filter((name) => name !== '').join('+')
}

/** Two keys that one stroke may mean. */
export function collide(a: Key, b: Key): boolean {
  const isLoose = isSign(browserNames[a.name] ?? a.name)
  return (
    a.mod === b.mod &&
    a.alt === b.alt &&
    (isLoose || a.shift === b.shift) &&
    a.name.toLowerCase() === b.name.toLowerCase()
  )
}
