import type { FromCore, ToCore } from '../contract/wire.ts'
import { type JobProcessEvents, type JobRunner, jobRunner } from './runner.ts'

/** Messages of the shell about job processes. */
export type ToldOfJobs = Extract<ToCore, { type: 'job-said' | 'job-gone' | 'job-measured' }>

/** Jobs in processes that the shell starts for the core, each of them named by a number. */
export function shellRunner(
  send: (message: FromCore) => void,
  log: (line: string) => void,
): JobRunner & { hear(message: ToldOfJobs): void } {
  const events = new Map<number, JobProcessEvents>()
  const asked = new Map<number, (processorMs: number | null) => void>()
  let lastProcess = 0
  let lastAsked = 0
  const runner = jobRunner((name, on) => {
    lastProcess += 1
    const process = lastProcess
    events.set(process, on)
    send({ type: 'job-start', process, name })
    return {
      send: (message) => send({ type: 'job-ask', process, message }),
      kill() {
        events.delete(process)
        send({ type: 'job-kill', process })
      },
      processorMs: () =>
        new Promise((resolve) => {
          lastAsked += 1
          asked.set(lastAsked, resolve)
          send({ type: 'job-measure', process, id: lastAsked })
        }),
    }
  }, log)
  return {
    ...runner,
    hear(message) {
      if (message.type === 'job-measured') {
        asked.get(message.id)?.(message.processorMs)
        asked.delete(message.id)
        return
      }
      const on = events.get(message.process)
      if (message.type === 'job-said') return on?.said(message.message)
      events.delete(message.process)
      on?.gone(message.why, message.hasBegun)
    },
  }
}
