import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { deadWords } from './dead-words.ts'
import { root, trackedPaths } from './tracked.ts'
import { findInTypes, type Typecheck, typecheck } from './typecheck.ts'
import { unawaitedIn } from './unawaited.ts'

/** A planted file: its text, and one error number that it must give. */
type Plant = readonly [text: string, code: number]

/** Refused everywhere, by the strict options. */
const strict: Readonly<Record<string, Plant>> = {
  'an implicit any': ['export const take = (value) => value\n', 7006],
  'a null where a value is promised': ['export const text: string = null\n', 2322],
  'an index that may be missing': [
    'const names: string[] = []\nexport const first: string = names[0]\n',
    2322,
  ],
  'undefined for a property that may only be absent': [
    'export const shape: { title?: string } = { title: undefined }\n',
    2375,
  ],
  'an override that does not say so': [
    'class Base {\n  go() {}\n}\nexport class Child extends Base {\n  go() {}\n}\n',
    4114,
  ],
  'a case that falls through': [
    'export function go(n: number) {\n  switch (n) {\n    case 1:\n      n++\n    case 2:\n      n++\n  }\n}\n',
    7029,
  ],
  'a type imported as a value': [
    "import { Plain } from './planted-type.ts'\nexport const p: Plain = 1\n",
    1484,
  ],
  'an enum, which Node.js cannot strip': ['export enum Colour {\n  Red,\n}\n', 1294],
}

/** Newer than Electron 33: its types must refuse it, those of the Electron that runs here accept it. */
const newerApi = {
  'electron/shell/planted-api.ts':
    "import { safeStorage } from 'electron'\nexport const newer = safeStorage.decryptStringAsync\n",
}

/** Files that may import Electron. */
const mayImport = (path: string) => /^electron\/(shell\/.*|main|preload)\.ts$/.test(path)

const unwaited = 'electron/shell/planted-clipboard.ts'
const unwaitedText = `import { clipboard, shell } from 'electron'
export async function copy(text: string, maybe: boolean) {
  clipboard.writeText(text)
  maybe && clipboard.writeText(text)
  if (clipboard.readText()) await clipboard.writeText(text)
  maybe ? await clipboard.writeText(text) : shell.beep()
  void clipboard.writeText(text)
  clipboard.writeText(text).catch(() => undefined)
}
`

const unsaid = 'renderer/planted-words.ts'
const screens = {
  [unsaid]: `export const text = {
  said: 'a',
  left: 'b',
  states: { open: 'c', shut: 'd' },
  one: { kept: 'e', lost: (n: number) => \`f\${n}\` },
}
export const typed: Record<string, string> = { any: 'g' }
`,
  'renderer/planted-screen.ts': `import { text as words, typed } from './planted-words.ts'
export const shown = (state: 'open' | 'shut') => [words.said, words.states[state], words.one.kept, typed]
`,
}

const pathOfFile = ({ fileName }: ts.SourceFile) => relative(root, fileName)

type Environment = {
  readonly folder: string
  readonly covers: (path: string) => boolean
  readonly plants: Readonly<Record<string, Plant>>
  /** Planted too, and right. */
  readonly accepts?: Readonly<Record<string, string>>
}

const environments: Readonly<Record<string, Environment>> = {
  'electron/tsconfig.json': {
    folder: 'electron',
    covers: (path) => path.startsWith('electron/') && path.endsWith('.ts'),
    plants: {
      'the DOM on the privileged side': ['export const title = document.title\n', 2584],
      'the window on the privileged side': ['export const width = window.innerWidth\n', 2304],
    },
    accepts: newerApi,
  },
  'renderer/tsconfig.json': {
    folder: 'renderer',
    covers: (path) => path.startsWith('renderer/') && /\.tsx?$/.test(path),
    plants: {
      'a module of Node.js in the window': [
        "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
        2591,
      ],
      'the process of Node.js in the window': ['export const env = process.env\n', 2591],
    },
  },
  'test/tsconfig.json': {
    folder: 'test',
    covers: (path) => /^((test|scripts)\/.*\.(ts|tsx|mjs)|[^/]+\.ts|\.dependency-cruiser\.mjs)$/.test(path),
    plants: {},
  },
}

const results = new Map<string, Typecheck>()

