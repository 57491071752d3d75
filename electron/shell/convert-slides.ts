import { copyFile, mkdir, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { convert, officeProfile } from '../office/convert.ts'
import type { OfficeProgram } from '../office/programs.ts'

/** One presentation takes seconds; a desk that has other work is given this long, and whoever waits can end it. */
const TIME_LIMIT_MS = 5 * 60_000

export type Slides = { attachmentId: string; name: string; path: string }
export type ConvertedSlides = {
  pdfs: { attachmentId: string; path: string }[]
  /** Those that no program could convert. */
  failed: Slides[]
}

type Options = {
  /** A new folder to work in, taken away afterwards. */
  folder: string
  signal: AbortSignal
  onStart: (one: Slides, done: number) => void
  warn: (line: string) => void
  timeLimitMs?: number
}

/**
 * Converts presentations into `folder`, has `use` take the PDFs, then takes the folder away.
 * @throws the signal's reason when it is aborted: the program is killed at once.
 */
export async function withConvertedSlides<T>(
  programs: readonly OfficeProgram[],
  slides: readonly Slides[],
  options: Options,
  use: (converted: ConvertedSlides) => Promise<T>,
): Promise<T> {
  const { folder } = options
  try {
    const profile = await officeProfile(folder)
    const converted: ConvertedSlides = { pdfs: [], failed: [] }
    for (const [done, one] of slides.entries()) {
      options.onStart(one, done)
      const path = await asPdf(programs, one, join(folder, String(done)), profile, options)
      if (path === null) converted.failed.push(one)
      else converted.pdfs.push({ attachmentId: one.attachmentId, path })
    }
    return await use(converted)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch((cause) =>
      options.warn(`the folder of a conversion stayed behind: ${String(cause)}`),
    )
  }
}

/** @returns the PDF; null when no program made one */
async function asPdf(
  programs: readonly OfficeProgram[],
  slides: Slides,
  outFolder: string,
  profile: string,
  { signal, warn, timeLimitMs = TIME_LIMIT_MS }: Options,
): Promise<string | null> {
  await mkdir(outFolder)
  // A plain name: what people write in names is no concern of the program's.
  const input = join(outFolder, `slides${extname(slides.name)}`)
  const output = join(outFolder, 'slides.pdf')
  await copyFile(slides.path, input)
  const isMade = await convert(programs, { input, output, outFolder, profile }, { signal, warn, timeLimitMs })
  return isMade ? output : null
}
