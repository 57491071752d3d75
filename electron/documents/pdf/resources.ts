// Resources: where the templates and fonts lie, and their bytes.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontCoverage } from './coverage.ts'

export type TypstResources = {
  /** Template name ("minutes.typ") → source. */
  templates: ReadonlyMap<string, Buffer>
  fonts: readonly Buffer[]
  /** Characters that every face of the text font can draw. */
  covered: ReadonlySet<number>
}

/** The folder given, else SEANCES_RESOURCES (set by the packaged application), else the one of the sources. */
export function resourcesFolder(given?: string): string {
  return given ?? process.env.SEANCES_RESOURCES ?? join(import.meta.dirname, '../../../resources')
}

/** Reads through Node, so that it works inside an asar archive, which native code cannot open. */
export function loadResources(folder: string): TypstResources {
  const filesIn = (name: string, extension: string) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(extension))
      .sort()
  const templates = new Map(
    filesIn('typst', '.typ').map((file) => [file, readFileSync(join(folder, 'typst', file))]),
  )
  const fontFiles = filesIn('fonts', '.ttf')
  const fonts = fontFiles.map((file) => readFileSync(join(folder, 'fonts', file)))
  const textFaces = fonts.filter((_, index) => fontFiles[index]?.startsWith('SourceSans3_'))
  const [first, ...others] = textFaces.map(fontCoverage)
  const covered = new Set([...(first ?? [])].filter((code) => others.every((set) => set.has(code))))
  return { templates, fonts, covered }
}
