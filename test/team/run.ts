import { execFile } from 'node:child_process'

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** As long as no command takes; what hangs is ended, and has no status. */
const MOST_MS = 120_000

/**
 * Runs a program without holding up this process: desks of ours may have what it waits for, and a server of ours writes
 * into a pipe that is read here.
 */
export function run(
  program: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; cwd?: string },
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      args,
      { ...options, encoding: 'utf8', timeout: MOST_MS },
      (_, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    )
  })
}
