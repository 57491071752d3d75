import type { MailOrder, MailOutcome } from '../domain/dispatch/mail-order.ts'
import type { MemberRemarks } from '../domain/minutes/member-remarks.ts'
import type { Output, Parsed } from './index.ts'

/** What goes to members, and comes back from them, besides the mail program. */
export type SendingCalls = {
  writeMemberFolders: { input: { meetingId: string; folder: string }; output: { fileNames: string[] } }
  setMailAccount: { input: Parsed<'sending.setAccount'>; output: Output<'sending.setAccount'> }
  /** The password travels with the one call that needs it: the core keeps none. */
  tryMailAccount: { input: { password: string }; output: Output<'sending.try'> }
  sendMessage: {
    input: Parsed<'sending.send'> & { password: string }
    output: Output<'sending.send'>
  }
}

export type SendingJobs = {
  /** What a member wrote in their folder. */
  readMemberRemarks: { input: { bytes: Uint8Array }; output: MemberRemarks }
  /**
   * A member's folder as one page, written to `path`; models are those of documents/. Of the files of the store those that
   * fit are carried, the others named.
   */
  writeMemberFolder: {
    input: {
      folder: unknown
      images: readonly { sha256: string; bytes: Uint8Array }[]
      files: readonly { title: string; fileName: string; path: string; sizeBytes: number }[]
      path: string
    }
    output: { sizeBytes: number }
  }
  /** Speaks with a mail server; the only work that reaches a network. */
  sendMail: { input: MailOrder; output: MailOutcome }
}
