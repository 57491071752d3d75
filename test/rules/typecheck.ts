import { join, relative } from 'node:path'
import ts from 'typescript'
import { root } from './tracked.ts'

/** Words and numbers alone: a compiled program takes more than a gigabyte, and nothing here holds it. */
export type Typecheck = {
  /** Our own files that were checked, from the checkout, planted ones left out. */
  readonly files: readonly string[]
  /** `path:line TSnnnn message`, planted files left out. */
  readonly errors: readonly string[]
  /** Error numbers by planted path. */
  readonly planted: Readonly<Record<string, readonly number[]>>
  /** What was found there besides. */
  readonly found: readonly string[]
  /** The file that the types of Electron come from. */
  readonly electron: string
}

/**
 * Compiles what `configPath` includes, and `plants` (path from the checkout → text) beside it, under the same options.
 * @param covers the files of ours that are checked here; the others are read for their types, and checked where they belong.
 * @param find looks for more in the compiled program: in the files that are checked, planted ones included.
 */
export function typecheck(
  configPath: string,
  covers: (path: string) => boolean,
  plants: Readonly<Record<string, string>> = {},
  find: (files: readonly ts.SourceFile[], checker: ts.TypeChecker) => readonly string[] = () => [],
): Typecheck {
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
    .filter(({ fileName }) => fileName.startsWith(root) && !fileName.includes('/node_modules/'))
    .filter(({ fileName }) => !virtual.has(fileName) && covers(relative(root, fileName)))
  const errors = [
    ...config.errors,
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => diagnosticsOf(program, file)),
  ]
  const planted = [...virtual.keys()].flatMap((path) => program.getSourceFile(path) ?? [])
  return {
    files: own.map(({ fileName }) => relative(root, fileName)).sort(),
    errors: [...new Set(errors.map(describe))],
    found: find([...own, ...planted], program.getTypeChecker()),
    electron:
      ts.resolveModuleName('electron', join(root, configPath), config.options, host).resolvedModule
        ?.resolvedFileName ?? '',
    planted: Object.fromEntries(
      [...virtual.keys()].map((path) => {
        const file = program.getSourceFile(path)
        const found = file === undefined ? [] : diagnosticsOf(program, file)
        return [relative(root, path), found.map(({ code }) => code)]
      }),
    ),
  }
}

function diagnosticsOf(program: ts.Program, file: ts.SourceFile): readonly ts.Diagnostic[] {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
}

function describe({ file, start, code, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)
  if (file === undefined) return `TS${code} ${message}`
  const { line } = file.getLineAndCharacterOfPosition(start ?? 0)
  return `${relative(root, file.fileName)}:${line + 1} TS${code} ${message}`
}
