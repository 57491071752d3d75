// Whether a changed file still compiles: what the compiler refuses needs no test.
import { join } from 'node:path'
import ts from 'typescript'

export type Compiler = {
  /** Whether `path` with this text has no error of types; `path` is as on the disk again afterwards. */
  accepts(path: string, text: string): boolean
}

export function compilerOf(root: string): Compiler {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'electron', 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    },
  })
  if (config === undefined) throw new Error('electron/tsconfig.json cannot be read')
  const changed = new Map<string, string>()
  const versions = new Map<string, number>()
  const service = ts.createLanguageService({
    getCompilationSettings: () => config.options,
    getScriptFileNames: () => config.fileNames,
    getScriptVersion: (path) => String(versions.get(path) ?? 0),
    getScriptSnapshot: (path) => {
      const text = changed.get(path) ?? ts.sys.readFile(path)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  })
  return {
    accepts(path, text) {
      const full = join(root, path)
      const touch = () => versions.set(full, (versions.get(full) ?? 0) + 1)
      changed.set(full, text)
      touch()
      const errors =
        service.getSyntacticDiagnostics(full).length + service.getSemanticDiagnostics(full).length
      changed.delete(full)
      touch()
      return errors === 0
    },
  }
}
