// A job process that fails as readers may, now and then; a campaign that does not see it is blind.
import type { FromJob, ToJob } from '../../electron/contract/wire.ts'
import { parentPort } from '../../electron/jobs/parent-port.ts'

const held: Uint8Array[] = []
let given = 0

parentPort<ToJob, FromJob>(({ id }, reply) => {
  given += 1
  if (process.env.SEANCES_CONTROL === 'hangs') hang()
  // As if the second file were still at work after its answer: the third is late, and alone it is not.
  if (process.env.SEANCES_CONTROL === 'lingers' && given === 3) hang()
  if (given % 5 === 0) fail()
  reply({
    id,
    result:
      given % 5 === 0 && process.env.SEANCES_CONTROL === 'throws'
        ? { ok: false, code: 'unexpected', message: 'planted' }
        : { ok: false, code: 'file-damaged' },
  })
})

function fail(): void {
  switch (process.env.SEANCES_CONTROL) {
    case 'leaks':
      // Filled, because memory that nothing was written to is not held.
      for (let part = 0; part < 7; part += 1) held.push(new Uint8Array(100 * 1024 * 1024).fill(1))
      break
    case 'dies':
      process.exit(3)
  }
}

function hang(): never {
  for (;;) given += 0
}
