// Loads the built code as Node.js would, with what V8 compiled of it before: a start then compiles next to nothing.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { constants, Script } from 'node:vm'

type Run = (exports: unknown, require: unknown, module: unknown, path: string, folder: string) => void

/** Where what V8 compiled of a file of the build is kept; made by scripts/compiled.ts. */
export const compiledOf = (path: string): string => `${path}.v8`

/**
 * Loads a file of the build, and by its `require` those beside it, each once.
 * @param onScript told of each before it runs, and whether V8 took what was compiled before: it refuses what another
 * version of it made, and compiles then as if there were nothing.
 */
export function load(path: string, onScript: (path: string, script: Script) => void = () => undefined): void {
  const loaded = new Map<string, { exports: unknown }>()
  const modulesOutside = createRequire(path)
  const loadOnce = (file: string): unknown => {
    const before = loaded.get(file)
    if (before !== undefined) return before.exports
    const module = { exports: {} }
    loaded.set(file, module)
    // On one line with the first of the file, so that errors name the lines that it has.
    const source = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(file, 'utf8')}\n})`
    const cachedData = readOrNothing(compiledOf(file))
    const script = new Script(source, {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData === undefined ? {} : { cachedData }),
    })
    onScript(file, script)
    const folder = dirname(file)
    const requireFrom = (id: string): unknown =>
      id.startsWith('.') ? loadOnce(join(folder, id)) : modulesOutside(id)
    const run = script.runInThisContext() as Run
    try {
      run(module.exports, requireFrom, module, file, folder)
    } catch (thrown) {
      // Half of it is none: the next one who asks tries again.
      loaded.delete(file)
      throw thrown
    }
    return module.exports
  }
  loadOnce(path)
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
