import { spawnSync } from 'node:child_process'

/** True where a person can see a window. */
export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** The command as it is where it can show windows for a test, else under a virtual screen (Debian: xvfb, xauth). */
export function withScreen(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (process.platform !== 'linux') return command
  if (spawnSync('which', ['xvfb-run']).status !== 0)
    throw new Error(
      'a virtual screen is missing: install xvfb and xauth (Debian: apt-get install xvfb xauth)',
    )
  return ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24', ...command]
}
