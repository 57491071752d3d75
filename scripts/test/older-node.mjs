// Lets a Node.js without vitest run our sources and tests as they are; given by `--import`, so no types here.
//
// The one inside an older Electron (20) strips no types. The types of every source were therefore stripped before, by the
// pinned Node.js, into one JSON file (address of the source → JavaScript); this hook hands them out. Vitest's name leads to
// our stand-in for it.
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

// The same file is registered as the hooks, which run on their own thread.
if (isMainThread) register(import.meta.url)

const vitest = new URL('vitest-on-node.ts', import.meta.url).href
const file = process.env.SEANCES_STRIPPED
/** @type {Record<string, string> | null} */
let stripped = null

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  return specifier === 'vitest' ? { url: vitest, shortCircuit: true } : next(specifier, context)
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (file === undefined || !url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  stripped ??= /** @type {Record<string, string>} */ (JSON.parse(readFileSync(file, 'utf8')))
  const source = stripped[url]
  if (source === undefined) throw new Error(`no stripped source of ${url}`)
  return { format: 'module', shortCircuit: true, source }
}
