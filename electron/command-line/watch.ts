import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Output } from '../contract/index.ts'
import type { WatchListPreview } from '../contract/watch-list.ts'
import { refusedLineSentence } from '../contract/watch-list-sentences.ts'
import { toAppError } from '../db/translate-error.ts'
import { PASTED_LENGTH } from '../domain/limits.ts'
import { plural } from '../domain/text/plural.ts'
import { newId } from '../features/new-id.ts'
import { decodeText } from '../imports/decode.ts'
import { htmlToText } from '../imports/mail/html-text.ts'
import type { Command } from './arguments.ts'
import { type Session, withSession } from './session.ts'

/** Rows of a preview that are asked for at once. */
const ROWS = 200

type Pasted = Output<'watch.readPasted'>

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
const TABLE = /\.(?:csv|xlsx)$/i
const DELIVERY = /\.(?:xml|tar|tgz|gz)$/i

/** The texts that each file or folder holds; nothing is stored. */
export function readWatch({ words, data, json }: Command): Promise<number> {
  return withSession(data, async (session) => {
    const read: unknown[] = []
    for (const path of words) {
      const name = basename(path)
      if (await isDelivery(path)) {
        const { token, ...preview } = await session.internal('previewDelivery', { path })
        await session.call('deliveries.drop', { token })
        read.push({ ...preview, name })
        const { texts, refusedCount } = preview.reading
        if (texts + refusedCount === 0) say(nothingIn(name))
        else if (!json)
          say(
            `${name} : ${plural(preview.changes, 'texte changerait', 'textes changeraient')} dans la veille.`,
          )
      } else if (TABLE.test(path)) {
        const { token, ...preview } = await session.internal('previewWatchList', { path })
        await session.call('watchList.drop', { token })
        read.push(preview)
        if (!json)
          say(
            `${name} : ${plural(preview.changes, 'texte changerait', 'textes changeraient')} dans la veille.`,
          )
        tellRefused(preview)
      } else {
        const found = await session.call('watch.readPasted', { words: await wordsOf(path) })
        read.push({ name, ...found })
        if (!json) for (const { title, known } of found.rows) say(`${known === null ? '' : '= '}${title}`)
        tellProblems(found)
        if (found.rows.length + found.problems.length === 0) say(nothingIn(name))
      }
    }
    if (json) process.stdout.write(`${JSON.stringify(read, null, 2)}\n`)
    return 0
  })
}

/**
 * Takes them into the watch. A pasted text that a followed draft may be is left out, and the status is 1, unless
 * `--accept-uncertain` says that the likeliest draft is the one that it publishes.
 */
export function importWatch({ words, data, json, acceptUncertain }: Command): Promise<number> {
  return withSession(data, async (session) => {
    const done: unknown[] = []
    let left = 0
    for (const path of words) {
      const name = basename(path)
      if (await isDelivery(path)) {
        const taken = await takeWhole(session, path, acceptUncertain)
        done.push({ name, delivery: taken.id })
        if (!json) say(`${name} : livraison enregistrée au journal.`)
      } else if (TABLE.test(path)) {
        const table = await takeTable(session, path, acceptUncertain)
        left += table.left
        done.push({ name, ...table })
        if (!json)
          say(
            `${name} : ${plural(table.added, 'texte ajouté', 'textes ajoutés')}, ${plural(table.changed, 'modifié', 'modifiés')}.`,
          )
      } else {
        const pasted = await takePasted(session, await wordsOf(path), acceptUncertain)
        left += pasted.left
        done.push({ name, added: pasted.added, left: pasted.left })
        if (!json) say(`${name} : ${plural(pasted.added, 'texte suivi', 'textes suivis')}.`)
      }
    }
    if (json) process.stdout.write(`${JSON.stringify(done, null, 2)}\n`)
    return left === 0 ? 0 : 1
  })
}

/**
 * Nothing of a delivery is left out: a text that a followed draft may be is one more, and named, unless `acceptUncertain` says that
 * it publishes the likeliest.
 */
async function takeWhole(
  session: Session,
  path: string,
  acceptUncertain: boolean,
): Promise<Output<'deliveries.take'>> {
  const { token, proposed } = await session.internal('previewDelivery', { path })
  const drafts = new Map<string, string>()
  for (let offset = 0; offset < proposed; offset += ROWS)
    for (const row of await session.call('deliveries.rows', { token, offset, limit: ROWS })) {
      const [draft] = row.drafts
      if (draft === undefined) continue
      if (acceptUncertain && !drafts.has(draft.id)) drafts.set(draft.id, row.jorfText)
      else say(`À vérifier, un projet suivi est peut-être ce texte : ${row.title}`)
    }
  return session.call('deliveries.take', {
    token,
    except: [],
    drafts: [...drafts].map(([id, jorfText]) => ({ id, jorfText })),
    followUp: 'toFollow',
  })
}

async function takePasted(
  { call }: Session,
  words: string,
  acceptUncertain: boolean,
): Promise<{ added: number; left: number }> {
  const found = await call('watch.readPasted', { words })
  tellProblems(found)
  const unknown = found.rows.filter(({ known }) => known === null)
  const doubtful = acceptUncertain ? [] : unknown.filter(({ drafts }) => drafts.length > 0)
  for (const { title } of doubtful) say(`À vérifier, un projet suivi est peut-être ce texte : ${title}`)
  const texts = unknown
    .filter((row) => !doubtful.includes(row))
    .map(({ text, drafts: [draft] }) => ({
      id: newId(new Date()),
      text,
      publishes: draft === undefined ? null : { id: draft.id, version: draft.version },
    }))
  if (texts.length > 0) await call('watch.addPasted', { texts })
  return { added: texts.length, left: doubtful.length }
}

/** Lines that a followed draft may be are left out unless `acceptUncertain`; refused ones always. */
async function takeTable(
  session: Session,
  path: string,
  acceptUncertain: boolean,
): Promise<Output<'watchList.take'>> {
  const preview = await session.internal('previewWatchList', { path })
  const { token } = preview
  tellRefused(preview)
  const except: number[] = []
  for (let offset = 0; offset < preview.changes && !acceptUncertain; offset += ROWS)
    for (const { line, title, draft } of await session.call('watchList.rows', { token, offset, limit: ROWS }))
      if (draft !== null) {
        except.push(line)
        say(`À vérifier, un projet suivi est peut-être ce texte : ${title}`)
      }
  const taken = await session.call('watchList.take', { token, except })
  return { ...taken, left: taken.left + preview.refusedCount }
}

function tellRefused({ refused }: Pick<WatchListPreview, 'refused'>): void {
  for (const line of refused) say(refusedLineSentence(line))
}

/** A consolidated text, or a list of the versions of one: there is nothing in it to follow, and that is said. */
function nothingIn(name: string): string {
  return `${name} : aucun texte publié n’y a été trouvé.`
}

function tellProblems({ problems }: Pasted): void {
  for (const problem of problems) say(`Identifiant écarté : ${problem.words}`)
}

async function isDelivery(path: string): Promise<boolean> {
  const found = await stat(path).catch((thrown) => {
    throw toAppError(thrown)
  })
  return found.isDirectory() || DELIVERY.test(path)
}

async function wordsOf(path: string): Promise<string> {
  const text = decodeText(new Uint8Array(await readFile(path)))
  return (/\.html?$/i.test(path) ? htmlToText(text) : text).slice(0, PASTED_LENGTH)
}
