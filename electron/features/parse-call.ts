import { randomUUID } from 'node:crypto'
import { AppError, type Failure } from '../contract/errors.ts'
import { contract, isMethod, type Method } from '../contract/index.ts'
import { toAppError } from '../db/translate-error.ts'
import type { CoreOptions } from './options.ts'

/** @throws AppError `invalid-input` for an unknown method and for an input that is not of its shape. */
export function parseCall(method: string, input: unknown): { method: Method; input: unknown } {
  if (!isMethod(method))
    throw new AppError('invalid-input', { field: 'method', message: `unknown method ${method}` })
  const parsed = contract[method].input.safeParse(input)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new AppError('invalid-input', { field, message: `${method}: ${parsed.error.message}` })
  }
  return { method, input: parsed.data }
}

/** The code, the field and the reference; details stay in the log. */
export function failure(method: string, thrown: unknown, log: CoreOptions['log']): Failure {
  const error = toAppError(thrown)
  const ref = error.code === 'unexpected' ? randomUUID().slice(0, 8).toUpperCase() : error.ref
  if (error.code === 'unexpected') log(`${method} failed, reference ${ref}`, thrown)
  else if (error.code === 'invalid-input') log(`${method} refused: ${error.message}`)
  return {
    code: error.code,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(ref === undefined ? {} : { ref }),
  }
}
