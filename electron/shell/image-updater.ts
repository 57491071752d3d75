import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppImageUpdater } from 'electron-updater'
import { ownImage } from './update-host.ts'

/**
 * The library takes the image that runs away first, and does not look again at what it fetched. Here the new one lies whole
 * beside the old one before it takes its place.
 */
export class ImageUpdater extends AppImageUpdater {
  protected override doInstall(): boolean {
    const image = ownImage()
    const fetched = this.installerPath
    const sum = this.downloadedUpdateHelper?.downloadedFileInfo?.sha512
    if (image === null || fetched === null || sum === undefined)
      throw new Error('there is no image that runs, or none that was fetched')
    const place = placeOf(image, fetched)
    const beside = join(dirname(image), `.${randomUUID()}.tmp`)
    try {
      copyFileSync(fetched, beside)
      if (createHash('sha512').update(readFileSync(beside)).digest('base64') !== sum)
        throw new Error('what was fetched is not what was offered')
      chmodSync(beside, 0o755)
      flush(beside)
      renameSync(beside, place)
    } catch (thrown) {
      rmSync(beside, { force: true })
      throw thrown
    }
    if (place !== image) unlinkSync(image)
    const environment = { ...process.env, APPIMAGE: place, APPIMAGE_SILENT_INSTALL: 'true' }
    this.spawnLog(place, [], environment).catch((thrown: Error) => this.dispatchError(thrown))
    return true
  }
}

/** A name that says a version says the new one from now on; any other is somebody's own, and stays. */
function placeOf(image: string, fetched: string): string {
  return /\d+\.\d+\.\d+/.test(basename(image)) ? join(dirname(image), basename(fetched)) : image
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
