// Job process: waits for one job at a time, answers; started by the shell (utility process) or by fork.
import type { FromJob, ToJob } from './contract/wire.ts'
import { parentPort } from './jobs/parent-port.ts'
import { doJob } from './jobs/work.ts'

parentPort<ToJob, FromJob>((message, reply) => {
  void doJob(message, reply).then(reply)
})
