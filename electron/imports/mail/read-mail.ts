// The way in of mails: what the bytes of a `.msg` or `.eml` are decides who reads them, not the name.

import { AppError } from '../../contract/errors.ts'
import type { Mail } from '../../domain/dispatch/mail.ts'
import { MOST_READ_BYTES } from '../../domain/limits.ts'
import { readEml } from './eml.ts'
import { readMsg } from './msg.ts'
import { readPastedMail } from './pasted.ts'

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Reads one mail; no file system, no clock.
 * @throws AppError `file-empty`, `file-too-large`, `file-damaged`
 */
export async function readMail({ bytes }: { fileName: string; bytes: Uint8Array }): Promise<Mail> {
  return (await readMailWithHtml(bytes)).mail
}

/**
 * The same with the HTML of its body, '' when it has none: lists and tables are only there.
 * @throws AppError `file-empty`, `file-too-large`, `file-damaged`
 */
export async function readMailWithHtml(bytes: Uint8Array): Promise<{ mail: Mail; html: string }> {
  if (bytes.length === 0) throw new AppError('file-empty')
  if (bytes.length > MOST_READ_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
  return isCompoundFile(bytes) ? readMsg(bytes) : readText(bytes)
}

/** A mail as programs send it, or its words as a program shows them, copied with their headers ("De :", "Objet :"). */
async function readText(bytes: Uint8Array): Promise<{ mail: Mail; html: string }> {
  const pasted = readPastedMail(new TextDecoder().decode(bytes))
  const copied = pasted === null ? null : { ...pasted, attachments: [], calendar: null, answer: null }
  try {
    const sent = await readEml(bytes)
    const { from, subject } = sent.mail
    // "Date :" is a header of both.
    return copied === null || from.email !== '' || subject !== '' ? sent : { mail: copied, html: '' }
  } catch (error) {
    if (copied === null) throw error
    return { mail: copied, html: '' }
  }
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return COMPOUND_FILE.every((byte, at) => bytes[at] === byte)
}
