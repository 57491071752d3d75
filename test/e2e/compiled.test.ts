// What V8 compiled before lies in what is shipped and is taken there, with the flags of each process. The package is
// opened and closed again so that its processes tell; what they run is as shipped.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createPackageWithOptions, extractAll } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshFolder, removeFolder } from './application.ts'
import { type PackagedApplication, packagedCopy, startPackaged } from './packaged.ts'

const processes = ['main', 'core', 'job'] as const
type Told = {
  process: (typeof processes)[number]
  file: string
  compiled: 'none' | 'taken' | 'refused'
}

/** Before the first script of a process: it tells of each script whether what was compiled of it was there, and taken. */
const telling = (process: string, path: string) => `{
  const vm = require('node:vm')
  vm.Script = class extends vm.Script {
    constructor(source, options) {
      super(source, options)
      const { cachedDataRejected: refused } = this
      const compiled = refused === undefined ? 'none' : refused ? 'refused' : 'taken'
      const file = require('node:path').basename(options.filename)
      require('node:fs').appendFileSync(${JSON.stringify(path)}, JSON.stringify({ process: ${JSON.stringify(process)}, file, compiled }) + '\\n')
    }
  }
};
`

const folder = packagedCopy()
const archive = join(folder, 'resources', 'app.asar')
const opened = join(freshFolder(), 'opened')
beforeAll(() => extractAll(archive, opened))
afterAll(() => {
  for (const path of [folder, opened]) removeFolder(dirname(path))
})

/** Closes the package again, with scripts that tell, and starts it. */
async function start(): Promise<{ app: PackagedApplication; told: () => Told[] }> {
  const path = join(freshFolder(), 'told')
  for (const name of processes) {
    const first = join(opened, 'dist', `${name}.cjs`)
    const [source = ''] = readFileSync(first, 'utf8').split('\n};\n').slice(-1)
    writeFileSync(first, `${telling(name, path)}${source}`)
  }
  await createPackageWithOptions(opened, archive, { unpack: '*.node' })
  const app = await startPackaged(folder)
  const told = () =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): Told => JSON.parse(line))
  return { app, told }
}

const call = ({ page }: PackagedApplication, method: string, input: object) =>
  page.evaluate((asked) => Reflect.get(globalThis, 'seances').call(...asked), [method, input])

describe('what V8 compiled before', () => {
  it('is taken of all that main, core and a job load; main has the shapes of the contract at its first own method', async () => {
    const { app, told } = await start()
    try {
      const atStart = told()
      expect(new Set(atStart.map(({ process }) => process))).toEqual(new Set(['main', 'core']))
      expect(atStart.filter(({ compiled }) => compiled !== 'taken')).toEqual([])
      const shapes = () => told().filter(({ process, file }) => process === 'main' && /^contract-/.test(file))
      expect(shapes()).toEqual([])
      expect(await call(app, 'app.info', {})).toMatchObject({ ok: true })
      expect(shapes()).not.toEqual([])
      expect(await call(app, 'sample.load', {})).toMatchObject({ ok: true })
      const [{ id }] = (await call(app, 'meetings.list', { year: null })).value
      const rendered = await call(app, 'documents.render', { meetingId: id, kind: 'agenda' })
      expect(rendered).toMatchObject({ ok: true })
      const job = told().filter(({ process }) => process === 'job')
      expect(job).not.toEqual([])
      expect(told().filter(({ compiled }) => compiled !== 'taken')).toEqual([])
    } finally {
      await app.close()
    }
  })

  it('is refused where another V8 made it, and the application starts without', async () => {
    const compiled = join(opened, 'dist', 'code', 'core.cjs.v8')
    const bytes = readFileSync(compiled)
    bytes.fill(0, 0, 16)
    writeFileSync(compiled, bytes)
    const { app, told } = await start()
    try {
      expect(await call(app, 'home.get', {})).toMatchObject({ ok: true })
      const answers = new Map(told().map(({ file, compiled: answer }) => [file, answer]))
      expect(answers.get('core.cjs')).toBe('refused')
      expect(answers.get('main.cjs')).toBe('taken')
    } finally {
      await app.close()
    }
  })
})
