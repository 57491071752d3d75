import { failureSentence } from '../contract/error-sentences.ts'
import { AppError } from '../contract/errors.ts'
import { toAppError } from '../db/translate-error.ts'
import { parseCommand, usage } from './arguments.ts'
import { commands } from './commands.ts'

/** Does what was typed; returns the status to end with: 0, 1 (refused or partly) or 2 (usage). */
export async function runTyped(typed: readonly string[]): Promise<number> {
  // What the libraries warn developers of is none of the administration's business.
  process.noDeprecation = true
  // Whoever reads what it prints may have read enough: what was begun is done all the same.
  let isPrinted = true
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      isPrinted &&= code === 'EPIPE'
    })
  const command = parseCommand(typed)
  if (!command) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  try {
    const status = await commands[command.name](command)
    return isPrinted ? status : 1
  } catch (thrown) {
    const error = toAppError(thrown)
    const detail =
      error.code === 'unexpected' && !(thrown instanceof AppError) ? `\n${String(error.cause)}` : ''
    process.stderr.write(`${failureSentence(error)}${error.field ? ` (${error.field})` : ''}${detail}\n`)
    return 1
  }
}
