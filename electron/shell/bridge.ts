import { randomUUID } from 'node:crypto'
import { type BrowserWindow, ipcMain } from 'electron'
import type { ErrorCode } from '../contract/errors.ts'
import type { Method, MethodsOf } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { log } from './log.ts'
import { isMethod, isShellMethod } from './method-kinds.ts'
import { isOurPage } from './sender.ts'
import type { ShellMethods } from './shell-table.ts'

/**
 * Answers `window.seances.call`. Rejects (no envelope) what a sound window never sends: another sender, an unknown method.
 * `onAnswer` hears how each call ended. The shell's own methods, and the shapes of all, are loaded by the first call of one
 * that does not ask what the window was started for.
 */
export function openBridge(
  core: CoreHost,
  atStart: Pick<ShellMethods, 'desk.asked'>,
  loadMethods: () => Promise<Omit<ShellMethods, 'desk.asked'>>,
  window: () => BrowserWindow | null,
  onAnswer: (method: Method, envelope: Envelope<unknown>) => void,
): void {
  let methods: Promise<ShellMethods> | undefined
  const loaded = () => {
    methods ??= loadMethods().then((others) => ({ ...atStart, ...others }))
    return methods
  }
  ipcMain.handle(
    'call',
    async (event, method: unknown, input: unknown, seen: unknown): Promise<Envelope<unknown>> => {
      if (!isOurPage(event, window())) throw new Error('this sender may not call')
      if (typeof method !== 'string' || !isMethod(method))
        throw new Error(`there is no method ${String(method)}`)
      const envelope =
        method === 'desk.asked' && asksNothing(input)
          ? await atStart[method]({})
          : isShellMethod(method)
            ? await answerHere(await loaded(), method, input)
            : await core.call(method, input, seen === null || typeof seen === 'number' ? seen : undefined)
      onAnswer(method, envelope)
      return envelope
    },
  )
}

/** What the shape of a method without input takes, known without the shape. */
const asksNothing = (input: unknown) =>
  typeof input === 'object' && input !== null && !Array.isArray(input) && Object.keys(input).length === 0

async function answerHere<M extends MethodsOf<'shell'>>(
  methods: ShellMethods,
  method: M,
  input: unknown,
): Promise<Envelope<unknown>> {
  const { contract } = await import('../contract/index.ts')
  const parsed = contract[method].input.safeParse(input)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.')
    return failure('invalid-input', field === undefined || field === '' ? {} : { field })
  }
  try {
    // The table gives each method its own input; TypeScript cannot follow that through an index.
    const handler = methods[method] as (input: unknown) => Promise<Envelope<unknown>>
    return await handler(parsed.data)
  } catch (cause) {
    const ref = randomUUID().slice(0, 8).toUpperCase()
    log.error(`${method} failed (${ref})`, cause)
    return failure('unexpected', { ref })
  }
}

const failure = (code: ErrorCode, detail: { field?: string; ref?: string } = {}): Envelope<never> => ({
  ok: false,
  error: { code, ...detail },
})
