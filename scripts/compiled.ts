// What V8 compiles of the built code at a start, kept beside it (`code/*.v8`): made by a start on sample data, for one
// version of Electron on one platform, and made again for another. The application itself writes none: a shipped one is
// read-only and sealed, and what it would load from elsewhere would be outside of the seal.
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as viteBuild } from 'vite'
import preloadConfig from '../vite.preload.config.ts'
import { buildIfNeeded, processNames } from './build.ts'
import { withScreen } from './display.ts'
import { type ElectronRuntime, electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { giveFolder, spawnUnprivileged } from './unprivileged.ts'

const dist = join(root, 'dist')
const code = join(dist, 'code')
/** Says for which runtime it was made; gone with every build. */
const stamp = join(code, 'compiled-for')

/** As `compile`; a machine that cannot show a window does without, and says so. */
export async function keepCompiled(runtime: ElectronRuntime): Promise<void> {
  try {
    await compile(runtime)
  } catch (thrown) {
    console.log(`not compiled in advance, which costs each start some time: ${thrown}`)
  }
}

/** Makes it where it is missing or for another runtime. */
async function compile(runtime: ElectronRuntime): Promise<void> {
  const wanted = `Electron ${runtime.version}, ${process.platform} ${process.arch}`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-compiled-')))
  try {
    const into = giveFolder(join(home, 'into'))
    const application = await keepingApplication(home)
    const drive = join(import.meta.dirname, 'compiled', 'drive.ts')
    const child = spawnUnprivileged(withScreen([process.execPath, drive, application, into]), home, {
      ...runtimeEnvironment(runtime),
      SEANCES_ELECTRON: runtime.executable,
    })
    const [status] = await once(child, 'exit')
    if (status !== 0) throw new Error(`the start to be compiled ended with ${status}`)
    const made = join(into, 'code')
    // Written anew: the processes keep what they write to their owner.
    for (const name of readdirSync(made, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.v8')) writeFileSync(join(code, name), readFileSync(join(made, name)))
    writeFileSync(stamp, wanted)
    console.log(`compiled once for ${wanted}`)
  } finally {
    // Windows holds the files of a process for a moment after its end.
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** The build with first scripts that write; code and paths are those of the build. */
async function keepingApplication(home: string): Promise<string> {
  const folder = join(home, 'application')
  mkdirSync(folder)
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  cpSync(dist, join(folder, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.v8') })
  for (const name of ['node_modules', 'resources'])
    symlinkSync(join(root, name), join(folder, name), 'junction')
  const keeping = join(home, 'keeping')
  await viteBuild({
    ...preloadConfig,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...preloadConfig.build,
      outDir: keeping,
      rolldownOptions: {
        ...preloadConfig.build?.rolldownOptions,
        input: { entry: 'scripts/compiled/keeping-entry.ts' },
      },
    },
  })
  for (const name of processNames) cpSync(join(keeping, 'entry.cjs'), join(folder, 'dist', `${name}.cjs`))
  return folder
}

// For what is released, which does not do without.
if (import.meta.main) {
  requirePinnedNode()
  const runtime = await electronRuntime()
  if (runtime.origin !== 'electron')
    throw new Error(`Electron ${runtime.version} is not what is released: what it compiles would be refused`)
  await buildIfNeeded()
  await compile(runtime)
}
