import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0
export const isHere = () => runs('soffice', '--version')

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

/** What LibreOffice writes each format as. */
const filters = { docx: 'MS Word 2007 XML', odt: 'writer8' } as const

/**
 * A file after somebody has opened it in LibreOffice, put one word in place of another, and saved it in its format. Changes
 * are recorded where the file asks for it, and nowhere else.
 * @param folder empty.
 */
export function editedByLibreOffice(
  bytes: Uint8Array,
  format: keyof typeof filters,
  { folder, before, after }: { folder: string; before: string; after: string },
): Uint8Array {
  const [from, to] = [join(folder, `before.${format}`), join(folder, `after.${format}`)]
  writeFileSync(from, bytes)
  const basic = `
    Sub Main
      Dim hidden(0) As New com.sun.star.beans.PropertyValue
      hidden(0).Name = "Hidden"
      hidden(0).Value = True
      Dim document As Object
      document = StarDesktop.loadComponentFromURL("${pathToFileURL(from).href}", "_blank", 0, hidden())
      Dim search As Object
      search = document.createReplaceDescriptor()
      search.SearchString = "${before}"
      search.ReplaceString = "${after}"
      search.SearchCaseSensitive = True
      document.replaceAll(search)
      Dim filter(0) As New com.sun.star.beans.PropertyValue
      filter(0).Name = "FilterName"
      filter(0).Value = "${filters[format]}"
      document.storeToURL("${pathToFileURL(to).href}", filter())
      document.close(True)
      StarDesktop.terminate()
    End Sub`
  const profile = join(folder, 'profile')
  const office = (...args: string[]) => {
    const { status, stderr } = spawnSync(
      'soffice',
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args],
      { encoding: 'utf8', timeout: 180_000 },
    )
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
  }
  // Its first start makes the library that holds the macros of its own profile, with one module in it.
  office('--terminate_after_init')
  const escaped = basic.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  writeFileSync(
    join(profile, 'user', 'basic', 'Standard', 'Module1.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped}</script:module>`,
  )
  office('macro:///Standard.Module1.Main')
  return readFileSync(to)
}
