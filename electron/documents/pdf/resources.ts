import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontCoverage } from './coverage.ts'

/**
 * Characters that all faces of a family can draw, for each family of the text in the order in which Typst tries them.
 * A sign and its marks must all be of one family.
 */
export type Coverage = readonly ReadonlySet<number>[]

export type TypstResources = {
  /** Template name ("minutes.typ") → source. */
  templates: ReadonlyMap<string, Buffer>
  fonts: readonly Buffer[]
  covered: Coverage
}

/** Files of the families that set text, as `sans` of house.typ names them. */
const textFamilies = ['SourceSans3', 'IBMPlexSansArabic', 'NotoSansHebrew'] as const

/** The folder given, else SEANCES_RESOURCES (set by the packaged application), else the one of the sources. */
export function resourcesFolder(given?: string): string {
  return given ?? process.env.SEANCES_RESOURCES ?? join(import.meta.dirname, '../../../resources')
}

/** Reads through Node, so that it works inside an asar archive, which native code cannot open. */
export function loadResources(folder: string): TypstResources {
  const templates = new Map(
    filesIn(folder, 'typst', '.typ').map((file) => [file, readFileSync(join(folder, 'typst', file))]),
  )
  const fonts = [...fontsIn(folder).values()]
  return { templates, fonts, covered: coverageIn(folder) }
}

let known: { folder: string; covered: Coverage } | undefined

/** Characters that the fonts of a folder can draw; read once. */
export function coverageIn(folder: string): Coverage {
  if (known?.folder === folder) return known.covered
  const fonts = [...fontsIn(folder)]
  const covered = textFamilies.map((family) => {
    const faces = fonts.filter(([file]) => file.startsWith(`${family}_`))
    const [first, ...others] = faces.map(([, font]) => fontCoverage(font))
    return new Set([...(first ?? [])].filter((code) => others.every((set) => set.has(code))))
  })
  known = { folder, covered }
  return covered
}

function fontsIn(folder: string): Map<string, Buffer> {
  return new Map(
    filesIn(folder, 'fonts', '.ttf').map((file) => [file, readFileSync(join(folder, 'fonts', file))]),
  )
}

function filesIn(folder: string, name: string, extension: string): string[] {
  return readdirSync(join(folder, name))
    .filter((file) => file.endsWith(extension))
    .sort()
}
