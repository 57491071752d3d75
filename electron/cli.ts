#!/usr/bin/env node
// The same services without a window: JSON on standard output, sentences on standard error, exit status 0, 1 (refused
// or partly) or 2 (usage).
import { parseCommand, usage } from './command-line/arguments.ts'
import { commands } from './command-line/commands.ts'
import { errorSentences } from './contract/error-sentences.ts'
import { AppError } from './contract/errors.ts'
import { toAppError } from './db/translate-error.ts'
import { keepToOwner } from './documents/for-others.ts'

keepToOwner()
const command = parseCommand(process.argv.slice(2))
if (!command) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await commands[command.name](command)
  } catch (thrown) {
    const error = toAppError(thrown)
    const detail =
      error.code === 'unexpected' && !(thrown instanceof AppError) ? `\n${String(error.cause)}` : ''
    process.stderr.write(`${errorSentences[error.code]}${error.field ? ` (${error.field})` : ''}${detail}\n`)
    process.exitCode = 1
  }
}
