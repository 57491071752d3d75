// What V8 compiled before is taken by the processes of the application, with their own flags; `npm run package` makes it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type Application,
  applicationFolder,
  callBridge,
  freshFolder,
  removeFolder,
  startApplication,
} from './application.ts'
import { buildWithout } from './planted.ts'

/** Before the first script of a process: each script says whether what was compiled of it was refused. */
const telling = (path: string) => `{
  const vm = require('node:vm')
  vm.Script = class extends vm.Script {
    constructor(source, options) {
      super(source, options)
      const { cachedDataRejected: refused } = this
      if (refused !== undefined)
        require('node:fs').appendFileSync(${JSON.stringify(path)}, options.filename + ' ' + (refused ? 'refused' : 'taken') + '\\n')
    }
  }
};
`

const processes = ['main', 'core', 'job'] as const
const compiledIn = (folder: string) => join(folder, 'dist', 'code', 'core.cjs.v8')

let app: Application | undefined
afterEach(async () => {
  await app?.close()
  if (app !== undefined) removeFolder(app.folder)
})

/** Starts a copy of the build that tells; what was told, by the name of the file. */
async function told(change: (folder: string) => void): Promise<Map<string, string>> {
  if (!existsSync(compiledIn(applicationFolder))) throw new Error('make it first: npm run package')
  const folder = buildWithout([])
  const path = join(freshFolder(), 'told')
  for (const name of processes) {
    const first = join(folder, 'dist', `${name}.cjs`)
    writeFileSync(first, `${telling(path)}${readFileSync(first, 'utf8')}`)
  }
  change(folder)
  app = await startApplication({ folder })
  expect(await callBridge(app.page, 'home.get', {})).toMatchObject({ ok: true })
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return new Map(lines.map((line) => [basename(line.split(' ')[0] ?? ''), line.split(' ')[1] ?? '']))
}

describe('what V8 compiled before', () => {
  it('is taken by main and core', async () => {
    const answers = await told(() => undefined)
    expect(answers.get('main.cjs')).toBe('taken')
    expect(answers.get('core.cjs')).toBe('taken')
    expect([...answers.values()]).not.toContain('refused')
  })

  it('is refused where another V8 made it, and the application starts without', async () => {
    const answers = await told((folder) => {
      const compiled = readFileSync(compiledIn(folder))
      compiled.fill(0, 0, 16)
      writeFileSync(compiledIn(folder), compiled)
    })
    expect(answers.get('core.cjs')).toBe('refused')
    expect(answers.get('main.cjs')).toBe('taken')
  })

  it('is there of every file that main and core load at a start', () => {
    const code = readdirSync(join(applicationFolder, 'dist', 'code'))
    expect(code).toEqual(expect.arrayContaining(processes.map((name) => `${name}.cjs.v8`)))
  })
})
