// What the application is asked to show from outside: links and files, at its start or while it runs.
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import type { Asked } from '../contract/desk.ts'
import { LINK_SCHEME, readLink } from '../domain/link.ts'
import { log } from './log.ts'

const BACKUP = /\.seances$/i

/** Desktops of Linux name a file by its address. */
function pathOf(argument: string, folder: string): string {
  try {
    return argument.startsWith('file:') ? fileURLToPath(argument) : resolve(folder, argument)
  } catch {
    return ''
  }
}

export class AskedFromOutside {
  #asked: Asked | null = null
  /** The backup that somebody opened with the application; its path never reaches the window. */
  #backup: string | null = null
  #tell: () => void = () => undefined

  /** Before `ready`: macOS hands over what it was started with then. */
  listen(): void {
    app.on('open-url', (event, url) => {
      event.preventDefault()
      this.#link(url)
    })
    app.on('open-file', (event, path) => {
      event.preventDefault()
      this.#file(path)
    })
    this.heard(process.argv, process.cwd())
    // Packages of macOS and Linux say it in their own files. Nothing of a link is taken for an option.
    if (process.platform === 'win32' && app.isPackaged)
      app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--'])
  }

  /** From now on the window is told that there is something to ask for. */
  tellThrough(tell: () => void): void {
    this.#tell = tell
  }

  /** The arguments of a start, this one's or a second one's. */
  heard(args: readonly string[], folder: string): void {
    for (const argument of args.slice(1)) {
      if (argument.toLowerCase().startsWith(`${LINK_SCHEME}:`)) this.#link(argument)
      else if (BACKUP.test(argument) && !argument.startsWith('-')) this.#file(pathOf(argument, folder))
    }
  }

  take(): Asked | null {
    const asked = this.#asked
    this.#asked = null
    return asked
  }

  /** The one that somebody is shown the name of, and no other that was opened since. */
  takeBackup(fileName: string): string | null {
    const path = this.#backup
    if (path === null || basename(path) !== fileName) return null
    this.#backup = null
    return path
  }

  /** It could not be taken: it may be tried again, unless another was opened meanwhile. */
  giveBack(path: string): void {
    this.#backup ??= path
  }

  #link(text: string): void {
    const target = readLink(text)
    // What it says stays out of the log: it may be anything.
    if (target === null) log.warn('a link was refused')
    else this.#ask(target)
  }

  #file(path: string): void {
    if (!BACKUP.test(path) || !existsSync(path)) return
    this.#backup = path
    this.#ask({ kind: 'backup', fileName: basename(path) })
  }

  #ask(asked: Asked): void {
    this.#asked = asked
    this.#tell()
  }
}
