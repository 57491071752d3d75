import * as electron from 'electron'
import type { Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'

export async function copyChart(
  core: CoreHost,
  which: Parsed<'yearlyReport.copyChart'>,
): Promise<Envelope<Record<string, never>>> {
  const drawn = await core.internal('chartBytes', which)
  if (!drawn.ok) return drawn
  const { bytes } = drawn.value
  if (which.format === 'svg') await electron.clipboard.writeText(new TextDecoder().decode(bytes))
  else await writePicture(Buffer.from(bytes))
  return { ok: true, value: {} }
}

/** Electron 33 takes pictures of its own kind; later ones have the clipboard of the web. One source serves both. */
async function writePicture(png: Buffer<ArrayBuffer>): Promise<void> {
  const board: object = electron.clipboard
  if (takesImages(board)) {
    board.writeImage(electron.nativeImage.createFromBuffer(png))
    return
  }
  const Item: unknown = Reflect.get(electron, 'ClipboardItem')
  if (!takesItems(board) || typeof Item !== 'function') throw new Error('the clipboard takes no picture')
  const item: unknown = Reflect.construct(Item, [{ 'image/png': new Blob([png], { type: 'image/png' }) }])
  await board.write([item])
}

const takesImages = (board: object): board is { writeImage(image: electron.NativeImage): void } =>
  'writeImage' in board
const takesItems = (board: object): board is { write(items: readonly unknown[]): Promise<void> } =>
  'write' in board
