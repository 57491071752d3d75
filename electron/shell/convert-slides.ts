import { type ChildProcess, spawn } from 'node:child_process'
import { access, copyFile, mkdir, open, readdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import {
  type Command,
  conversionCommand,
  findOfficePrograms,
  libreOfficeProfile,
  type OfficeProgram,
  officeCandidates,
} from './office-programs.ts'

/** One presentation gets this long. */
const TIME_LIMIT_MS = 120_000

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

/** Office programs of this desk that convert. */
export async function installedOffice(): Promise<OfficeProgram[]> {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  const optFolders = platform === 'linux' ? await readdir('/opt').catch(() => []) : []
  const isThere = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    )
  return findOfficePrograms(
    officeCandidates({ platform, env: process.env, home: homedir(), optFolders }),
    isThere,
  )
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
    const profile = join(folder, 'profile')
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), libreOfficeProfile)
    const converted: ConvertedSlides = { pdfs: [], failed: [] }
    for (const [done, one] of slides.entries()) {
      options.onStart(one, done)
      const path = await convert(programs, one, join(folder, String(done)), profile, options)
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

async function convert(
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
  for (const program of programs) {
    signal.throwIfAborted()
    const command = conversionCommand(program, { input, output, outFolder, profile })
    const verdict = await run(command, signal, timeLimitMs)
    signal.throwIfAborted()
    // Some failures end with success all the same: only the file counts.
    if (await isPdf(output)) return output
    warn(`${program.kind} made no PDF (${verdict})`)
  }
  return null
}

function run(command: Command, signal: AbortSignal, timeLimitMs: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command.file, command.args, {
      env: { ...process.env, ...command.env },
      stdio: 'ignore',
      windowsHide: true,
      // A group of its own, so that all that it starts ends with it.
      detached: process.platform !== 'win32',
    })
    const timer = setTimeout(() => end('late'), timeLimitMs)
    const onAbort = () => end('stopped')
    const settle = (verdict: string) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      resolve(verdict)
    }
    const end = (verdict: string) => {
      killTree(child)
      settle(verdict)
    }
    signal.addEventListener('abort', onAbort)
    child.once('error', (cause) => settle(cause.message))
    child.once('exit', (code, killed) => settle(`exit ${code ?? killed}`))
  })
}

/** Office programs start others of themselves: the first one's end is not theirs. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

async function isPdf(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer } = await file.read(Buffer.alloc(5), 0, 5, 0)
      return buffer.toString('latin1') === '%PDF-'
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
