// Contract of attachments: files on meetings and items, kept under their own hash.
import { z } from 'zod'
import { Attachment } from '../domain/attachment.ts'
import { Bytes, Id, Version } from '../domain/ids.ts'
import { long, read, shell, write } from './method.ts'

const place = z.strictObject({ meetingId: Id, itemId: Id.nullable() })
const FileBytes = z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes })

export const attachments = {
  'attachments.list': read(z.strictObject({ meetingId: Id }), z.array(Attachment)),
  /** A dropped or pasted file; `file-refused` for programs, scripts and shortcuts. */
  'attachments.add': long(place.extend({ file: FileBytes }), z.array(Attachment)),
  /** Asks for files with the system's dialog; answers with the new list (unchanged when given up). */
  'attachments.choose': shell(place, z.array(Attachment)),
  'attachments.remove': write(z.strictObject({ id: Id, version: Version }), z.array(Attachment)),
  /** Opens a copy in the system's program for it. */
  'attachments.open': shell(z.strictObject({ id: Id }), z.strictObject({})),
}
