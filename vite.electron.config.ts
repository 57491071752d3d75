// Vite, privileged side: main, core and job as one CommonJS file each for the Node.js inside Electron, with what they load
// later as further ones, self-contained but for native modules: the form that electron/loader runs with what V8 compiled
// before. The command line by itself too, as ES modules: tests start it again and again; what is shipped
// has it in the core.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { contract } from './electron/contract/index.ts'

type RolldownOptions = NonNullable<NonNullable<UserConfig['build']>['rolldownOptions']>

/** Oldest runtime that runs this: Electron 33 (Node.js 20.18, Chromium 130). */
const nodeTarget = 'node20.18'
/** Not bundled: Electron itself, the two packages that load native code, and those that read WebAssembly or words beside them. */
const external = [
  'electron',
  'better-sqlite3',
  '@resvg/resvg-wasm',
  'hunspell-wasm',
  'dictionary-fr',
  /^@myriaddreamin\/typst-ts-node-compiler/,
]

/**
 * Hash of the style element that React Aria adds to the page, the one inline style that the policy allows.
 * Read from its source, so that an update that changes the style changes the hash, or fails the build.
 */
export function pressStyleHash(): string {
  const resolve = createRequire(import.meta.url).resolve
  const folder = dirname(resolve('react-aria/package.json'))
  const source = readFileSync(join(folder, 'dist', 'private', 'interactions', 'usePress.mjs'), 'utf8')
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1]
  const template = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1]
  if (attribute === undefined || template === undefined)
    throw new Error('React Aria writes its press style in another way now: look at usePress and adapt this')
  const style = template.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim()
  if (style.includes('${')) throw new Error('the press style of React Aria holds an unknown variable')
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}

/**
 * PDF.js looks for a canvas of 35 MB as soon as it is loaded, and warns thrice where there is none. Text is read without
 * one, and no page is drawn on this side. Fails the build once the words are gone, because then this can go too.
 */
const withoutCanvas: Plugin = {
  name: 'without-canvas',
  enforce: 'pre',
  transform: (code, id) => {
    if (!/\/pdfjs-dist\/legacy\/build\/pdf\.mjs$/.test(id)) return null
    const looks =
      /try \{\s*canvas = require\("@napi-rs\/canvas"\);\s*\} catch \(ex\) \{\s*warn\(`Cannot load [^\n]*\s*\}/
    const warns = /else \{\s*warn\("Cannot polyfill `\w+`, rendering may be broken\."\);\s*\}/g
    if (!looks.test(code) || code.match(warns)?.length !== 2)
      throw new Error('PDF.js looks for a canvas in another way now')
    return { code: code.replace(looks, '').replaceAll(warns, ''), map: null }
  },
}

const methodKinds = Object.fromEntries(Object.entries(contract).map(([name, { kind }]) => [name, kind]))

const privileged = (name: string, output: NonNullable<RolldownOptions['output']>): UserConfig =>
  defineConfig({
    publicDir: false,
    plugins: [withoutCanvas],
    define: { PRESS_STYLE_HASH: JSON.stringify(pressStyleHash()), METHOD_KINDS: JSON.stringify(methodKinds) },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: nodeTarget,
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { input: { [name]: `electron/${name}.ts` }, external, output },
    },
  })

/** Main, core or job, built by itself: none carries what only another needs. */
export const processConfig = (name: string): UserConfig =>
  privileged(name, {
    format: 'cjs',
    entryFileNames: 'code/[name].cjs',
    chunkFileNames: 'code/parts/[name]-[hash].cjs',
  })

export const commandLineConfig: UserConfig = privileged('cli', {
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'shared/[name]-[hash].js',
})
