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
 * Files as LibreOffice understands them, by their names without extension: each as an OpenDocument text in one XML file, or
 * as the plain lines that a reader sees, numbers of lists included.
 * @param paths files of one format.
 * @param folder its own, made by LibreOffice.
 */
export function readByLibreOffice(
  paths: readonly string[],
  folder: string,
  as: 'fodt' | 'txt:Text (encoded):UTF8' = 'fodt',
): Map<string, string> {
  const profile = pathToFileURL(`${folder}-profile`).href
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', as, '--outdir', folder, ...paths],
    { encoding: 'utf8', timeout: 600_000 },
  )
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
  return new Map(
    readdirSync(folder).map((name) => [
      name.replace(/\.(?:fodt|txt)$/, ''),
      readFileSync(join(folder, name), 'utf8'),
    ]),
  )
}

const replacing = (after: string) => `
      search.ReplaceString = "${after}"
      document.replaceAll(search)`
const putIn = (added: string) => `
      Dim found As Object
      found = document.findFirst(search)
      Do While Not IsNull(found)
        found.getText().insertString(found.getStart(), "${added}" & Chr(13), False)
        found = document.findNext(found.getEnd(), search)
      Loop`

/** What LibreOffice writes each format as. */
const filters = { docx: 'MS Word 2007 XML', odt: 'writer8' } as const

/**
 * A file after somebody has opened it in LibreOffice, put one word in place of another or a paragraph like it before each
 * that begins with it, and saved it in its format. Changes are recorded where the file asks for it, and nowhere else.
 * @param folder empty, or of another file.
 */
export function editedByLibreOffice(
  bytes: Uint8Array,
  format: keyof typeof filters,
  {
    folder,
    ...edit
  }: { folder: string } & ({ before: string; after: string } | { before: string; added: string }),
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
      search.SearchString = "${edit.before}"
      search.SearchCaseSensitive = True
      ${'after' in edit ? replacing(edit.after) : putIn(edit.added)}
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
