import type { ErrorCode } from '../contract/errors.ts'
import type { MethodsOf } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import type { KeptPassword } from './kept-password.ts'
import type { ShellMethods } from './shell-table.ts'

type Own = Extract<MethodsOf<'shell'>, `team.${string}`>

/** What needs the password of a team's base, which the core asks for when it opens it. */
export function teamMethods(
  core: CoreHost,
  passwordKept: () => Promise<KeptPassword>,
): Pick<ShellMethods, Own> {
  const open = async (account: string, password: string): Promise<ErrorCode | null> => {
    const kept = await passwordKept()
    await kept.set(account, password)
    const refusal = await core.reopen()
    if (refusal === 'team-password-wrong') await kept.forget()
    return refusal
  }
  const openOwn = async (): Promise<ErrorCode | null> => {
    await (await passwordKept()).forget()
    return core.reopen()
  }
  const view = () => core.call('team.get', {})
  return {
    'team.password': async () => ({ ok: true, value: await (await passwordKept()).state(core.account) }),
    'team.try': (account) => core.internal('tryTeam', account),
    'team.join': async (account) => {
      const joined = await core.internal('joinTeam', account)
      if (!joined.ok) return joined
      const refusal = await open(joined.value.account, account.password)
      return refusal === null ? view() : failed(refusal)
    },
    'team.share': async (account) => {
      const shared = await core.internal('shareWithTeam', account)
      if (!shared.ok) return shared
      const refusal = await open(shared.value.account, account.password)
      return refusal === null ? { ok: true, value: shared.value.carried } : failed(refusal)
    },
    'team.bring': async () => {
      const brought = await core.internal('bringTeam', {})
      if (!brought.ok) return brought
      const refusal = await openOwn()
      return refusal === null ? brought : failed(refusal)
    },
    'team.setPassword': async ({ password }) => {
      const refusal = core.account === null ? 'state-refuses' : await open(core.account, password)
      return refusal === null ? view() : failed(refusal)
    },
    'team.leave': async () => {
      const left = await core.internal('leaveTeam', {})
      if (!left.ok) return left
      const refusal = await openOwn()
      return refusal === null ? view() : failed(refusal)
    },
  }
}

const failed = (code: ErrorCode): Envelope<never> => ({ ok: false, error: { code } })
