// A way to the server through this process: it may be slow, be cut, or fall silent.
import { createServer, Socket } from 'node:net'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'

export type Way = { readonly address: TeamAddress; close(): void }

/** @param lay what becomes of the words of each line, of a desk and of the server */
export async function wayTo(base: TeamAddress, lay: (near: Socket, far: Socket) => void): Promise<Way> {
  const proxy = createServer({ noDelay: true }, (near) => {
    const far = new Socket()
    far.setNoDelay(true)
    far.connect(base.port, base.host)
    for (const socket of [near, far]) socket.on('error', () => undefined)
    far.on('close', () => near.destroy())
    lay(near, far)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()))
  const own = proxy.address()
  const port = typeof own === 'object' && own !== null ? own.port : 0
  return { address: { ...base, port }, close: () => proxy.close() }
}

/** What is asked takes so many milliseconds to arrive; how often somebody waited for an answer is counted. */
export async function slowWay(base: TeamAddress, ms: number): Promise<Way & { trips(): number }> {
  let trips = 0
  const way = await wayTo(base, (near, far) => {
    let isAnswered = true
    near.on('data', (sent: Buffer) => {
      if (isAnswered) trips += 1
      isAnswered = false
      if (ms === 0) far.write(sent)
      else setTimeout(() => far.write(sent), ms)
    })
    far.on('data', (said: Buffer) => {
      isAnswered = true
      near.write(said)
    })
    near.on('close', () => far.destroy())
  })
  return { ...way, trips: () => trips }
}

/** Notifications never arrive on it, though nothing is cut. */
export async function silentWay(base: TeamAddress): Promise<Way & { isSilent(): boolean }> {
  let isSilent = false
  const way = await wayTo(base, (near, far) => {
    let isListening = false
    near.on('data', (sent: Buffer) => {
      far.write(sent)
      // Its own answer comes yet.
      if (sent.includes('LISTEN'))
        setTimeout(() => {
          isListening = true
          isSilent = true
        }, 200)
    })
    far.on('data', (said: Buffer) => (isListening ? undefined : near.write(said)))
    near.on('close', () => far.destroy())
  })
  return { ...way, isSilent: () => isSilent }
}

/** While it drops, nothing comes through on any line, new ones too, and none ends; what was sent then arrives afterwards. */
export async function droppingWay(base: TeamAddress) {
  const sockets = new Set<Socket>()
  let isDropping = false
  const way = await wayTo(base, (near, far) => {
    near.pipe(far)
    far.pipe(near)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      if (isDropping) socket.pause()
    }
    near.on('close', () => far.destroy())
  })
  return {
    ...way,
    drop() {
      isDropping = true
      for (const socket of sockets) socket.pause()
    },
    deliver() {
      isDropping = false
      for (const socket of sockets) socket.resume()
    },
  }
}

/** As soon as much is sent on a line, that line stands still until it is let go; what goes to the server is counted. */
export async function heldWay(base: TeamAddress, bytes: number) {
  let isHeld = false
  let carried = 0
  let letGo: () => void = () => undefined
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const way = await wayTo(base, (near, far) => {
    let sent = 0
    near.on('data', (words: Buffer) => {
      sent += words.length
      carried += words.length
      if (sent < bytes) far.write(words)
      else {
        isHeld = true
        void isLetGo.then(() => far.write(words))
      }
    })
    far.pipe(near)
    near.on('close', () => far.destroy())
  })
  return { ...way, isHeld: () => isHeld, letGo: () => letGo(), carried: () => carried }
}

/** How long a commit may be on its way after the desk has given up its line. */
const LATE_MS = 700

/** Told what becomes of the next commit, whose answer never comes. */
export type Cut = 'done' | 'late' | 'never' | 'frozen'

/**
 * On it the answer to the next commit never comes: it is cut as soon as the server has done it, or the commit itself comes a
 * while after the cut, or never; or nothing moves any more and nobody is told.
 */
export async function cuttableWay(base: TeamAddress) {
  let next: Cut | null = null
  let cuts = 0
  const way = await wayTo(base, (near, far) => {
    let isHeld = false
    near.on('close', () => (isHeld ? undefined : far.destroy()))
    far.pipe(near)
    near.on('data', (sent: Buffer) => {
      if (isHeld) return
      if (next === null || !sent.includes('COMMIT\0')) {
        far.write(sent)
        return
      }
      const how = next
      next = null
      cuts += 1
      isHeld = true
      far.unpipe(near)
      if (how === 'frozen') return
      // The server has done what it was told once it answers.
      far.once('data', () => {
        near.destroy()
        far.destroy()
      })
      far.resume()
      if (how === 'done') far.write(sent)
      else if (how === 'never') far.destroy()
      else {
        near.destroy()
        setTimeout(() => far.write(sent), LATE_MS)
      }
    })
  })
  return {
    ...way,
    cutNext(how: Cut) {
      next = how
    },
    cuts: () => cuts,
  }
}
