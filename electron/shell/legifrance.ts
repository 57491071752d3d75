// Légifrance through the State's gateway PISTE (OAuth 2, client credentials), with the office's own keys: asked when somebody
// asks, for one text, by nothing else. Source: piste.gouv.fr, API Légifrance 2.4.
import { net, session } from 'electron'
import { z } from 'zod'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { Settled } from '../domain/managed/policies.ts'
import { LegifranceAnswer, type LegifranceKeys, wordsOf } from '../domain/watch/legifrance.ts'
import { KeptPassword } from './kept-password.ts'
import { legifranceGateway } from './legifrance-gateway.ts'
import { log } from './log.ts'
import type { ShellMethods } from './shell-table.ts'

type Access = Promise<Envelope<Output<'legifrance.access'>>>
type Failed = Extract<Envelope<never>, { ok: false }>
type Token = { readonly of: string; readonly value: string; readonly until: number }

const Granted = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number() })

/** A person waits for it, in milliseconds. */
const PATIENCE_MS = 20_000
/** The longest codes have a few million letters; what is longer is no text of the JO. */
const MAX_ANSWER = 20_000_000
/** Before it ends, so that no question is on its way with a token that has ended, in seconds. */
const EARLY = 60

/** @param folder where the keys are kept, of this machine alone. */
export function legifranceMethods(
  settled: Settled,
  folder: string,
): Pick<ShellMethods, Extract<keyof ShellMethods, `legifrance.${string}`>> {
  const legifrance = new Legifrance(settled, folder)
  return {
    'legifrance.access': () => legifrance.access(),
    'legifrance.setKeys': (keys) => legifrance.setKeys(keys),
    'legifrance.forgetKeys': () => legifrance.forgetKeys(),
    'legifrance.read': (which) => legifrance.read(which),
  }
}

class Legifrance {
  readonly #gateway: ReturnType<typeof legifranceGateway>
  readonly #keys: KeptPassword
  #token: Token | null = null

  constructor(settled: Settled, folder: string) {
    this.#gateway = legifranceGateway(settled)
    this.#keys = new KeptPassword(folder, 'legifrance.json')
  }

  async access(): Access {
    const clientId = await this.#keys.account()
    return { ok: true, value: { clientId, secret: await this.#keys.state(clientId) } }
  }

  async setKeys(keys: Parsed<'legifrance.setKeys'>): Access {
    const granted = await this.#grant(keys)
    if (!granted.ok) return granted
    await this.#keys.set(keys.clientId, keys.secret)
    return this.access()
  }

  async forgetKeys(): Access {
    this.#token = null
    await this.#keys.forget()
    return this.access()
  }

  async read({ reference }: Parsed<'legifrance.read'>): Promise<Envelope<Output<'legifrance.read'>>> {
    const clientId = await this.#keys.account()
    const secret = clientId === null ? null : await this.#keys.of(clientId)
    if (this.#gateway === null) return refused('setting-managed')
    if (clientId === null || secret === null) return refused('legifrance-no-keys')
    const token = await this.#tokenOf({ clientId, secret })
    if (!token.ok) return token
    const isNor = !reference.startsWith('JORFTEXT')
    const answer = await ask(`${this.#gateway.api}/consult/${isNor ? 'getJoWithNor' : 'jorf'}`, {
      headers: { authorization: `Bearer ${token.value.value}`, 'content-type': 'application/json' },
      body: JSON.stringify(isNor ? { nor: reference } : { textCid: reference }),
    })
    if (!answer.ok) {
      // What it says of its rights may have changed since the token was given.
      this.#token = null
      return answer
    }
    const read = LegifranceAnswer.safeParse(answer.value)
    return read.success ? { ok: true, value: { words: wordsOf(read.data) } } : refused('legifrance-not-there')
  }

  async #tokenOf(keys: LegifranceKeys): Promise<Envelope<Token>> {
    const known = this.#token
    if (known !== null && known.of === keys.clientId && known.until > performance.now())
      return { ok: true, value: known }
    return this.#grant(keys)
  }

  async #grant({ clientId, secret }: LegifranceKeys): Promise<Envelope<Token>> {
    if (this.#gateway === null) return refused('setting-managed')
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: 'openid',
    }
    const answer = await ask(this.#gateway.token, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
    // The standard has 400 for keys that are none, and some servers 401.
    if (!answer.ok)
      return answer.error.code === 'legifrance-not-there' ? refused('legifrance-keys-refused') : answer
    const granted = Granted.safeParse(answer.value)
    if (!granted.success) return refused('legifrance-away')
    const { access_token: value, expires_in: seconds } = granted.data
    const until = performance.now() + Math.max(0, seconds - EARLY) * 1_000
    this.#token = { of: clientId, value, until }
    return { ok: true, value: this.#token }
  }
}

/** In a session of its own: that of the window is kept off the network. */
async function ask(
  address: string,
  question: { headers: Record<string, string>; body: string },
): Promise<Envelope<unknown>> {
  const own = session.fromPartition('legifrance', { cache: false })
  try {
    // The name of a proxy would not be resolved: only the hosts of the gateway are.
    await own.setProxy({ mode: 'direct' })
    const answer = await own.fetch(address, {
      ...question,
      method: 'POST',
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (answer.status === 429) return refused('legifrance-limit')
    if (answer.status === 401 || answer.status === 403) return refused('legifrance-keys-refused')
    if (answer.status === 400 || answer.status === 404) return refused('legifrance-not-there')
    if (!answer.ok) throw new Error(`it answers ${answer.status}`)
    return { ok: true, value: JSON.parse(await wholeText(answer)) }
  } catch (thrown) {
    log.warn(`Légifrance was not read${net.isOnline() ? '' : ' offline'}: ${String(thrown)}`)
    return refused('legifrance-away')
  }
}

async function wholeText(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of answer.body ?? []) {
    text += decoder.decode(part, { stream: true })
    if (text.length > MAX_ANSWER) throw new Error('the answer does not end')
  }
  return text + decoder.decode()
}

const refused = (code: Failed['error']['code'] & string): Failed => ({ ok: false, error: { code } })
