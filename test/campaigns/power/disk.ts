// Replays a journal, and says what may lie on the disk when the power goes at some moment.
//
// The model. What was written to a file is kept once the file was synced; until then any of it may be there or not, each
// write whole, not at all, or torn into sectors of 512 bytes; a file may have grown without its bytes (zeros). What a
// folder says (which name is which file) is kept
//   strict: once that folder was synced, POSIX promising no more; until then any part of it may be there, a rename whole
//           or not at all, in either folder that it touches;
//   ordered: as journalling file systems do (ext4, XFS, NTFS, APFS): names change on the disk in the order in which they
//           did, and any sync of anything brings all that came before.
// Nobody's bytes turn up in a file (ordered data), and a sector is written whole or not at all.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Dice } from '../dice.ts'
import type { Change } from './journal.ts'

export type Model = 'strict' | 'ordered'

const SECTOR = 512

type DataChange = { offset: number; bytes: Uint8Array } | { size: number }
type File = { kind: 'file'; now: Content; synced: Content; pending: DataChange[] }
type Folder = { kind: 'folder'; now: Map<string, Node>; synced: Map<string, Node> }
type Node = File | Folder
/** One change of names, whole or not at all. */
type NameChange = { folder: Folder; name: string; node: Node | null }[]

export class Disk {
  readonly #root: Folder = folder()
  readonly #model: Model
  /** By the number that the system gives; a number is given again once its file is gone. */
  readonly #nodes = new Map<number, Node>()
  #pending: NameChange[] = []
  /** Contents that every name was once given by a rename, by hash: a file under such a name is one of these. */
  readonly #whole = new Map<string, Set<string>>()

  /** @param before what was on the disk, durable, with the numbers that the system gave: folders before what is in them. */
  constructor(model: Model, before: readonly { path: string; node: number; bytes: Uint8Array | null }[]) {
    this.#model = model
    for (const { path, node, bytes } of before)
      if (path === '') this.#nodes.set(node, this.#root)
      else {
        this.apply({ kind: bytes === null ? 'mkdir' : 'create', path, node })
        if (bytes !== null) this.apply({ kind: 'write', node, offset: 0, bytes })
      }
    for (const { node } of before) this.#sync(this.#nodes.get(node))
  }

  /** Does what was done. */
  apply(change: Change): void {
    switch (change.kind) {
      case 'create':
      case 'mkdir': {
        const node: Node = change.kind === 'create' ? file() : folder()
        this.#nodes.set(change.node, node)
        this.#rename([{ path: change.path, node }])
        return
      }
      case 'write':
      case 'truncate': {
        const node = this.#file(change.node)
        const data = change.kind === 'write' ? change : { size: change.size }
        node.now.apply(data)
        node.pending.push(data)
        return
      }
      case 'sync':
        this.#sync(this.#nodes.get(change.node))
        return
      case 'rename': {
        const node = this.#at(change.path)
        this.#rename([
          { path: change.path, node: null },
          { path: change.to, node },
        ])
        if (node.kind === 'file') this.#remember(change.to, node)
        return
      }
      case 'link':
        this.#rename([{ path: change.to, node: this.#at(change.path) }])
        return
      case 'unlink':
      case 'rmdir':
        this.#rename([{ path: change.path, node: null }])
    }
  }

  /** Everything that was done, as if nothing had happened: must be what the real folder holds. */
  whole(): Map<string, Uint8Array> {
    return filesOf(
      this.#root,
      (node) => node.now,
      ({ now }) => now.bytes(),
    )
  }

  /** A disk as it may be if the power goes now; the disk itself goes on. */
  lose(dice: Dice): Map<string, Uint8Array> {
    const names = new Map<Folder, Map<string, Node>>()
    const at = (node: Folder) => {
      const found = names.get(node) ?? new Map(node.synced)
      names.set(node, found)
      return found
    }
    for (const change of this.#survivors(dice))
      for (const { folder: where, name, node } of change)
        if (node === null) at(where).delete(name)
        else at(where).set(name, node)
    // A disk that loses all of it, or nothing, is as likely as one that loses some.
    const mood = dice.pick(['none', 'all', 'some', 'some', 'torn'] as const) ?? 'some'
    return filesOf(this.#root, at, (node) => contentAfter(node, mood, dice))
  }

  /** Whether a name was given this content by a rename; null where no rename ever gave that name anything. */
  wasWhole(path: string, bytes: Uint8Array): boolean | null {
    return this.#whole.get(path)?.has(hash(bytes)) ?? null
  }

  #survivors(dice: Dice): NameChange[] {
    if (this.#model === 'ordered') return this.#pending.slice(0, dice.below(this.#pending.length + 1))
    const kept = dice.pick([0, 0.5, 1]) ?? 0
    return this.#pending.filter(() => dice.next() < kept)
  }

  #sync(node: Node | undefined): void {
    if (node === undefined) throw new Error('a sync of nothing')
    if (node.kind === 'file') {
      for (const data of node.pending) node.synced.apply(data)
      node.pending.length = 0
    }
    if (this.#model === 'ordered') this.#keep(() => true)
    else if (node.kind === 'folder') {
      // A rename over two folders is one change: with it goes what came before in the other one.
      const folders = new Set([node])
      for (const change of this.#pending.toReversed())
        if (change.some((one) => folders.has(one.folder))) for (const one of change) folders.add(one.folder)
      this.#keep((change) => change.some((one) => folders.has(one.folder)))
    }
  }

  #keep(isKept: (change: NameChange) => boolean): void {
    const left: NameChange[] = []
    for (const change of this.#pending)
      if (!isKept(change)) left.push(change)
      else
        for (const { folder: where, name, node } of change)
          if (node === null) where.synced.delete(name)
          else where.synced.set(name, node)
    this.#pending = left
  }

  #rename(change: { path: string; node: Node | null }[]): void {
    const effects = change.map(({ path, node }) => {
      const where = this.#at(dirname(path) === '.' ? '' : dirname(path))
      if (where.kind !== 'folder') throw new Error(`${path} is in no folder`)
      return { folder: where, name: path.slice(path.lastIndexOf('/') + 1), node }
    })
    for (const { folder: where, name, node } of effects)
      if (node === null) where.now.delete(name)
      else where.now.set(name, node)
    this.#pending.push(effects)
  }

  #at(path: string): Node {
    let node: Node = this.#root
    for (const name of path === '' ? [] : path.split('/')) {
      const next: Node | undefined = node.kind === 'folder' ? node.now.get(name) : undefined
      if (next === undefined) throw new Error(`${path} is not there`)
      node = next
    }
    return node
  }

  #file(node: number): File {
    const found = this.#nodes.get(node)
    if (found?.kind !== 'file') throw new Error(`file ${node} was never made`)
    return found
  }

  #remember(path: string, { now }: File): void {
    const known = this.#whole.get(path) ?? new Set()
    known.add(hash(now.bytes()))
    this.#whole.set(path, known)
  }
}

