// Real servers on this machine, for the tests of what leaves: an SMTP server and dovecot, under a certificate of an authority
// of their own.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailAccount } from '../../electron/domain/dispatch/sending.ts'

export const USER = 'secretariat@ind.example'
export const PASSWORD = 'zqx mot de passe'

/** User and group "nobody" of every Linux. */
const NOBODY = 65_534

export type Certificates = { folder: string; ca: string; key: string; cert: string; dispose(): void }

/** An authority, and a certificate of it for this machine. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'seances-certificates-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  openssl('req', '-x509', ...key, '-subj', '/CN=Essai', '-keyout', at('ca.key'), '-out', at('ca.pem'))
  const names = 'subjectAltName=DNS:localhost'
  openssl(
    ...['req', '-x509', '-CA', at('ca.pem'), '-CAkey', at('ca.key'), ...key, '-subj', '/CN=localhost'],
    ...['-addext', names, '-addext', 'basicConstraints=CA:FALSE'],
    ...['-keyout', at('key.pem'), '-out', at('cert.pem')],
  )
  return {
    folder,
    ca: at('ca.pem'),
    key: at('key.pem'),
    cert: at('cert.pem'),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Jobs that start meanwhile trust the authority; returns how to end that. */
export function trusting({ ca }: Certificates): () => void {
  const before = process.env.NODE_EXTRA_CA_CERTS
  process.env.NODE_EXTRA_CA_CERTS = ca
  return () => {
    if (before === undefined) delete process.env.NODE_EXTRA_CA_CERTS
    else process.env.NODE_EXTRA_CA_CERTS = before
  }
}

type Delivered = { from: string; to: string[]; text: string }
export type SmtpWorld = {
  account: MailAccount
  delivered: Delivered[]
  close(): Promise<void>
}

/** What a server does at a step; `drop` cuts the line. */
type Step = (drop: () => void) => Error | null | undefined
/** The answer waits for it, and is this refusal when it is one. */
type LastStep = (drop: () => void) => null | Promise<Error | null>

