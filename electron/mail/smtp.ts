// Sends one message. Nothing is delivered before the line that ends it: until our bytes were read to their end, a failure
// is one for certain; from then on only the server's answer tells.
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailFailure, MailOrder, MailOutcome } from '../domain/dispatch/mail-order.ts'
import { answerOf, connectionFailure, failed, patience, tlsOptions } from './failures.ts'

type Failure = Error & { code?: string; command?: string; response?: string; responseCode?: number }
type Sent = { response: string; rejectedErrors?: readonly (Failure & { recipient?: string })[] }

export async function sendBySmtp({ account, password, message }: MailOrder): Promise<MailOutcome> {
  const connection = new SMTPConnection({
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    requireTLS: account.security === 'starttls',
    // Otherwise the name of this machine would be told.
    name: 'localhost',
    tls: tlsOptions(account),
    connectionTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.socket,
    allowInternalNetworkInterfaces: true,
  })
  // The whole conversation fails with the connection, whatever it was waiting for.
  const lost = new Promise<never>((_, reject) => connection.on('error', reject))
  lost.catch(() => undefined)
  const step = <T>(begin: (done: (error: Error | null | undefined, value: T) => void) => void) =>
    Promise.race([
      lost,
      new Promise<T>((resolve, reject) => begin((error, value) => (error ? reject(error) : resolve(value)))),
    ])
  try {
    try {
      await step<void>((done) => connection.connect((error) => done(error, undefined)))
    } catch (thrown) {
      return failed(connectionFailure(thrown), thrown)
    }
    try {
      await step<void>((done) =>
        connection.login({ user: account.user, pass: password }, (error) => done(error, undefined)),
      )
    } catch (thrown) {
      const { code, responseCode } = thrown as Failure
      return failed(
        code === 'EAUTH' && responseCode !== undefined ? 'mail-password-wrong' : connectionFailure(thrown),
        thrown,
      )
    }
    return message === null
      ? { outcome: 'done', answer: '', refused: [] }
      : await send(connection, step, message)
  } finally {
    connection.close()
  }
}

type Step = <T>(begin: (done: (error: Error | null | undefined, value: T) => void) => void) => Promise<T>

async function send(
  connection: SMTPConnection,
  step: Step,
  { bytes, from, to }: NonNullable<MailOrder['message']>,
): Promise<MailOutcome> {
  const body = new Tail(bytes)
  try {
    const sent = await step<Sent>((done) =>
      connection.send({ from, to: [...to], size: bytes.length }, body, (error, info) =>
        done(error, info as unknown as Sent),
      ),
    )
    return {
      outcome: 'done',
      answer: answerOf(sent.response),
      refused: (sent.rejectedErrors ?? []).map((error) => ({
        recipient: error.recipient ?? '',
        answer: answerOf(error.response ?? error.message),
      })),
    }
  } catch (thrown) {
    const failure = thrown as Failure
    // An answer to the message itself, and not one that the connection ended with.
    const isAnswered = failure.responseCode !== undefined && failure.command !== 'CONN'
    if (body.isGone && !isAnswered) return { outcome: 'unknown', answer: answerOf(failure.message) }
    return failed(refusalOf(failure), failure.response ?? failure.message)
  }
}

function refusalOf({ code, command, response = '', responseCode }: Failure): MailFailure {
  if (responseCode === undefined) return code === 'EMESSAGE' ? 'mail-too-large' : 'mail-server-away'
  if (/\b[45]\.2\.2\b|quota|mailbox full|over.?limit|rate limit|too many/i.test(response)) return 'mail-quota'
  if (/\b[45]\.3\.4\b|size|too (large|big)|exceed/i.test(response)) return 'mail-too-large'
  if (responseCode === 552) return 'mail-too-large'
  return command === 'RCPT TO' ? 'mail-recipients-refused' : 'mail-refused'
}

/** The bytes in pieces; knows when the last of them has been taken, after which the line that ends them may follow. */
class Tail extends Readable {
  readonly #bytes: Uint8Array
  #at = 0
  isGone = false

  constructor(bytes: Uint8Array) {
    super()
    this.#bytes = bytes
  }

  override _read(size: number): void {
    if (this.#at >= this.#bytes.length) {
      this.isGone = true
      this.push(null)
      return
    }
    const piece = this.#bytes.subarray(this.#at, this.#at + size)
    this.#at += piece.length
    this.push(piece)
  }
}
