import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { gunzipSync } from 'fflate'
import { z } from 'zod'
import { AppError } from '../../contract/errors.ts'

const Box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() })
const Line = z.object({
  bbox: Box,
  baseline: Box,
  rowAttributes: z.object({ rowHeight: z.number() }),
  words: z.array(z.object({ text: z.string(), confidence: z.number(), bbox: Box })),
})
/** Dots from the top left corner, words with how sure they are, from 0 to 100. */
export type RecognisedLine = z.infer<typeof Line>

/** What Tesseract writes of a page. */
const Recognised = z.object({
  blocks: z
    .array(z.object({ paragraphs: z.array(z.object({ lines: z.array(Line) })) }).nullable())
    .nullable()
    .default([]),
})

/** Of the program compiled to WebAssembly (github.com/naptha/tesseract.js-core) what is called here. */
type Core = {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void }
  readonly TessBaseAPI: new () => {
    Init(folder: null, language: string, engine: number): number
    SetVariable(name: string, value: string): void
    /** @param orientation as EXIF numbers it; @param angle radians; returns 1 of what is no picture */
    SetImageFile(orientation: number, angle: number): number
    FindLines(): void
    GetGradient(): number
    Recognize(monitor: null): number
    GetJSONText(page: number): string
  }
}
type LoadCore = (options: { print(line: string): void; printErr(line: string): void }) => Promise<Core>

/** The engine that reads by a net of neurons alone (`OEM_LSTM_ONLY`). */
const LSTM = 1
/** The page is cut into its columns (`PSM_AUTO`). */
const COLUMNS = '3'
/** Slanted by less, lines are read as they are; by more, a picture of them is no page. Radians. */
const [LEAST_SLANT, MOST_SLANT] = [0.003, 0.2]

export type Recogniser = {
  /**
   * @param picture of a format that Leptonica reads (PNM, PNG, JPEG, TIFF); @param orientation as EXIF numbers it
   * @returns lines by the blocks that the page is cut into, in the order in which one reads them
   * @throws AppError `file-damaged`
   */
  blocksOf(picture: Uint8Array, orientation?: number): RecognisedLine[][]
}

/**
 * Words of French in pictures, read on this computer.
 * @throws AppError `file-scanned` where this part was left out of the package
 */
export async function openRecogniser(dots?: number): Promise<Recogniser> {
  const { FS, TessBaseAPI } = await load()
  const tesseract = new TessBaseAPI()
  FS.writeFile('./fra.traineddata', await language())
  if (tesseract.Init(null, 'fra', LSTM) !== 0) throw new AppError('unexpected', { message: 'no recogniser' })
  tesseract.SetVariable('tessedit_pageseg_mode', COLUMNS)
  if (dots !== undefined) tesseract.SetVariable('user_defined_dpi', String(dots))
  return {
    blocksOf(picture, orientation = 1) {
      FS.writeFile('/input', picture)
      const lay = (angle: number) => {
        if (tesseract.SetImageFile(orientation, angle) === 1) throw new AppError('file-damaged')
      }
      lay(0)
      tesseract.FindLines()
      const slant = tesseract.GetGradient()
      if (Math.abs(slant) > LEAST_SLANT && Math.abs(slant) < MOST_SLANT) lay(slant)
      tesseract.Recognize(null)
      const { blocks } = Recognised.parse(JSON.parse(tesseract.GetJSONText(0)))
      return (blocks ?? []).map((block) => block?.paragraphs.flatMap(({ lines }) => lines) ?? [])
    },
  }
}

const require = createRequire(import.meta.url)

async function load(): Promise<Core> {
  let start: LoadCore
  try {
    start = require('tesseract.js-core/tesseract-core-simd-lstm.js')
  } catch (cause) {
    throw new AppError('file-scanned', { cause })
  }
  return start({ print: () => undefined, printErr: () => undefined })
}

async function language(): Promise<Uint8Array> {
  return gunzipSync(
    await readFile(require.resolve('@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz')),
  )
}
