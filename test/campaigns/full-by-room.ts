// The same walk on a real file system that is too small, filled up to some room; told as JSON; started by full-disks.ts
// inside the namespace that holds the file system.
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChildCore } from './child-core.ts'
import { fillDisk } from './full-journeys.ts'
import type { ActName } from './journey/acts.ts'

const disk = process.argv.at(-1) ?? ''
const { seed, only, bytesPerStep } = JSON.parse(process.env.SEANCES_FULL ?? '{}') as {
  seed: number
  only: ActName[] | null
  bytesPerStep: number
}
const ballast = join(disk, 'ballast')
const root = join(disk, 'root')

const report = await fillDisk(
  root,
  () => startChildCore(join(root, 'data')),
  {
    narrow(step) {
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - step * bytesPerStep)))
    },
    widen: () => rmSync(ballast, { force: true }),
  },
  {
    seed,
    ...(only === null ? {} : { only }),
    next: (step) => step + 1,
    say: (line) => process.stderr.write(`${line}\n`),
  },
)
process.stdout.write(JSON.stringify(report))
