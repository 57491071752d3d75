// Lets the Node.js inside an older Electron run our sources and tests as they are; given by `--import`, so no types here.
//
// That Node.js (20) strips no types. The types of every source were therefore stripped before, by the pinned Node.js, into one
// JSON file (address of the source → JavaScript); this hook hands them out, and vitest's name leads to our stand-in for it.
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

/** @typedef {{ vitest: string, sources: Record<string, string> }} Stripped */

// The same file is registered as the hooks, which run on their own thread.
if (isMainThread) register(import.meta.url)

/** @type {Stripped | null} */
let stripped = null
function given() {
  const file = process.env.SEANCES_STRIPPED
  if (file === undefined) throw new Error('SEANCES_STRIPPED names no file of stripped sources')
  stripped ??= /** @type {Stripped} */ (JSON.parse(readFileSync(file, 'utf8')))
  return stripped
}

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier === 'vitest') return { url: given().vitest, shortCircuit: true }
  return next(specifier, context)
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const source = given().sources[url]
  if (source === undefined) throw new Error(`no stripped source of ${url}`)
  return { format: 'module', shortCircuit: true, source }
}
