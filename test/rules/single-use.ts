import type { IModule } from 'dependency-cruiser'
import ts from 'typescript'
import { parse } from './syntax.ts'

/** A longer file is worth its place, whoever imports it. */
const SHORT_LINES = 60

/**
 * Short files that only one file of their own folder imports, and no test: most would be read sooner inside that one.
 * What is imported when it is needed has to be a file, and so have acts; migrations are numbered; a file of mere exports is
 * a door, and what goes out by a door is imported by others.
 */
export function singleUse(modules: readonly IModule[], read: (path: string) => string): string[] {
  const importers = new Map<string, { from: string; isLate: boolean }[]>()
  for (const { source, dependencies } of modules)
    for (const { resolved, dynamic } of dependencies)
      importers.set(resolved, [...(importers.get(resolved) ?? []), { from: source, isLate: dynamic }])
  return modules
    .map(({ source }) => source)
    .filter((path) => /^(electron|renderer)\/.*\.tsx?$/.test(path) && !/\/migrations\/|-acts\.ts$/.test(path))
    .filter((path) => {
      const by = importers.get(path) ?? []
      const [first] = by
      if (first === undefined || by.some(({ from, isLate }) => isLate || from !== first.from)) return false
      if (folderOf(path) !== folderOf(first.from) || isDoor(first.from, read(first.from))) return false
      const text = read(path)
      return text.split('\n').length <= SHORT_LINES + 1 && !isDoor(path, text)
    })
    .sort()
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

const isDoor = (path: string, text: string) => parse(path, text).statements.every(ts.isExportDeclaration)
