import { runTyped } from '../../electron/command-line/run.ts'
import { runWithin } from '../../electron/command-line/session.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf, type inp } from '../entry.ts'

// Kept warm from one command to the next; they end with this process, whose channel they lose.
const jobs = forkRunner(entryOf('job'))

/** What `inp` does, in this process: the packaged application too does it in one that is there. */
export async function typed(...args: string[]): Promise<ReturnType<typeof inp>> {
  runWithin({ startJobs: () => ({ run: jobs.run, close: () => undefined }), settled: {} })
  const [stdout, stderr] = [hear(process.stdout), hear(process.stderr)]
  try {
    const status = await runTyped(args)
    return { status, stdout: stdout.said(), stderr: stderr.said() }
  } finally {
    for (const stream of [stdout, stderr]) stream.leave()
    runWithin({ startJobs: () => forkRunner(entryOf('job')), settled: {} })
  }
}

/** What is written to a stream instead of being printed, until it is left. */
function hear(stream: NodeJS.WriteStream) {
  const { write } = stream
  const before = stream.listeners('error')
  let said = ''
  stream.write = (words: string | Uint8Array) => {
    said += words.toString()
    return true
  }
  return {
    said: () => said,
    leave: () => {
      stream.write = write
      // A command hears of its errors as long as its process lasts.
      stream.removeAllListeners('error')
      for (const listener of before) stream.on('error', (...all) => listener(...all))
    },
  }
}
