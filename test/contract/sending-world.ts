// A convocation ready to be handed to mail servers that run here.
import { afterAll, afterEach, beforeEach } from 'vitest'
import type { MailAccount } from '../../electron/domain/dispatch/sending.ts'
import type { JobRunner } from '../../electron/jobs/runner.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'
import { makeCertificates, PASSWORD, trusting } from './mail-servers.ts'

/**
 * Made anew for each test of the file that calls it.
 * @param jobs in place of the processes that all tests share
 */
export function sendingWorld(jobs?: JobRunner) {
  const certificates = makeCertificates()
  const untrust = trusting(certificates)
  let world: DispatchWorld
  const desk = {
    certificates,
    /** The message that is handed over. */
    id: '',
    get world() {
      return world
    },
    draft: async () => (await world.opened.ok('dispatch.get', { id: desk.id })).dispatch,
    choose: (account: MailAccount) => world.opened.core.internal('setMailAccount', { account }),
    /** The code of the failure; `left` when it was handed over. */
    async hand(password = PASSWORD): Promise<string> {
      const { id, version } = await desk.draft()
      const handed = await world.opened.core.internal('sendMessage', { id, version, password })
      return handed.ok ? 'left' : handed.error.code
    },
  }
  afterAll(() => {
    untrust()
    certificates.dispose()
  })
  beforeEach(async () => {
    world = await dispatchWorld(undefined, jobs)
    desk.id = (await world.prepare('convocation'))[0]?.dispatch.id ?? ''
  })
  afterEach(() => world.opened.dispose())
  return desk
}
