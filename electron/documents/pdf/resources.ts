import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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

/**
 * Code points that a font has a glyph for.
 * @param font bytes of a TrueType file with a Unicode character map of format 4 or 12 (OpenType, `cmap` table).
 */
function fontCoverage(font: Buffer): Set<number> {
  const covered = new Set<number>()
  const tables = font.readUInt16BE(4)
  for (let t = 0; t < tables; t += 1) {
    const entry = 12 + t * 16
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(entry + 8)
    const maps = font.readUInt16BE(cmap + 2)
    for (let i = 0; i < maps; i += 1) {
      const map = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
      const format = font.readUInt16BE(map)
      if (format === 4) addSegments(font, map, covered)
      if (format === 12) addGroups(font, map, covered)
    }
  }
  return covered
}

function addSegments(font: Buffer, map: number, covered: Set<number>): void {
  const bytes = font.readUInt16BE(map + 6)
  for (let s = 0; s < bytes; s += 2) {
    const end = font.readUInt16BE(map + 14 + s)
    const start = font.readUInt16BE(map + 16 + bytes + s)
    const delta = font.readUInt16BE(map + 16 + bytes * 2 + s)
    const offsetAt = map + 16 + bytes * 3 + s
    const offset = font.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph =
        offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + (code - start) * 2)
      if (glyph !== 0) covered.add(code)
    }
  }
}

function addGroups(font: Buffer, map: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(map + 12)
  for (let g = 0; g < groups; g += 1) {
    const at = map + 16 + g * 12
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) covered.add(code)
  }
}
