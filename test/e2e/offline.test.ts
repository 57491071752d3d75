// The whole month and the spelling where there is no network at all, in a network namespace of its own (Linux).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Runs a command as an ordinary user where the only network is a loopback, which the driver of the window needs. */
function offline(command: readonly string[]): { status: number | null; said: string } {
  const inside = ['ip link set lo up', 'exec unshare --user --map-user=65534 --map-group=65534 -- "$@"'].join(
    ' && ',
  )
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--user', '--map-root-user', '--net', '--', 'sh', '-c', inside, 'sh', ...command],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )
  return { status, said: `${stdout}${stderr}` }
}

/** Prints the names of the networks, and what becomes of a connection to an address elsewhere. */
const lookOut = `
  const { networkInterfaces } = require('node:os')
  const socket = require('node:net').connect({ host: '192.0.2.1', port: 443, timeout: 5000 })
  const tell = (outcome) => {
    console.log(JSON.stringify({ networks: Object.keys(networkInterfaces()), outcome }))
    process.exit()
  }
  socket.on('error', (error) => tell(error.code)).on('connect', () => tell('connected')).on('timeout', () => tell('timeout'))
`

describe('without a network', () => {
  it('nothing can be reached', () => {
    const { status, said } = offline([process.execPath, '-e', lookOut])
    expect(status, said).toBe(0)
    expect(JSON.parse(said)).toEqual({ networks: ['lo'], outcome: 'ENETUNREACH' })
  })

  it('the whole month, and the spelling, work as they do with one', { timeout: 300_000 }, () => {
    const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs')
    const config = join(import.meta.dirname, 'vitest.config.ts')
    const { status, said } = offline([
      process.execPath,
      vitest,
      'run',
      '--config',
      config,
      '--configLoader',
      'native',
      'month.test.ts',
      'spelling.test.ts',
    ])
    expect(status, said).toBe(0)
    expect(said).toMatch(/Tests +\d+ passed/)
  })
})
