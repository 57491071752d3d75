// What went wrong, for whoever is asked for help: a page of words per incident, kept on this machine and sent nowhere. No
// memory of a process is kept: it would hold what people wrote.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { Output } from '../contract/index.ts'
import { log } from './log.ts'

const KEPT = 10
/** Lines of the log that go with an incident. */
const LINES = 60
const NAME = /^incident-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.txt$/

export class Incidents {
  readonly #folder: string

  constructor(logs: string) {
    this.#folder = logs
  }

  /** Notes an end that nobody asked for, and marks this run until it ends as it should. */
  watch(): void {
    const mark = join(this.#folder, 'running')
    try {
      mkdirSync(this.#folder, { recursive: true })
      if (existsSync(mark)) this.note('the application ended without closing')
      writeFileSync(mark, '')
    } catch (cause) {
      log.warn(`incidents are not noted: ${String(cause)}`)
    }
    const unmark = () => rmSync(mark, { force: true })
    app.on('quit', unmark)
    // Windows ends what runs at its own end, and nothing else is told.
    app.on('browser-window-created', (_event, window) => window.on('session-end', unmark))
    app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
      this.note(`window process gone: ${reason} (${exitCode})`),
    )
  }

  note(what: string): void {
    const at = new Date().toISOString()
    const { electron, chrome } = process.versions
    const facts = [
      `Séances INP ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}`,
      `${process.platform} ${process.arch} ${release()}`,
      at,
      what,
    ]
    try {
      const path = join(this.#folder, `incident-${at.replaceAll(':', '-')}.txt`)
      writeFileSync(path, [...facts, '', ...this.#lastLines(), ''].join('\n'), { mode: 0o600 })
      for (const old of this.#names().slice(0, -KEPT)) rmSync(join(this.#folder, old), { force: true })
    } catch (cause) {
      log.warn(`an incident was not noted: ${String(cause)}`)
    }
  }

  get state(): Output<'desk.incidents'> {
    const names = this.#names()
    const [, day, hour, minute, second] = NAME.exec(names.at(-1) ?? '') ?? []
    return { count: names.length, lastAt: day === undefined ? null : `${day}${hour}:${minute}:${second}` }
  }

  /** The file of the last one; null when there was none. */
  get last(): string | null {
    const name = this.#names().at(-1)
    return name === undefined ? null : join(this.#folder, name)
  }

  #names(): string[] {
    if (!existsSync(this.#folder)) return []
    return readdirSync(this.#folder)
      .filter((name) => NAME.test(name))
      .sort()
  }

  #lastLines(): string[] {
    const path = join(this.#folder, 'main.log')
    return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-LINES) : []
  }
}
