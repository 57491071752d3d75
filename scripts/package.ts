import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as electronBuild, Platform } from 'electron-builder'
import { buildIfNeeded } from './build.ts'
import { keepCompiled } from './compiled.ts'
import { describeRuntime, type ElectronRuntime, electronRuntime } from './electron-runtime.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'

const release = join(root, 'release')

/**
 * Builds and packages what is older than its sources; returns the folder of the packaged application,
 * release/<platform>-unpacked.
 */
export async function packageApplication(runtime: ElectronRuntime): Promise<string> {
  await buildIfNeeded()
  const present = packagedFolder()
  if (present !== null && archiveAge(present) >= modifiedAt(join(root, 'dist', 'renderer', 'index.html')))
    return present
  await keepCompiled(runtime)
  console.log(`packaging with ${describeRuntime(runtime)}`)
  rmSync(release, { recursive: true, force: true })
  const distribution = withoutDefaultApp(runtime)
  try {
    await electronBuild({
      projectDir: root,
      targets: Platform.current().createTarget('dir'),
      config: {
        extends: join(root, 'electron-builder.yml'),
        electronDist: distribution,
        electronVersion: runtime.version,
      },
    })
  } finally {
    if (distribution !== runtime.dist) rmSync(distribution, { recursive: true, force: true })
  }
  const made = packagedFolder()
  if (made === null) throw new Error('the packager left no application')
  return made
}

function packagedFolder(): string | null {
  if (!existsSync(release)) return null
  const name = readdirSync(release).find((folder) => archiveAge(join(release, folder)) > 0)
  return name === undefined ? null : join(release, name)
}

const archiveAge = (folder: string) => modifiedAt(join(folder, 'resources', 'app.asar'))
const modifiedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** The registry's Electron carries a starter for unpackaged applications, which no package may hold. */
function withoutDefaultApp({ origin, dist }: ElectronRuntime): string {
  if (origin === 'electron') return dist
  const copy = mkdtempSync(join(tmpdir(), 'seances-electron-'))
  cpSync(dist, copy, { recursive: true, filter: (path) => path !== join(dist, 'resources', 'app') })
  return copy
}

if (import.meta.main) {
  requirePinnedNode()
  console.log(await packageApplication(await electronRuntime()))
}
