// What the application is asked to show from outside: links and files, at its start or while it runs.
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { app } from 'electron'
import type { Asked } from '../contract/desk.ts'
import { LINK_SCHEME, readLink } from '../domain/link.ts'
import { log } from './log.ts'

const BACKUP = /\.seances$/i

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
      else if (BACKUP.test(argument) && !argument.startsWith('-')) this.#file(resolve(folder, argument))
    }
  }

  take(): Asked | null {
    const asked = this.#asked
    this.#asked = null
    return asked
  }

  takeBackup(): string | null {
    const path = this.#backup
    this.#backup = null
    return path
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
