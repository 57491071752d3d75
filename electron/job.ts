// Does one job at a time; started by the shell (as a utility process) or by fork.
import type { FromJob, ToJob } from './contract/wire.ts'
import { keepToOwner } from './documents/for-others.ts'
import { parentPort } from './jobs/parent-port.ts'
import { doJob } from './jobs/work.ts'

keepToOwner()

parentPort<ToJob, FromJob>((message, reply) => {
  void doJob(message, reply).then(reply)
})
