import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { AppError, ErrorCode, type Failure } from '../contract/errors.ts'
import { contract, isMethod, type Method } from '../contract/index.ts'
import { toAppError } from '../db/translate-error.ts'
import type { CoreOptions } from './options.ts'

/** @throws AppError `invalid-input` for an unknown method and for an input that is not of its shape. */
export function parseCall(method: string, input: unknown): { method: Method; input: unknown } {
  if (!isMethod(method))
    throw new AppError('invalid-input', { field: 'method', message: `unknown method ${method}` })
  const parsed = contract[method].input.safeParse(input)
  if (!parsed.success) {
    const { issues, message } = parsed.error
    const field = issues[0]?.path.join('.') ?? ''
    throw new AppError(refusalIn(issues) ?? 'invalid-input', { field, message: `${method}: ${message}` })
  }
  return { method, input: parsed.data }
}

/** The code that a shape names itself for what it does not take, where there is a sentence for it. */
function refusalIn(issues: readonly z.core.$ZodIssue[]): ErrorCode | undefined {
  for (const issue of issues) {
    const named =
      issue.code === 'custom'
        ? ErrorCode.safeParse(issue.params?.refusal).data
        : issue.code === 'invalid_union'
          ? refusalIn(issue.errors.flat())
          : undefined
    if (named !== undefined) return named
  }
  return undefined
}

/** The code, the field, the limit and the reference; details stay in the log. */
export function failure(method: string, thrown: unknown, log: CoreOptions['log']): Failure {
  const error = toAppError(thrown)
  const ref = error.code === 'unexpected' ? randomUUID().slice(0, 8).toUpperCase() : error.ref
  if (error.code === 'unexpected') log(`${method} failed, reference ${ref}`, thrown)
  else if (error.code === 'invalid-input') log(`${method} refused: ${error.message}`)
  return {
    code: error.code,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(error.limit === undefined ? {} : { limit: error.limit }),
    ...(ref === undefined ? {} : { ref }),
    ...(error.by === undefined ? {} : { by: error.by }),
  }
}
