import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, it } from 'vitest'

it('every test of this folder runs where no network can be reached', async () => {
  expect(Object.keys(networkInterfaces())).toEqual(['lo'])
  const socket = connect({ host: '192.0.2.1', port: 443, timeout: 5000 })
  await expect(once(socket, 'connect')).rejects.toMatchObject({ code: 'ENETUNREACH' })
})
