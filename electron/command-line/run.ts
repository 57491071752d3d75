import { errorSentences } from '../contract/error-sentences.ts'
import { AppError } from '../contract/errors.ts'
import { toAppError } from '../db/translate-error.ts'
import { parseCommand, usage } from './arguments.ts'
import { commands } from './commands.ts'

/** Does what was typed; returns the status to end with: 0, 1 (refused or partly) or 2 (usage). */
export async function runTyped(typed: readonly string[]): Promise<number> {
  // Whoever reads what it prints may have read enough.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))
  const command = parseCommand(typed)
  if (!command) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  try {
    return await commands[command.name](command)
  } catch (thrown) {
    const error = toAppError(thrown)
    const detail =
      error.code === 'unexpected' && !(thrown instanceof AppError) ? `\n${String(error.cause)}` : ''
    process.stderr.write(`${errorSentences[error.code]}${error.field ? ` (${error.field})` : ''}${detail}\n`)
    return 1
  }
}
