import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'

/** LibreOffice as somebody else starts it: with a profile of its own, in a folder that is taken away. */
export class Office {
  readonly folder = mkdtempSync(join(tmpdir(), 'seances-office-'))

  /** @param as extension and filter: "docx:MS Word 2007 XML" */
  converted(name: string, bytes: Uint8Array, as: string): Buffer {
    const out = mkdtempSync(join(this.folder, 'out-'))
    writeFileSync(join(this.folder, name), bytes)
    const profile = pathToFileURL(join(this.folder, 'profile')).href
    const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', as, '--outdir', out]
    const { status, stderr } = spawnSync('soffice', [...args, join(this.folder, name)], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return readFileSync(join(out, `${parse(name).name}.${as.split(':')[0]}`))
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
