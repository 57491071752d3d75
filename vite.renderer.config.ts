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
 * @param frame modules that the first script needs at once, known from a build before: they become one file, because each
 * file more is a request more before anything shows.
 */
export const rendererConfig = (frame: ReadonlySet<string>): UserConfig => ({
  root: 'renderer',
  base: '/',
  publicDir: false,
  plugins: [frenchOnly, trustedAnnouncer, react()],
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
