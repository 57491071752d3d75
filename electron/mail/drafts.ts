// Puts one message into the drafts of a mailbox. What already lies there, the same to the byte, is not put there again.
import { ImapFlow } from 'imapflow'
import type { MailOrder, MailOutcome } from '../domain/dispatch/mail-order.ts'
import { answerOf, connectionFailure, failed, patience, tlsOptions } from './failures.ts'

type Failure = Error & {
  code?: string
  authenticationFailed?: boolean
  responseStatus?: string
  responseText?: string
  serverResponseCode?: string
}

export async function putIntoDrafts({ account, password, message }: MailOrder): Promise<MailOutcome> {
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    ...(account.security === 'starttls' ? { doSTARTTLS: true } : {}),
    auth: { user: account.user, pass: password },
    tls: tlsOptions(account),
    connectionTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.socket,
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
  })
  // Said by the step that meets it; unheard, it would end the process.
  client.on('error', () => undefined)
  try {
    try {
      await client.connect()
    } catch (thrown) {
      const failure = thrown as Failure
      return failed(
        failure.authenticationFailed === true ? 'mail-password-wrong' : connectionFailure(thrown),
        failure.responseText ?? failure.message,
      )
    }
    let folder: string | null
    try {
      folder = await draftsFolder(client)
      if (folder !== null && message !== null && (await liesThere(client, folder, message)))
        return { outcome: 'done', answer: folder, refused: [] }
    } catch (thrown) {
      return failed('mail-server-away', (thrown as Failure).message)
    }
    if (folder === null) return failed('mail-no-drafts', '')
    if (message === null) return { outcome: 'done', answer: folder, refused: [] }
    return await append(client, folder, message.bytes)
  } finally {
    client.close()
  }
}

/** The folder that the server says holds drafts, whatever its name. */
async function draftsFolder(client: ImapFlow): Promise<string | null> {
  const folders = await client.list()
  return folders.find(({ specialUse }) => specialUse === '\\Drafts')?.path ?? null
}

async function liesThere(
  client: ImapFlow,
  folder: string,
  { messageId, bytes }: NonNullable<MailOrder['message']>,
): Promise<boolean> {
  const lock = await client.getMailboxLock(folder, { readOnly: true })
  try {
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true })
    for (const uid of found || []) {
      const one = await client.fetchOne(String(uid), { size: true }, { uid: true })
      if (one === false || one?.size !== bytes.length) continue
      const whole = await client.fetchOne(String(uid), { source: true }, { uid: true })
      if (whole !== false && whole?.source?.equals(bytes) === true) return true
    }
    return false
  } finally {
    lock.release()
  }
}

async function append(client: ImapFlow, folder: string, bytes: Uint8Array): Promise<MailOutcome> {
  try {
    const put = await client.append(folder, Buffer.from(bytes), ['\\Draft', '\\Seen'])
    if (put === false) return failed('mail-refused', '')
    return { outcome: 'done', answer: answerOf(folder), refused: [] }
  } catch (thrown) {
    const { responseStatus, responseText = '', serverResponseCode = '', message } = thrown as Failure
    // NO and BAD are answers, and the limit was told before: nothing was put there.
    if (responseStatus === 'NO' || responseStatus === 'BAD' || serverResponseCode === 'APPENDLIMIT') {
      const words = `${serverResponseCode} ${responseText}`
      if (/OVERQUOTA|quota|full/i.test(words)) return failed('mail-quota', words)
      if (/TOOBIG|too (large|big)|size|LIMIT/i.test(words)) return failed('mail-too-large', words)
      return failed('mail-refused', words)
    }
    return { outcome: 'unknown', answer: answerOf(message) }
  }
}
