import { join, relative } from 'node:path'
import ts from 'typescript'
import { root } from './tracked.ts'

export type Typecheck = {
  /** Our own files that were compiled, from the checkout, planted ones left out. */
  readonly files: readonly string[]
  /** `path:line TSnnnn message`, planted files left out. */
  readonly errors: readonly string[]
  /** Error numbers by planted path. */
  readonly planted: Readonly<Record<string, readonly number[]>>
}

/** Compiles what `configPath` includes, and `plants` (path from the checkout → text) beside it, under the same options. */
export function typecheck(configPath: string, plants: Readonly<Record<string, string>> = {}): Typecheck {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, configPath), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
    },
  })
  if (config === undefined) throw new Error(`${configPath} cannot be read`)
  const virtual = new Map(Object.entries(plants).map(([path, text]) => [join(root, path), text]))
  const host = ts.createCompilerHost(config.options)
  const { fileExists, readFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? readFile(path)
  const { getSourceFile } = host
  host.getSourceFile = (path, language, ...rest) => {
    const text = virtual.get(path)
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language)
  }
  const program = ts.createProgram([...config.fileNames, ...virtual.keys()], config.options, host)
  const own = program
    .getSourceFiles()
    .map(({ fileName }) => fileName)
    .filter((path) => path.startsWith(root) && !path.includes('/node_modules/') && !virtual.has(path))
  const diagnostics = [...config.errors, ...ts.getPreEmitDiagnostics(program)]
  const isPlanted = (diagnostic: ts.Diagnostic) => virtual.has(diagnostic.file?.fileName ?? '')
  return {
    files: own.map((path) => relative(root, path)).sort(),
    errors: diagnostics.filter((diagnostic) => !isPlanted(diagnostic)).map(describe),
    planted: Object.fromEntries(
      [...virtual.keys()].map((path) => [
        relative(root, path),
        diagnostics.filter(({ file }) => file?.fileName === path).map(({ code }) => code),
      ]),
    ),
  }
}

function describe({ file, start, code, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)
  if (file === undefined) return `TS${code} ${message}`
  const { line } = file.getLineAndCharacterOfPosition(start ?? 0)
  return `${relative(root, file.fileName)}:${line + 1} TS${code} ${message}`
}
