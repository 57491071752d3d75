import type { ErrorCode } from '../../electron/contract/errors.ts'
import type { Bridge, CoreEvent, Input, Method, Output } from '../../electron/contract/index.ts'
import { contract } from '../../electron/contract/index.ts'

/** Acts in many steps after which a core says that much has changed. */
const acts: ReadonlySet<Method> = new Set<Method>([
  'agenda.publish',
  'attachments.add',
  'attachments.choose',
  'backups.make',
  'backups.restore',
  'backups.setRule',
  'backups.restoreChosen',
  'backups.restoreChosenEncrypted',
  'backups.undoRestore',
  'backups.verify',
  'dataPlace.keep',
  'dataPlace.move',
  'handOver.chooseFolder',
  'handOver.keep',
  'handOver.leaveCopy',
  'handOver.merge',
  'handOver.showCopy',
  'handOver.take',
  'handOver.takeSource',
  'keptFiles.choose',
  'profile.export',
  'profile.import',
  'recovery.examine',
  'sample.load',
  'encryption.changePassphrase',
  'encryption.turnOff',
  'encryption.turnOn',
  'settings.chooseCopyFolder',
  'settings.declineCopyFolder',
])

/** An answer, a failure by its code, or a promise of either (never settled = loading). */
export type Answer<M extends Method> = Output<M> | { failure: ErrorCode; field?: string; by?: string }
export type Answers = { [M in Method]?: (input: Input<M>) => Answer<M> | Promise<Answer<M>> }

export type FakeCore = {
  calls: { method: Method; input: unknown }[]
  /** The inputs of every call of one method, oldest first. */
  inputsOf<M extends Method>(method: M): Input<M>[]
  /** What the window had seen of others by the last call. */
  seen: number | null
  emit(event: CoreEvent): void
  answers: Answers
}

/** What a write leaves in the journal: the newest entry of the history that the fake tells of. */
async function newestEntry({ answers }: FakeCore): Promise<number | null> {
  const state = await answers['history.state']?.({})
  return state === undefined || 'failure' in state ? null : (state.undo?.seq ?? null)
}

/** Puts the fake in place of the preload's bridge. A method without an answer fails loudly: `unexpected`. */
export function installFakeCore(answers: Answers): FakeCore {
  const listeners = new Set<(event: CoreEvent) => void>()
  const core: FakeCore = {
    calls: [],
    inputsOf: (method) =>
      core.calls.filter((call) => call.method === method).map((call) => call.input as never),
    emit: (event) => {
      for (const listener of [...listeners]) listener(event)
    },
    answers,
    seen: null,
  }
  const bridge: Bridge = {
    async call(method, input, seen) {
      // Screens must send what the contract takes.
      contract[method].input.parse(input)
      core.calls.push({ method, input })
      core.seen = seen
      const answer = core.answers[method] as
        | ((input: unknown) => Answer<typeof method> | Promise<Answer<typeof method>>)
        | undefined
      if (answer === undefined) return { ok: false, error: { code: 'unexpected', ref: `no ${method}` } }
      const value = await answer(input)
      if (value !== null && typeof value === 'object' && 'failure' in value) {
        const { failure: code, ...detail } = value
        return { ok: false, error: { code, ...detail } }
      }
      if (contract[method].kind === 'write' || acts.has(method)) {
        queueMicrotask(() => core.emit({ topic: 'changed', reads: 'all', later: [] }))
      }
      const isRead = contract[method].effect === 'reads'
      return {
        ok: true,
        value: value as Output<typeof method>,
        ...(isRead ? {} : { seq: await newestEntry(core) }),
      }
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.defineProperty(window, 'seances', { value: bridge, configurable: true })
  return core
}
