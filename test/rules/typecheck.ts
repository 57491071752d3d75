import { spawnSync } from 'node:child_process'
import { realpathSync, symlinkSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { inPlantedTree } from './planted-tree.ts'
import { root } from './tracked.ts'

export type Typecheck = {
  /** Our own files that were compiled, from the checkout, planted ones left out. */
  readonly files: readonly string[]
  /** `path:line TSnnnn message`, planted files left out. */
  readonly errors: readonly string[]
  /** Error numbers by path, of each planted file that was compiled. */
  readonly planted: Readonly<Record<string, readonly number[]>>
  /** The files that the types of Electron come from. */
  readonly electron: readonly string[]
}

type Plants = Readonly<Record<string, string>>

/** TypeScript 7 compiles in a third of the time; its predecessor is still what reads trees and types for the rules. */
const native = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc')

/** Compiles what `configPath` includes, and `plants` (path from the checkout → text) beside it, under the same options. */
export function typecheck(configPath: string, plants: Plants = {}): Promise<Typecheck> {
  const config = { extends: join(root, configPath), files: Object.keys(plants) }
  return inPlantedTree({ ...plants, 'tsconfig.json': JSON.stringify(config) }, (made) => {
    const folder = realpathSync(made)
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    // Several checkers would each work out the types that they share: twice the work, on two processors no sooner done.
    const flags = ['--noEmit', '--pretty', 'false', '--listFiles', '--checkers', '1']
    const { stdout, stderr, status } = spawnSync(process.execPath, [native, '-p', folder, ...flags], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      // Go, in which it is written, collects less often.
      env: { ...process.env, GOGC: '300' },
    })
    // 1 and 2: there are errors, which are read below.
    if (status === null || status > 2)
      throw new Error(`the compiler ended with ${status}: ${stdout.slice(-2000)}${stderr}`)
    const lines = stdout.split(/\r?\n/).filter((line) => line !== '')
    const isPath = (line: string) => /^(?:\/|[A-Za-z]:[\\/])\S.*\.(?:[cm]?[jt]sx?|json)$/.test(line)
    const compiled = new Set(lines.filter(isPath))
    const planted = new Map(
      Object.keys(plants).flatMap((path): [string, number[]][] =>
        compiled.has(join(folder, path)) ? [[path, []]] : [],
      ),
    )
    const errors: string[] = []
    // What is indented goes on with the message above it.
    for (const line of lines.filter((one) => !isPath(one) && !/^\s/.test(one))) {
      const [, path = '', at = '', code = '', message = ''] =
        /^(?:(.+?)\((\d+),\d+\): )?error TS(\d+): (.*)$/.exec(line) ?? []
      const codes = planted.get(relative(folder, resolve(folder, path)))
      if (path !== '' && codes !== undefined) codes.push(Number(code))
      else if (code === '') errors.push(line)
      else if (path === '') errors.push(`TS${code} ${message}`)
      else errors.push(`${relative(root, resolve(folder, path))}:${at} TS${code} ${message}`)
    }
    return {
      files: [...compiled]
        .filter((path) => path.startsWith(root) && !path.includes('/node_modules/'))
        .map((path) => relative(root, path))
        .sort(),
      errors,
      planted: Object.fromEntries(planted),
      electron: [...compiled].filter((path) => /electron[^/]*\/electron\.d\.ts$/.test(path)),
    }
  })
}

/**
 * Looks for more than errors in the types of our own files: of those that `isRoot` says, of what they import, and of `plants`
 * beside them, under the options of `configPath`.
 */
export function findInTypes(
  configPath: string,
  isRoot: (path: string) => boolean,
  plants: Plants,
  find: (files: readonly ts.SourceFile[], checker: ts.TypeChecker) => readonly string[],
): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, configPath), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
    },
  })
  if (config === undefined) throw new Error(`${configPath} cannot be read`)
  const virtual = new Map(Object.entries(plants).map(([path, text]) => [join(root, path), text]))
  const host = ts.createCompilerHost(config.options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const text = virtual.get(path)
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language)
  }
  const roots = config.fileNames.filter((path) => isRoot(relative(root, path)))
  const program = ts.createProgram([...roots, ...virtual.keys()], config.options, host)
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(root) && !fileName.includes('/node_modules/'))
  return find(own, program.getTypeChecker())
}
