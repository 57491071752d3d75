import { randomUUID } from 'node:crypto'
import { type BrowserWindow, ipcMain } from 'electron'
import type { ErrorCode } from '../contract/errors.ts'
import { contract, isMethod, type Method, type MethodsOf } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { log } from './log.ts'
import { isOurPage } from './sender.ts'
import type { ShellMethods } from './shell-table.ts'

/**
 * Answers `window.seances.call`. Rejects (no envelope) what a sound window never sends: another sender, an unknown method.
 * `onAnswer` hears how each call ended.
 */
export function openBridge(
  core: CoreHost,
  methods: ShellMethods,
  window: () => BrowserWindow | null,
  onAnswer: (method: Method, envelope: Envelope<unknown>) => void,
): void {
  ipcMain.handle('call', async (event, method: unknown, input: unknown): Promise<Envelope<unknown>> => {
    if (!isOurPage(event, window())) throw new Error('this sender may not call')
    if (typeof method !== 'string' || !isMethod(method))
      throw new Error(`there is no method ${String(method)}`)
    const envelope = isShellMethod(method)
      ? await answerHere(methods, method, input)
      : await core.call(method, input)
    onAnswer(method, envelope)
    return envelope
  })
}

function isShellMethod(method: Method): method is MethodsOf<'shell'> {
  return contract[method].kind === 'shell'
}

async function answerHere<M extends MethodsOf<'shell'>>(
  methods: ShellMethods,
  method: M,
  input: unknown,
): Promise<Envelope<unknown>> {
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
