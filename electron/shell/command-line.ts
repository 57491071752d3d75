// The command line of the installed application: a core and its jobs, on the terminal that it was typed in, and no window.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { FromCore, ToCore } from '../contract/wire.ts'
import type { Settled } from '../domain/managed/policies.ts'
import { childEnvironment, childFlags } from './child-environment.ts'
import { builtFolder } from './folders.ts'
import { JobProcesses } from './job-processes.ts'

export async function runCommand(typed: readonly string[], settled: Settled): Promise<void> {
  // Beside a window that is open: Chromium's own files are for one of them.
  const profile = mkdtempSync(join(tmpdir(), 'seances-inp-'))
  app.setPath('userData', profile)
  app.setPath('sessionData', profile)
  // Nothing is drawn, and what Chromium says of that is in nobody's way.
  app.disableHardwareAcceleration()
  app.commandLine.appendSwitch('log-level', '3')
  await app.whenReady()
  const jobs = new JobProcesses()
  const core = utilityProcess.fork(join(builtFolder, 'core.cjs'), [], {
    serviceName: 'seances-core',
    execArgv: childFlags,
    env: childEnvironment(),
    stdio: 'inherit',
  })
  let isEnded = false
  const end = (status: number) => {
    if (isEnded) return
    isEnded = true
    core.kill()
    jobs.stop()
    rmSync(profile, { recursive: true, force: true })
    app.exit(status)
  }
  core.on('message', (message: FromCore) => {
    if (message.type === 'job-start')
      jobs.start(message.process, message.name, (told) => core.postMessage(told satisfies ToCore))
    else if (message.type === 'job-ask') jobs.ask(message.process, message.message)
    else if (message.type === 'job-kill') jobs.kill(message.process)
    else if (message.type === 'job-measure')
      jobs.measure(message, (told) => core.postMessage(told satisfies ToCore))
    else if (message.type === 'command-ended') end(message.status)
  })
  core.once('exit', end)
  core.postMessage({ type: 'command', typed, settled } satisfies ToCore)
}
