import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allScripts, FIRST_SCREEN_BYTES, firstScreenBytes, firstScreenFault } from '../../scripts/chunks.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-chunks-'))
  mkdirSync(join(folder, '.vite'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Script = { bytes: number; imports?: string[]; dynamicImports?: string[] }

/** A build of these scripts, by their names; the page's own is `index`. */
function built(scripts: Record<string, Script>): void {
  const manifest = Object.entries(scripts).map(([name, { bytes, imports, dynamicImports }]) => {
    writeFileSync(join(folder, `${name}.js`), 'x'.repeat(bytes))
    return [
      name === 'index' ? 'index.html' : `_${name}.js`,
      { file: `${name}.js`, name, imports, dynamicImports },
    ]
  })
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(Object.fromEntries(manifest)))
}

const half = FIRST_SCREEN_BYTES / 2

describe('what the first screen loads', () => {
  it('is its own script and what that imports, each once; React and what is loaded later are apart', () => {
    built({
      index: { bytes: half, imports: ['_react.js', '_frame.js'], dynamicImports: ['_editor.js'] },
      frame: { bytes: half - 1, imports: ['_react.js', '_index.html'] },
      react: { bytes: 250_000 },
      editor: { bytes: 500_000 },
    })
    expect(firstScreenBytes(folder)).toBe(FIRST_SCREEN_BYTES - 1)
    expect(firstScreenFault(folder)).toBeNull()
    expect(allScripts(folder)[0]).toEqual({ name: 'editor', bytes: 500_000 })
  })

  it('is reported when it is more than it may be, and of what', () => {
    built({
      index: { bytes: half, imports: ['_menu.js'] },
      menu: { bytes: half + 1_000 },
    })
    expect(firstScreenFault(folder)).toMatch(/^121 kB .* at most 120 kB: index 60 kB, menu 61 kB$/)
  })
})
