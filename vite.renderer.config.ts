// Vite, window: an ordinary web page for the Chromium inside Electron; what a screen does not need at once is loaded on first use.
import react from '@vitejs/plugin-react'
import type { Plugin, UserConfig } from 'vite'

/** React Aria brings its words in 34 languages; the window speaks one, and English is its own fallback. */
const frenchOnly: Plugin = {
  name: 'french-only',
  enforce: 'pre',
  load: (id) =>
    /\/(react-aria|react-stately)\/dist\/private\/intl\/.*\/(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
      ? 'export default {}'
      : null,
}

/**
 * React Aria empties its spoken messages with `innerHTML = ''`, which trusted types refuse: a date field then takes the
 * whole screen down with it. Fails the build once the words are gone, because then this can go too.
 */
const trustedAnnouncer: Plugin = {
  name: 'trusted-announcer',
  enforce: 'pre',
  transform: (code, id) => {
    if (!/\/react-aria\/dist\/private\/live-announcer\/LiveAnnouncer\.mjs$/.test(id)) return null
    if (!code.includes(".innerHTML = ''"))
      throw new Error('React Aria empties its messages in another way now')
    return { code: code.replaceAll(".innerHTML = ''", ".textContent = ''"), map: null }
  },
}

/**
 * Icons are drawn by a component of ours: lucide's own is larger than a screen, and slower. Fails the build where it makes
 * its icons in another way.
 */
const lightIcons: Plugin = {
  name: 'light-icons',
  enforce: 'pre',
  transform: (code, id) => {
    if (!/\/lucide-react\/dist\/esm\/icons\/[^/]+\.mjs$/.test(id)) return null
    // Another name of an icon.
    if (!code.includes('createLucideIcon')) return null
    const node =
      /^ {2}node: (\[[\s\S]+?\n {2}\])/m.exec(code)?.[1] ?? /^ {2}node: (\[\[.+\]\]),?$/m.exec(code)?.[1]
    if (node === undefined) throw new Error(`the lines of ${id} are written in another way now`)
    return {
      code: `import { shape } from '/ui/shape.ts'\nexport default /* @__PURE__ */ shape(${node.replace(/,\s+key: "\w+"/g, '')})`,
      map: null,
    }
  },
}

/** Screens have no styles and no scripts of their own that must come before them: what loads them is the plain import. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null),
}

/**
 * @param frame modules that the first script needs at once, known from a build before: they become one file, because each
 * file more is a request more before anything shows.
 */
export const rendererConfig = (frame: ReadonlySet<string>): UserConfig => ({
  root: 'renderer',
  base: '/',
  publicDir: false,
  plugins: [frenchOnly, trustedAnnouncer, lightIcons, plainImports, react()],
  build: {
    target: 'chrome130',
    outDir: '../dist/renderer',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // Inlined assets would be data: addresses, which the policy allows for pictures only.
    assetsInlineLimit: 0,
    // A screen's files name those that they need: lists of them for each screen would be a tenth of the first script.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      // A door (index.ts) brings along only what is asked of it.
      treeshake: { moduleSideEffects: (id) => !/\/renderer\/(features|parts)\//.test(id) },
      input: { index: 'renderer/index.html', presenter: 'renderer/presenter.html' },
      output: {
        codeSplitting: {
          groups: [
            // Apart from the start, which does without it and tells it of the policy (renderer/api/no-code-from-text.ts).
            { name: 'zod', test: /node_modules\/zod\// },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'frame', test: (id) => frame.has(id) },
          ],
        },
      },
    },
  },
})