describe.each(Object.entries(environments))('%s', (config, environment) => {
  const { folder, covers, plants, accepts = {} } = environment
  const all = Object.entries({ ...strict, ...plants })
  const pathOf = (index: number) => `${folder}/planted-${index}.ts`
  const plain = { [`${folder}/planted-type.ts`]: 'export type Plain = number\n' }
  let result: Typecheck
  beforeAll(async () => {
    result = await typecheck(config, {
      ...plain,
      ...Object.fromEntries(all.map(([, [text]], index) => [pathOf(index), text])),
      ...accepts,
    })
    results.set(folder, result)
  })

  it('compiles without an error', () => {
    expect(result.errors).toEqual([])
  })

  it('compiled every file that git tracks there', () => {
    const tracked = trackedPaths().filter(covers)
    expect(tracked.length).toBeGreaterThan(0)
    expect(result.files.filter(covers)).toEqual(tracked)
  })

  it.each(all.map(([name, [, code]], index) => ({ name, code, index })))(
    'refuses $name',
    ({ code, index }) => {
      expect(result.planted[pathOf(index)]).toContain(code)
    },
  )

  it('accepts what is right', () => {
    const right = Object.keys({ ...plain, ...accepts })
    expect(right.map((path) => result.planted[path])).toEqual(right.map(() => []))
  })
})

describe('the shell, against the Electron that desks get', () => {
  let old: Typecheck
  beforeAll(async () => {
    old = await typecheck('electron/tsconfig.electron-33.json', newerApi)
  })

  it('compiles', () => {
    expect(old.errors).toEqual([])
  })

  it('compiled every file that may import Electron', () => {
    const tracked = trackedPaths().filter(mayImport)
    expect(tracked.length).toBeGreaterThan(0)
    expect(old.files.filter(mayImport)).toEqual(tracked)
  })

  it('refuses what only newer ones have', () => {
    expect(old.planted['electron/shell/planted-api.ts']).toContain(2551)
  })
})

// Electron 44 and 45 made promises of what returned at once: what is not waited for says that it is done before it is.
describe('the privileged side, by the types of the Electron that desks get', () => {
  it('reads the types of the very version that is shipped', () => {
    const [types = '', ...others] = results.get('electron')?.electron ?? []
    expect(others).toEqual([])
    expect(types).toMatch(/node_modules\/electron\/electron\.d\.ts$/)
    const { version } = JSON.parse(readFileSync(join(dirname(types), 'package.json'), 'utf8'))
    expect(version).toBe(
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron,
    )
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(45)
  })

  it('waits for every promise, and each planted one that it does not wait for is reported', () => {
    const read: string[] = []
    const found = findInTypes(
      'electron/tsconfig.json',
      mayImport,
      { [unwaited]: unwaitedText },
      (files, checker) =>
        files
          .filter((file) => mayImport(pathOfFile(file)))
          .flatMap((file) => {
            read.push(pathOfFile(file))
            return [...unawaitedIn(file, checker)].map(
              ({ line, what }) => `${pathOfFile(file)}:${line} ${what}`,
            )
          }),
    )
    expect(read.sort()).toEqual([...trackedPaths().filter(mayImport), unwaited].sort())
    expect(found).toEqual([
      `${unwaited}:3 a promise that nobody waits for`,
      `${unwaited}:4 a promise that nobody waits for`,
      `${unwaited}:5 a promise as a condition`,
    ])
  })
})

const isCatalogue = (path: string) => path.startsWith('renderer/text/') || path === unsaid

// A word that no screen names: neither it nor what it is in as a whole.
describe('the words of the screens', () => {
  it('are all said somewhere, and each planted one that is not is reported', () => {
    const isScreen = (path: string) => path.startsWith('renderer/')
    const read: string[] = []
    const found = findInTypes('renderer/tsconfig.json', isScreen, screens, (files, checker) => {
      const own = files.filter((file) => isScreen(pathOfFile(file)))
      read.push(...own.map(pathOfFile))
      const catalogues = own.filter((file) => isCatalogue(pathOfFile(file)))
      return deadWords(catalogues, own, checker).map(({ what }) => what)
    })
    expect(read).toEqual(
      expect.arrayContaining(trackedPaths().filter((path) => /^renderer\/.*\.tsx?$/.test(path))),
    )
    expect(found).toEqual(['left', 'lost'])
  })
})