/** Bytes of a file, which grow as they are written. */
class Content {
  #held: Uint8Array = new Uint8Array(0)
  #size = 0

  apply(change: DataChange): void {
    if ('size' in change) {
      this.#grow(change.size)
      this.#held.fill(0, change.size, Math.max(change.size, this.#size))
      this.#size = change.size
    } else {
      this.#grow(change.offset + change.bytes.length)
      this.#held.set(change.bytes, change.offset)
      this.#size = Math.max(this.#size, change.offset + change.bytes.length)
    }
  }

  copy(): Content {
    const copy = new Content()
    copy.apply({ offset: 0, bytes: this.bytes() })
    return copy
  }

  bytes(): Uint8Array {
    return this.#held.subarray(0, this.#size)
  }

  #grow(size: number): void {
    if (size <= this.#held.length) return
    const held = new Uint8Array(Math.max(size, this.#held.length * 2))
    held.set(this.#held)
    this.#held = held
  }
}

/** The synced part of a file, and whatever the mood of the disk leaves of the rest. */
function contentAfter(node: File, mood: 'none' | 'all' | 'some' | 'torn', dice: Dice): Uint8Array {
  if (mood === 'none' || node.pending.length === 0) return node.synced.bytes()
  if (mood === 'all') return node.now.bytes()
  const content = node.synced.copy()
  for (const change of node.pending) {
    if (dice.next() < 0.4) continue
    if (mood === 'some' || 'size' in change || dice.next() < 0.5) content.apply(change)
    else tear(content, change, dice)
  }
  return content.bytes()
}

/** Some sectors of a write; the file has grown all the same. */
function tear(content: Content, { offset, bytes }: { offset: number; bytes: Uint8Array }, dice: Dice): void {
  const end = offset + bytes.length
  if (content.bytes().length < end && dice.next() < 0.5) content.apply({ size: end })
  for (let at = offset; at < end; ) {
    const next = Math.min(end, (Math.floor(at / SECTOR) + 1) * SECTOR)
    if (dice.next() < 0.5) content.apply({ offset: at, bytes: bytes.subarray(at - offset, next - offset) })
    at = next
  }
}

function filesOf(
  root: Folder,
  names: (node: Folder) => ReadonlyMap<string, Node>,
  bytes: (node: File) => Uint8Array,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const walk = (node: Folder, prefix: string) => {
    // A folder without anything in it is there too.
    if (prefix !== '') files.set(prefix, folderMark)
    for (const [name, child] of names(node))
      if (child.kind === 'folder') walk(child, `${prefix}${name}/`)
      else files.set(`${prefix}${name}`, bytes(child))
  }
  walk(root, '')
  return files
}

const folderMark = new Uint8Array(0)

/** Puts files into an empty folder; a name with a slash at its end is a folder. */
export function layOut(files: ReadonlyMap<string, Uint8Array>, target: string): void {
  for (const [path, bytes] of files)
    if (path.endsWith('/')) mkdirSync(join(target, path), { recursive: true })
    else {
      mkdirSync(dirname(join(target, path)), { recursive: true })
      writeFileSync(join(target, path), bytes)
    }
}

/** Where a replayed disk and the real folder differ; SQLite's index of its log is shared memory, and made anew. */
export function differences(replayed: ReadonlyMap<string, Uint8Array>, folderPath: string): string[] {
  const real = new Map<string, Uint8Array>()
  for (const entry of readdirSync(folderPath, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) real.set(path.slice(folderPath.length + 1), readFileSync(path))
  }
  return [...new Set([...replayed.keys(), ...real.keys()])].filter((path) => {
    if (path.endsWith('/') || path.endsWith('-shm')) return false
    const [one, other] = [replayed.get(path), real.get(path)]
    return one === undefined || other === undefined || Buffer.compare(one, other) !== 0
  })
}

const file = (): File => ({ kind: 'file', now: new Content(), synced: new Content(), pending: [] })
const folder = (): Folder => ({ kind: 'folder', now: new Map(), synced: new Map() })
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
