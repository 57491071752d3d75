// Which test files reach a source file, nearest first. An import is a step; so is the name of a method, which leads to
// the file where its handler is: every contract test imports the whole core, and only what it calls says what it tries.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { contract } from '../../electron/contract/index.ts'

/** Where every handler or method is known: nothing is near for being behind it. */
const everything =
  /^(electron\/(features\/(by-table|core|data|handlers|internal-calls)|job|cli|main)\.ts$|test\/perf\/)/

/** Call every method in turn: they take long, and say of no result whether it is right. */
const walks = ['test/contract/read-again.test.ts']

/** More steps than there are between any two files otherwise. */
const FAR = 100

export type Reach = {
  /** Test files of the suites without a window, nearest first; a file that opens no core costs least, and goes before. */
  testsOf(path: string): string[]
}

export function reachOf(root: string, suites: readonly string[]): Reach {
  const paths = globSync(['electron/**/*.ts', 'test/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}'], { cwd: root })
  const texts = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const handlers = handlersByMethod(texts)
  const steps = new Map([...texts].map(([path, text]) => [path, stepsOf(path, text, texts, handlers)]))
  const back = new Map<string, string[]>()
  for (const [from, targets] of steps) for (const to of targets) back.set(to, [...(back.get(to) ?? []), from])
  const isTest = (path: string) =>
    /\.test\.tsx?$/.test(path) &&
    !walks.includes(path) &&
    suites.some((suite) => path.startsWith(`test/${suite}/`))
  const testsOf = (path: string) => {
    const distance = new Map([[path, 0]])
    const far: string[] = []
    const queue = [path]
    const walk = (at: string, cost: number) => {
      for (const from of back.get(at) ?? [])
        if (!distance.has(from)) {
          distance.set(from, (distance.get(at) ?? 0) + cost)
          ;(everything.test(from) ? far : queue).push(from)
        }
    }
    for (const at of queue) walk(at, 1)
    for (const at of far) walk(at, FAR)
    for (const at of queue) walk(at, 1)
    const words = new Set(path.replace(/\.ts$/, '').split(/[/-]/).slice(2))
    const near = (test: string) => {
      const named = test.split(/[/.-]/).filter((word) => words.has(word)).length
      return (distance.get(test) ?? 0) - named + (test.startsWith('test/unit/') ? 0 : 2)
    }
    return queue.filter(isTest).sort((a, b) => near(a) - near(b) || sizeOf(texts, a) - sizeOf(texts, b))
  }
  return { testsOf }
}

const sizeOf = (texts: ReadonlyMap<string, string>, path: string) => texts.get(path)?.length ?? 0

const methodNames = new Set(Object.keys(contract))

/** For each method the file of its handler, and those whose functions that handler calls by name. */
function handlersByMethod(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [path, text] of texts) {
    if (!path.startsWith('electron/features/') || everything.test(path)) continue
    const homes = homesOf(path, text)
    const rows = [...text.matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'\??\s*(?=[(:])/g)]
    for (const [rank, row] of rows.entries()) {
      const [, name = ''] = row
      if (!methodNames.has(name)) continue
      const body = text.slice(row.index, rows[rank + 1]?.index)
      const called = (body.match(/[a-zA-Z]+/g) ?? []).flatMap((word) => homes.get(word) ?? [])
      found.set(name, [path, ...called])
    }
  }
  return found
}

/** The files of ours that a file takes names from, by name. */
function homesOf(path: string, text: string): Map<string, string> {
  const homes = new Map<string, string>()
  for (const [, names = '', from = ''] of text.matchAll(/^import \{([^}]*)\} from '(\.[^']+)'/gm))
    for (const name of names.split(',')) homes.set(name.trim(), normalize(join(dirname(path), from)))
  return homes
}

function stepsOf(
  path: string,
  text: string,
  texts: ReadonlyMap<string, string>,
  handlers: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const found = new Set<string>()
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles)
    if (fileName.startsWith('.')) {
      const target = normalize(join(dirname(path), fileName))
      if (texts.has(target)) found.add(target)
    }
  for (const [, name = ''] of text.matchAll(/new URL\('([^']+\.ts)', import\.meta\.url\)/g))
    found.add(normalize(join(dirname(path), name)))
  if (path.startsWith('test/'))
    for (const [, name = ''] of text.matchAll(/['"`]([a-zA-Z]+\.[a-zA-Z]+)['"`]/g))
      for (const handler of handlers.get(name) ?? []) found.add(handler)
  return found
}
