// What a failure of a mail server says: one of few things that somebody can do something about.

import { isIP } from 'node:net'
import * as tls from 'node:tls'
import type { MailFailure, MailOutcome } from '../domain/dispatch/mail-order.ts'
import type { MailAccount } from '../domain/dispatch/sending.ts'
import { withoutBreaks } from '../domain/text/without-breaks.ts'

const MOST_ANSWER = 500

/** As much of a server's words as is worth keeping. */
export const answerOf = (words: unknown): string => withoutBreaks(String(words)).slice(0, MOST_ANSWER)

export const failed = (code: MailFailure, words: unknown): MailOutcome => ({
  outcome: 'failed',
  code,
  answer: answerOf(words),
})

/** How long a server may keep us waiting, in milliseconds. */
export const patience = { connection: 20_000, greeting: 20_000, socket: 120_000 } as const

/**
 * Certificates count that this computer trusts: those of an administration's own authority too, where the runtime can ask
 * the system for them (Node.js 22.15 on).
 */
export function tlsOptions({ host }: MailAccount): tls.ConnectionOptions {
  const certificates: unknown = Reflect.get(tls, 'getCACertificates')
  const known = (kind: string): string[] =>
    typeof certificates === 'function' ? Reflect.apply(certificates, tls, [kind]) : []
  const ca = [...new Set([...known('default'), ...known('system')])]
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(ca.length === 0 ? {} : { ca }),
    // A name that is an address has no certificate of its own.
    ...(isIP(host) === 0 ? { servername: host } : {}),
  }
}

const untrusted =
  /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|ERR_SSL_.*CERT)/

/** A failure before anything could have left, by what the libraries call it. */
export function connectionFailure(thrown: unknown): MailFailure {
  const codes = codesOf(thrown)
  if (codes.some((code) => untrusted.test(code))) return 'mail-certificate'
  if (/certificate|self.signed/i.test(String(thrown))) return 'mail-certificate'
  if (codes.some((code) => /^(ETLS|EPROTO|ERR_SSL|ERR_TLS)/.test(code)) || /STARTTLS/i.test(String(thrown)))
    return 'mail-without-tls'
  return 'mail-server-away'
}

/** The codes of a failure and of those that it came from. */
function codesOf(thrown: unknown): string[] {
  const codes: string[] = []
  for (
    let error: unknown = thrown;
    typeof error === 'object' && error !== null;
    error = Reflect.get(error, 'cause')
  )
    for (const name of ['code', 'originalCode', 'tlsCode'])
      if (typeof Reflect.get(error, name) === 'string') codes.push(String(Reflect.get(error, name)))
  return codes
}