export async function smtpServer(
  { key, cert }: Certificates,
  how: {
    security?: MailAccount['security']
    size?: number
    /** Refuses a recipient with these words. */
    refuses?: Readonly<Record<string, string>>
    /** By the name of the step. */
    steps?: Partial<Record<'connect' | 'login' | 'from' | 'to' | 'data', Step>> & { taken?: LastStep }
    /** In place of any answer to the message, once it has been taken in whole. */
    answer?: () => Error | null
    hideTls?: boolean
  } = {},
): Promise<SmtpWorld> {
  const delivered: Delivered[] = []
  const { steps = {}, security = 'tls' } = how
  const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })
  const lines = () => [...server.connections] as unknown as { session?: { id: string }; _socket?: Socket }[]
  const dropping = (id: string) => () =>
    void lines()
      .find(({ session }) => session?.id === id)
      ?._socket?.destroy()
  const at = (name: Exclude<keyof typeof steps, 'taken'>, id: string) => steps[name]?.(dropping(id))
  const options: SMTPServerOptions = {
    secure: security === 'tls',
    key: readFileSync(key),
    cert: readFileSync(cert),
    logger: false,
    disabledCommands: how.hideTls === true ? ['STARTTLS'] : [],
    allowInsecureAuth: how.hideTls === true,
    ...(how.size === undefined ? {} : { size: how.size }),
    onConnect: (session, done) => done(at('connect', session.id)),
    onAuth: ({ username, password }, session, done) => {
      const failure = at('login', session.id)
      if (failure) done(failure)
      else if (username === USER && password === PASSWORD) done(null, { user: username })
      else done(refusal(535, '5.7.8 authentication failed'))
    },
    onMailFrom: (_, session, done) => done(at('from', session.id)),
    onRcptTo: ({ address }, session, done) => {
      const words = how.refuses?.[address]
      done(words === undefined ? at('to', session.id) : refusal(550, words))
    },
    onData: (stream, session, done) => {
      at('data', session.id)
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const failure = stream.sizeExceeded
          ? refusal(552, '5.3.4 message size exceeds fixed limit')
          : how.answer?.()
        if (!failure) {
          const { mailFrom, rcptTo } = session.envelope
          delivered.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            text: Buffer.concat(pieces).toString('latin1'),
          })
        }
        const taken = failure ? null : steps.taken?.(dropping(session.id))
        void Promise.resolve(taken).then((late) => done(failure ?? late))
      })
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => undefined)
  const port = await listen(server.server)
  return {
    account: { way: 'server', host: 'localhost', port, security, user: USER },
    delivered,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A line that is cut once the server has answered so many times, or been spoken to so many times. */
export async function cuttingLine(
  to: number,
  cut: { after: number; of: 'said' | 'answered' },
): Promise<{ port: number; close(): Promise<void> }> {
  let said = 0
  let answered = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    const end = () => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', end)
      socket.on('close', end)
    }
    near.on('data', (piece) => {
      if (cut.of === 'said' && said >= cut.after) return end()
      said += 1
      far.write(piece)
    })
    far.on('data', (piece) => {
      if (cut.of === 'answered' && answered >= cut.after) return end()
      answered += 1
      near.write(piece)
    })
  })
  const port = await listen(server)
  return {
    port,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

type ImapWorld = {
  account: MailAccount
  /** The messages of a folder, as files. */
  messages(folder: string): string[]
  close(): Promise<void>
}

/** The group of this process: to no other may it give its sockets. */
const groupName = () => spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim()

/** Dovecot, with one mailbox that it keeps as files; its drafts have a name that only the server tells. */
export async function imapServer(
  { key, cert }: Certificates,
  how: { drafts?: boolean; quotaBytes?: number } = {},
): Promise<ImapWorld> {
  // Short: the path of a socket holds a hundred signs.
  const folder = mkdtempSync(join(tmpdir(), 'd-'))
  chmodSync(folder, 0o755)
  const at = (...names: string[]) => join(folder, ...names)
  for (const name of ['r', 'state', 'mail']) mkdirSync(at(name))
  const { username, uid, gid } = userInfo()
  const isRoot = uid === 0
  // Its processes that speak with strangers are never root's.
  const users = isRoot
    ? { internal: 'dovecot', group: 'dovecot', login: 'dovenull' }
    : { internal: username, group: groupName(), login: username }
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : { uid, gid }
  if (isRoot) for (const path of [folder, at('mail')]) chownSync(path, NOBODY, NOBODY)
  const taken = createServer()
  const port = await listen(taken)
  await new Promise((resolve) => taken.close(resolve))
  writeFileSync(at('users'), `${USER}:{PLAIN}${PASSWORD}:${owner.uid}:${owner.gid}::${folder}::\n`)
  writeFileSync(
    at('dovecot.conf'),
    `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${at('r')}
state_dir = ${at('state')}
log_path = ${at('log')}
protocols = imap
listen = 127.0.0.1
default_internal_user = ${users.internal}
default_internal_group = ${users.group}
default_login_user = ${users.login}
ssl = required
ssl_server_cert_file = ${cert}
ssl_server_key_file = ${key}
mail_driver = maildir
mail_path = ${at('mail')}
${how.quotaBytes === undefined ? '' : `mail_plugins = quota\nprotocol imap {\n  mail_plugins = quota imap_quota\n}\nquota "User quota" {\n  quota_storage_size = ${how.quotaBytes}B\n}\n`}
passdb passwd-file {
  passwd_file_path = ${at('users')}
}
userdb passwd-file {
  passwd_file_path = ${at('users')}
}
namespace inbox {
  inbox = yes
  separator = /
${how.drafts === false ? '' : '  mailbox Ébauches {\n    auto = create\n    special_use = \\\\Drafts\n  }\n'}}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`,
  )
  const server = spawn('dovecot', ['-F', '-c', at('dovecot.conf')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (bytes) => (said += String(bytes)))
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (server.exitCode !== null || tries > 100) throw new Error(`dovecot does not start: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    account: { way: 'drafts', host: 'localhost', port, security: 'tls', user: USER },
    messages(name) {
      const { stdout } = spawnSync(
        'find',
        [at('mail'), '-path', `*/.${name}/*`, '-type', 'f', '-path', '*/cur/*'],
        {
          encoding: 'utf8',
        },
      )
      return stdout
        .split('\n')
        .filter((path) => path !== '')
        .map((path) => readFileSync(path, 'latin1'))
    },
    async close() {
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
