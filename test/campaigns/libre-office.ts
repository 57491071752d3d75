import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0
const isHere = () => runs('soffice', '--version')

/** Whether LibreOffice is here; on a Debian where we are root it is fetched, quietly. */
export function libreOfficeIsHere(say: (line: string) => void): boolean {
  if (isHere()) return true
  if (process.getuid?.() !== 0 || !runs('apt-get', '--version')) return false
  say('installing LibreOffice')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  for (const name of ['libreoffice-writer-nogui', 'libreoffice-writer'])
    if (!isHere()) apt('install', '-y', '--no-install-recommends', name)
  return isHere()
}

/**
 * Files as LibreOffice understands them, by their names without extension: each as an OpenDocument text in one XML file.
 * @param paths files of one format.
 * @param folder its own, made by LibreOffice.
 */
export function readByLibreOffice(paths: readonly string[], folder: string): Map<string, string> {
  const profile = pathToFileURL(`${folder}-profile`).href
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'fodt', '--outdir', folder, ...paths],
    { encoding: 'utf8', timeout: 600_000 },
  )
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
  return new Map(
    readdirSync(folder).map((name) => [
      name.replace(/\.fodt$/, ''),
      readFileSync(join(folder, name), 'utf8'),
    ]),
  )
}
