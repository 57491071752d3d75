// The walk of full-journeys.ts on a disk that is full by count (the preload library refuses the n-th change of files
// and all that follow) and on a real one that is full by size (a small file system of its own).
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChildCore } from './child-core.ts'
import { inSmallDisk } from './command-line.ts'
import { type FullOptions, type FullReport, fillDisk } from './full-journeys.ts'
import { type ActName, acts, isActName } from './journey/acts.ts'
import { makeGate } from './power/gate.ts'
import { journalEnvironment } from './power/preload.ts'

export async function fillByChange(options: FullOptions): Promise<FullReport> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'seances-full-')))
  const gate = makeGate(join(place, 'gate'))
  try {
    const root = join(place, 'root')
    const env = journalEnvironment(root, join(place, 'journal'), gate)
    return await fillDisk(
      root,
      () => startChildCore(join(root, 'data'), undefined, env),
      { narrow: (step) => gate.fullAfter(step), widen: () => gate.open() },
      options,
    )
  } finally {
    gate.close()
    rmSync(place, { recursive: true, force: true })
  }
}

/** The same on a tmpfs, a fresh one for each kind of write; each step leaves so many bytes more. */
export function fillByRoom({
  only = Object.keys(acts).filter(isActName),
  ...options
}: Pick<FullOptions, 'seed' | 'only'> & { bytesPerStep: number; timeoutMs: number }): FullReport {
  const reports = only.map((name) => fillOneByRoom(name, options))
  const sum = (count: 'faults' | 'refused' | 'acknowledged' | 'lost') =>
    reports.reduce((total, report) => total + report[count], 0)
  return {
    ...{
      faults: sum('faults'),
      refused: sum('refused'),
      acknowledged: sum('acknowledged'),
      lost: sum('lost'),
    },
    steps: Object.assign({}, ...reports.map(({ steps }) => steps)),
    wrong: reports.flatMap(({ wrong }) => wrong),
  }
}

function fillOneByRoom(
  name: ActName,
  { seed, bytesPerStep, timeoutMs }: { seed: number; bytesPerStep: number; timeoutMs: number },
): FullReport {
  const place = mkdtempSync(join(tmpdir(), 'seances-room-'))
  process.env.SEANCES_FULL = JSON.stringify({ seed, only: [name], bytesPerStep })
  try {
    // Two desks that hand over a dozen times, with their backups, need more than 64 MB.
    const { status, stdout, stderr } = inSmallDisk('./full-by-room.ts', place, 256, 'true', timeoutMs)
    if (status !== 0) throw new Error(`the walk on a small disk ended with ${status}: ${stderr}`)
    return JSON.parse(stdout) as FullReport
  } finally {
    delete process.env.SEANCES_FULL
    rmSync(place, { recursive: true, force: true })
  }
}
