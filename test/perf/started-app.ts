import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { Page } from './cdp.ts'

export type ProcessMemory = { readonly name: string; readonly megabytes: number }

export type StartedApp = {
  readonly page: Page
  /** Milliseconds since 1970 at which the process was asked for. */
  readonly spawnedAt: number
  /** Proportional memory of each of its processes, in megabytes. */
  memory(): ProcessMemory[]
  /** Processor time that all its processes have taken, in milliseconds. */
  processor(): number
  close(): Promise<void>
}

export async function startApp(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<StartedApp> {
  const electron = process.env.SEANCES_ELECTRON
  if (electron === undefined) throw new Error('start the measures with: npm run bench')
  const spawnedAt = performance.timeOrigin + performance.now()
  const child = spawn(electron, [folder, '--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  const page = await Page.attach(await listening(child))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    page,
    spawnedAt,
    memory: () => memoryOf(child.pid ?? 0),
    processor: () => processesOf(child.pid ?? 0).reduce((sum, pid) => sum + processorOf(pid), 0),
    async close() {
      const kill = setTimeout(() => child.kill('SIGKILL'), 8_000)
      page.send('Browser.close').catch(() => undefined)
      await gone
      clearTimeout(kill)
    },
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8')
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error(`the application ended: ${said}`)))
  })
}

/** A process and those below it. */
function processesOf(main: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) {
      const [, after = ''] = readOrNothing(`/proc/${name}/stat`).split(') ')
      parents.set(Number(name), Number(after.split(' ')[1]))
    }
  const tree = (pid: number): number[] => [
    pid,
    ...[...parents].filter(([, up]) => up === pid).flatMap(([child]) => tree(child)),
  ]
  return tree(main)
}

/** Ticks of the system, of a hundredth of a second each. */
function processorOf(pid: number): number {
  const [, after = ''] = readOrNothing(`/proc/${pid}/stat`).split(') ')
  const [user, system] = after.split(' ').slice(11, 13).map(Number)
  return 10 * ((user ?? 0) + (system ?? 0))
}

function memoryOf(main: number): ProcessMemory[] {
  return processesOf(main).map((pid) => {
    const [, pss = '0'] = /^Pss:\s+(\d+) kB/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`)) ?? []
    const line = readOrNothing(`/proc/${pid}/cmdline`)
    const [, type = 'main'] = /--type=([\w-]+)/.exec(line) ?? []
    const [, service] = /--utility-sub-type=([\w.]+)/.exec(line) ?? []
    return { name: service ?? type, megabytes: Number(pss) / 1024 }
  })
}

/** A process may end while it is read. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
