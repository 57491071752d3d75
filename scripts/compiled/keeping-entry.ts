// Stands in for electron/loader/entry.ts while scripts/compiled.ts makes what V8 compiles: once told, by a file, that the
// start is over, each process writes what it compiled until then. Functions that the start does not call stay out of it.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Script } from 'node:vm'
import { app } from 'electron'
import { compiledOf, load } from '../../electron/loader/load.ts'
import { doneFile, nowFile } from './files.ts'

const code = join(import.meta.dirname, 'code')
const into = process.env.SEANCES_COMPILED_INTO ?? ''
// Without a variable for it, macOS would keep the profile of each run among the data of the person.
if (process.platform === 'darwin' && process.type === 'browser') app.setPath('appData', into)
const scripts = new Map<string, Script>()
const name = basename(import.meta.filename)
load(join(code, name), (path, script) => scripts.set(path, script))

const looking = setInterval(() => {
  if (!existsSync(join(into, nowFile))) return
  clearInterval(looking)
  for (const [path, script] of scripts) {
    const target = join(into, 'code', relative(code, compiledOf(path)))
    mkdirSync(dirname(target), { recursive: true })
    // Of two processes that loaded the same file, either is whole.
    const making = `${target}-${process.pid}`
    writeFileSync(making, script.createCachedData())
    renameSync(making, target)
  }
  writeFileSync(join(into, doneFile(name)), '')
}, 50)
