import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { AppError } from '../contract/errors.ts'
import { resourcesFolder } from './pdf/resources.ts'

/** Pixels of the longer side: 10 cm on paper at 300 dots per inch. */
const LONGER_SIDE = 1200

let ready: Promise<{ fonts: Uint8Array[] }> | undefined

/** The engine is WebAssembly: no native code, no file and no address can be reached from a drawing. */
async function prepare(): Promise<{ fonts: Uint8Array[] }> {
  const { resolve } = createRequire(import.meta.url)
  await initWasm(new Uint8Array(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  const folder = join(resourcesFolder(), 'fonts')
  const faces = (await readdir(folder)).filter((name) => /^SourceSans3_.*\.ttf$/.test(name)).sort()
  return { fonts: await Promise.all(faces.map((name) => readFile(join(folder, name)))) }
}

/**
 * A drawing as a PNG on a transparent ground; the same drawing gives the same bytes.
 * @param bytes an svg that imports/logo has cleaned.
 * @throws AppError `file-damaged` when it cannot be drawn.
 */
export async function rasterised(
  bytes: Uint8Array,
): Promise<{ png: Uint8Array; width: number; height: number }> {
  ready ??= prepare()
  const { fonts } = await ready
  try {
    const asDrawn = new Resvg(bytes)
    const mode = asDrawn.width >= asDrawn.height ? 'width' : 'height'
    asDrawn.free()
    const drawing = new Resvg(bytes, {
      fitTo: { mode, value: LONGER_SIDE },
      font: { fontBuffers: fonts, defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
    })
    const image = drawing.render()
    const { width, height } = image
    const png = image.asPng()
    image.free()
    drawing.free()
    return { png, width, height }
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
}
