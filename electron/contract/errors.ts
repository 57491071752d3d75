import { z } from 'zod'
import { bugs, conditions } from './error-codes.ts'
import { limited } from './limit-sentences.ts'
import { refusals } from './refusals.ts'

export const ErrorCode = z.enum([...refusals, ...conditions, ...bugs])
export type ErrorCode = z.infer<typeof ErrorCode>

/** What a refusal met the limit of, and its number. */
export const Limit = z.strictObject({ of: z.enum(limited), most: z.int().min(1) })
export type Limit = z.infer<typeof Limit>

/** The failure side of the envelope. `field` names the input concerned; `ref` finds the log line of a bug; `by` wrote what it meets. */
export const Failure = z.strictObject({
  code: ErrorCode,
  field: z.string().optional(),
  limit: Limit.optional(),
  ref: z.string().optional(),
  by: z.string().optional(),
})
export type Failure = z.infer<typeof Failure>

/** A known failure, thrown by rules, queries and handlers; the router turns it into the envelope. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly limit: Limit | undefined
  readonly ref: string | undefined
  readonly by: string | undefined

  constructor(
    code: ErrorCode,
    detail: {
      field?: string
      limit?: Limit | undefined
      ref?: string
      by?: string
      cause?: unknown
      message?: string
    } = {},
  ) {
    super(detail.message ?? code, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'AppError'
    this.code = code
    this.field = detail.field
    this.limit = detail.limit
    this.ref = detail.ref
    this.by = detail.by
  }
}

/** A file of the store that is gone, or no longer what its name says: `sha256` is that name, so that it can be noted. */
export class KeptFileError extends AppError {
  readonly sha256: string

  constructor(code: 'kept-file-missing' | 'kept-file-altered', sha256: string, cause?: unknown) {
    super(code, { cause })
    this.sha256 = sha256
  }
}
