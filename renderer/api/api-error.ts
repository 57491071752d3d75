import type { ErrorCode, Failure } from '../../electron/contract/errors.ts'
import { changedBy, firstSentences } from '../../electron/contract/first-sentences.ts'

/** One field that changed here and elsewhere: both texts are kept until somebody chooses. */
export type Conflict = { readonly field: string; readonly mine: unknown; readonly theirs: unknown }

type Said = Pick<Failure, 'code' | 'limit'>
const first: Readonly<Partial<Record<ErrorCode, string>>> = firstSentences
let sentenceOf = ({ code }: Said): string => first[code] ?? firstSentences.unexpected

/** Not of the first screen: loaded shortly after it, or before the first failure of a call is told. */
export async function loadSentences(): Promise<void> {
  const { failureSentence } = await import('../../electron/contract/error-sentences.ts')
  sentenceOf = failureSentence
}

export class ApiError extends Error {
  readonly code: ErrorCode
  /** The input concerned, when the failure names one. */
  readonly field: string | undefined
  /** What it met the limit of. */
  readonly limit: Failure['limit']
  /** Finds the line of the log, for bugs. */
  readonly ref: string | undefined
  /** Who wrote what it meets. */
  readonly by: string | undefined

  constructor(code: ErrorCode, { field, limit, ref, by }: Omit<Failure, 'code'> = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.field = field
    this.limit = limit
    this.ref = ref
    this.by = by
  }

  static of({ code, ...detail }: Failure): ApiError {
    return new ApiError(code, detail)
  }
}

/** Fields that changed here and elsewhere: both values are there until one is chosen. */
export class ConflictError extends ApiError {
  readonly conflicts: readonly Conflict[]

  constructor(conflicts: readonly Conflict[], by: string | undefined) {
    super('conflict', by === undefined ? {} : { by })
    this.conflicts = conflicts
  }
}

/** The code of anything thrown; what is not of ours is `unexpected`. */
export function errorCode(error: unknown): ErrorCode {
  return error instanceof ApiError ? error.code : 'unexpected'
}

/** The sentence for anything thrown, with the reference of a bug when there is one. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof ApiError)) return firstSentences.unexpected
  const { ref, by } = error
  const sentence = by === undefined ? sentenceOf(error) : changedBy(by)
  return ref === undefined ? sentence : `${sentence} (référence ${ref})`
}
