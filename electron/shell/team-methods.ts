import type { MethodsOf, Output } from '../contract/index.ts'
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
  const open = async (account: string, password: string): Promise<Envelope<Output<'team.join'>>> => {
    const kept = await passwordKept()
    await kept.set(account, password)
    const refusal = await core.reopen()
    if (refusal === null) return core.call('team.get', {})
    if (refusal === 'team-password-wrong') await kept.forget()
    return { ok: false, error: { code: refusal } }
  }
  return {
    'team.password': async () => ({ ok: true, value: await (await passwordKept()).state(core.account) }),
    'team.try': (account) => core.internal('tryTeam', account),
    'team.join': async (account) => {
      const joined = await core.internal('joinTeam', account)
      return joined.ok ? open(joined.value.account, account.password) : joined
    },
    'team.setPassword': async ({ password }) =>
      core.account === null ? { ok: false, error: { code: 'state-refuses' } } : open(core.account, password),
    'team.leave': async () => {
      const left = await core.internal('leaveTeam', {})
      if (!left.ok) return left
      await (await passwordKept()).forget()
      const refusal = await core.reopen()
      return refusal === null ? core.call('team.get', {}) : { ok: false, error: { code: refusal } }
    },
  }
}
