import { readFileSync } from 'node:fs'

/** Paths are relative to the folder; '' is the folder itself. A node is a file or a folder, whatever its name. */
export type Change =
  | { kind: 'create' | 'mkdir'; path: string; node: number }
  | { kind: 'write'; node: number; offset: number; bytes: Uint8Array }
  | { kind: 'truncate'; node: number; size: number }
  | { kind: 'sync'; node: number }
  | { kind: 'rename' | 'link'; path: string; to: string }
  | { kind: 'unlink' | 'rmdir'; path: string }

/** A change with the length of the log once it was written down. */
export type Entry = { readonly change: Change; readonly end: number }

const HEAD = 32
const MAGIC = 0x4c4e524a
const kinds = [
  'create',
  'write',
  'truncate',
  'sync',
  'rename',
  'unlink',
  'mkdir',
  'rmdir',
  'link',
  'unknown',
] as const

/** @throws when something was done that a replay does not know: an image made without it would be of no disk. */
export function readJournal(log: string, root: string): Entry[] {
  const bytes = readFileSync(log)
  const entries: Entry[] = []
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const [first, second] = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
    if (bytes.readUInt32LE(at + 12) !== MAGIC) throw new Error(`the journal is not readable at ${at}`)
    const end = at + HEAD + first + second
    // The record that a kill cut short.
    if (end > bytes.length) break
    const kind = kinds[bytes.readUInt32LE(at) - 1] ?? 'unknown'
    const node = Number(bytes.readBigUInt64LE(at + 16))
    const offset = Number(bytes.readBigUInt64LE(at + 24))
    const payload = bytes.subarray(at + HEAD, at + HEAD + first)
    const path = kind === 'write' ? '' : relative(payload.toString('utf8'), root)
    const to = relative(bytes.toString('utf8', at + HEAD + first, end), root)
    entries.push({ change: changeOf(kind, { node, offset, path, to, payload }), end })
    at = end
  }
  return entries
}

function changeOf(
  kind: (typeof kinds)[number],
  {
    node,
    offset,
    path,
    to,
    payload,
  }: Record<'node' | 'offset', number> & Record<'path' | 'to', string> & { payload: Uint8Array },
): Change {
  switch (kind) {
    case 'create':
    case 'mkdir':
      return { kind, path, node }
    case 'write':
      return { kind, node, offset, bytes: payload }
    case 'truncate':
      return { kind, node, size: offset }
    case 'sync':
      return { kind, node }
    case 'rename':
    case 'link':
      return { kind, path, to }
    case 'unlink':
    case 'rmdir':
      return { kind, path }
    case 'unknown':
      throw new Error(`the journal cannot follow: ${path}`)
  }
}

function relative(path: string, root: string): string {
  return path.startsWith(root) ? path.slice(root.length + 1) : path
}
