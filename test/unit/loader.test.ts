import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Script } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compiledOf, load } from '../../electron/loader/load.ts'

let folder: string
let entry: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-loader-'))
  entry = join(folder, 'main.cjs')
  mkdirSync(join(folder, 'parts'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const said: string[] = []
/** The code under test says what it found on this list. */
const list = 'globalThis[Symbol.for("seances-loader-test")]'
Reflect.set(globalThis, Symbol.for('seances-loader-test'), said)
beforeEach(() => void said.splice(0))

function write(name: string, source: string): void {
  writeFileSync(join(folder, name), source)
}

/** The scripts of a load, by path. */
function loaded(): Map<string, Script> {
  const scripts = new Map<string, Script>()
  load(entry, (path, script) => scripts.set(path, script))
  return scripts
}

describe('the loader of built code', () => {
  it('loads each part once, also one that needs who loads it, and modules from outside', () => {
    write(
      'main.cjs',
      `exports.name = 'main'
const { join } = require('node:path')
${list}.push(require('./parts/a.cjs').said(), require('./parts/a.cjs') === require('./parts/a.cjs'), join('x', 'y'))`,
    )
    write(
      'parts/a.cjs',
      `exports.said = () => require('../main.cjs').name + ' by a, ' + __filename + __dirname`,
    )
    loaded()
    const parts = join(folder, 'parts')
    expect(said).toEqual([`main by a, ${join(parts, 'a.cjs')}${parts}`, true, join('x', 'y')])
  })

  it('loads modules of the other kind where the code waits for them', async () => {
    write('main.cjs', `exports.done = import('./other.mjs').then(({ word }) => ${list}.push(word))`)
    write('other.mjs', `export const word = await Promise.resolve('waited')`)
    loaded()
    await expect.poll(() => said).toEqual(['waited'])
  })

  it('names file and line of an error as they are', () => {
    write('main.cjs', `require('./parts/a.cjs')`)
    write('parts/a.cjs', `\nfunction fails() {\n  throw new Error('here')\n}\nfails()`)
    expect(loaded).toThrow(
      expect.objectContaining({ stack: expect.stringContaining(`${join(folder, 'parts', 'a.cjs')}:3:`) }),
    )
  })

  it('takes what V8 compiled before, and does without what another V8 made', () => {
    write('main.cjs', `${list}.push('taken', require('./parts/a.cjs'), require('./parts/b.cjs'))`)
    write('parts/a.cjs', `module.exports = 'compiled'`)
    write('parts/b.cjs', `module.exports = 'refused'`)
    const [a, b] = ['a', 'b'].map((name) => join(folder, 'parts', `${name}.cjs`)) as [string, string]
    writeFileSync(compiledOf(b), 'made by another')
    const first = loaded()
    expect([first.get(entry), first.get(b)].map((script) => script?.cachedDataRejected)).toEqual([
      undefined,
      true,
    ])
    for (const path of [entry, a]) writeFileSync(compiledOf(path), first.get(path)?.createCachedData() ?? '')
    const second = loaded()
    expect([entry, a].map((path) => second.get(path)?.cachedDataRejected)).toEqual([false, false])
    expect(said).toEqual(['taken', 'compiled', 'refused', 'taken', 'compiled', 'refused'])
  })
})
