import { type ChildProcess, spawn } from 'node:child_process'
import { access, mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import {
  type Command,
  type Conversion,
  conversionCommand,
  findOfficePrograms,
  libreOfficeProfile,
  type OfficeProgram,
  officeCandidates,
} from './programs.ts'

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

/** A fresh profile of LibreOffice in a folder. @returns its path */
export async function officeProfile(folder: string): Promise<string> {
  const profile = join(folder, 'profile')
  await mkdir(join(profile, 'user'), { recursive: true })
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), libreOfficeProfile)
  return profile
}

type Options = { signal: AbortSignal; warn: (line: string) => void; timeLimitMs: number }

/**
 * Has the first program convert a file that can.
 * @returns whether the output was made
 * @throws the signal's reason when it is aborted: the program is killed at once
 */
export async function convert(
  programs: readonly OfficeProgram[],
  conversion: Conversion,
  { signal, warn, timeLimitMs }: Options,
): Promise<boolean> {
  for (const program of programs) {
    signal.throwIfAborted()
    const verdict = await run(conversionCommand(program, conversion), signal, timeLimitMs)
    signal.throwIfAborted()
    // Some failures end with success all the same: only the file counts.
    if (await isMade(conversion.output)) return true
    warn(`${program.kind} made no ${extname(conversion.output)} (${verdict})`)
  }
  return false
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

/** How what is made begins. */
const starts: Readonly<Record<string, string>> = { '.pdf': '%PDF-', '.docx': 'PK\u0003\u0004' }

async function isMade(path: string): Promise<boolean> {
  const start = starts[extname(path)] ?? ''
  try {
    const file = await open(path, 'r')
    try {
      const { buffer } = await file.read(Buffer.alloc(start.length), 0, start.length, 0)
      return buffer.toString('latin1') === start
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
