// Vite, preloads: one CommonJS file each, the only form that a sandboxed window accepts; they share nothing. And the first
// script of the other processes.
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: {
        preload: 'electron/preload.ts',
        'presenter-preload': 'electron/shell/presenter-preload.ts',
        entry: 'electron/loader/entry.ts',
      },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
})
