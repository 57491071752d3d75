import { AppError } from '../contract/errors.ts'
import { MAX_REMARKS_BYTES, MemberRemarks, REMARKS_FORMAT } from '../domain/minutes/member-remarks.ts'

/** Told by its first words, which our own page writes first. */
export function areMemberRemarks(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 200))
  return /^\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(head)?.[1] === REMARKS_FORMAT
}

/** Every field is what it should be, or nothing of the file is taken. */
export function readMemberRemarks({ bytes }: { bytes: Uint8Array }): MemberRemarks {
  if (bytes.length > MAX_REMARKS_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MAX_REMARKS_BYTES } })
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
  const read = MemberRemarks.safeParse(json)
  if (!read.success) throw new AppError('file-damaged', { cause: read.error })
  return read.data
}
