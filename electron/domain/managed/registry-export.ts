/**
 * The values of one key in what `reg export` writes: the one form in which the accents of a path come whole, whatever the
 * console's code page. Keys below it are not read.
 */
export function registryValues(text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  let keys = 0
  // A long value goes on in the next line, after a backslash.
  for (const line of text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    if (line.startsWith('[')) keys += 1
    const [, name, data] = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(line) ?? []
    if (keys !== 1 || name === undefined || data === undefined) continue
    values[unescaped(name)] = registryValue(data)
  }
  return values
}

/** Of REG_SZ, REG_EXPAND_SZ, REG_MULTI_SZ and REG_DWORD; of another kind null, which no policy takes. */
function registryValue(data: string): unknown {
  const [, words] = /^"((?:[^"\\]|\\.)*)"$/.exec(data) ?? []
  if (words !== undefined) return unescaped(words)
  const [, number] = /^dword:([0-9a-f]{8})$/i.exec(data) ?? []
  if (number !== undefined) return Number.parseInt(number, 16)
  const [, kind, bytes] = /^hex\(([27])\):([0-9a-f,]*)$/i.exec(data) ?? []
  if (kind === undefined || bytes === undefined) return null
  const parts = utf16(bytes).split('\0')
  return kind === '7' ? parts.filter((part) => part !== '') : (parts[0] ?? '')
}

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1')

/** Two bytes a sign, the low one first. */
function utf16(bytes: string): string {
  const numbers = bytes.split(',').map((byte) => Number.parseInt(byte, 16))
  let text = ''
  for (let at = 0; at + 1 < numbers.length; at += 2)
    text += String.fromCharCode((numbers[at] ?? 0) + 256 * (numbers[at + 1] ?? 0))
  return text
}
