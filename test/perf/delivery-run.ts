// One delivery looked at and taken into a fresh watch, in a process of its own, so that what it needs of memory is its
// own. Prints JSON: the times, and the most memory that the core and the job had.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'

export type DeliveryRun = {
  texts: number
  lookMs: number
  takeMs: number
  coreMegabytes: number
  jobMegabytes: number
  /** Of the processor, whatever else the machine did meanwhile. */
  coreCpuMs: number
  jobCpuMs: number
  againChanges: number
}

async function run(path: string): Promise<DeliveryRun> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-delivery-'))
  const jobs = forkRunner(fileURLToPath(new URL('../../electron/job.ts', import.meta.url)))
  // A job ends once its work is done; what it needed is read while it runs.
  const seen = new Map<string, { megabytes: number; cpuMs: number }>()
  const watching = setInterval(() => {
    for (const pid of children()) {
      const before = seen.get(pid)?.megabytes ?? 0
      // One that has ended and is still listed has no memory any more.
      seen.set(pid, { megabytes: Math.max(before, peakOf(pid)), cpuMs: cpuOf(pid) })
    }
  }, 50)
  const core = await openCore({
    dataFolder: folder,
    who: 'mesure',
    runJob: jobs.run,
    emit: () => undefined,
    log: (line) => process.stderr.write(`${line}\n`),
  })
  try {
    const look = async () => {
      const envelope = await core.internal('previewDelivery', { path })
      if (!envelope.ok) throw new Error(envelope.error.code)
      return envelope.value
    }
    const started = performance.now()
    const before = process.cpuUsage()
    const preview = await look()
    const looked = performance.now()
    const taken = await core.call('deliveries.take', {
      token: preview.token,
      except: [],
      drafts: [],
      followUp: 'closed',
    })
    if (!taken.ok) throw new Error(taken.error.code)
    const ended = performance.now()
    const used = process.cpuUsage(before)
    const ofJobs = [...seen.values()]
    if (ofJobs.length === 0) throw new Error('no job was seen at work')
    return {
      texts: taken.value.acts.new ?? 0,
      lookMs: looked - started,
      takeMs: ended - looked,
      coreMegabytes: peakOf('self'),
      jobMegabytes: Math.max(...ofJobs.map(({ megabytes }) => megabytes)),
      coreCpuMs: Math.round((used.user + used.system) / 1000),
      jobCpuMs: Math.max(...ofJobs.map(({ cpuMs }) => cpuMs)),
      againChanges: (await look()).changes,
    }
  } finally {
    clearInterval(watching)
    await core.close()
    jobs.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The most memory that a process had, in megabytes (Linux). */
function peakOf(pid: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024)
}

/** Processor time of a process, its start included (Linux: in hundredths of a second). */
function cpuOf(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}

/** The processes of this one that live now (Linux). */
function children(): string[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
}

const [, , path = ''] = process.argv
console.log(JSON.stringify(await run(path)))
