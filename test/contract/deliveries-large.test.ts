import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeliveryWorld } from './delivery-world.ts'
import { endWarmJobs } from './open-core.ts'

const SIZE = 200 * 1024 * 1024
/** Of any process, in kilobytes, as the system counts it. */
const MOST_KB = 300 * 1024

let world: DeliveryWorld
beforeEach(async () => {
  endWarmJobs()
  world = await DeliveryWorld.open()
})
afterEach(() => world.dispose())

const head = (id: number) =>
  `<?xml version="1.0" encoding="UTF-8"?><TEXTE><ID>JORFTEXT${String(99_000_000 + id).padStart(12, '0')}</ID><NATURE>DECRET</NATURE><TITREFULL>Décret n° 2099-${id} du 2 janvier 2099 relatif à un long texte</TITREFULL><DATE_PUBLI>2099-01-03</DATE_PUBLI><STRUCT>`
const article = `<ARTICLE><NUM>1</NUM><BLOC_TEXTUEL><CONTENU><p>${'Des mots de l’article, en nombre. '.repeat(60)}</p></CONTENU></BLOC_TEXTUEL></ARTICLE>\n`
const articles = Buffer.from(article.repeat(Math.ceil((512 * 1024) / article.length)))
const end = Buffer.from('</STRUCT></TEXTE>')

/** One text of so many bytes and more, some at a time. */
function* textOf(id: number, size: number): Generator<Buffer> {
  yield Buffer.from(head(id))
  for (let at = 0; at < size; at += articles.length) yield articles
  yield end
}

/** The head of a tar's entry (ustar). */
function entryHead(name: string, size: number): Buffer {
  const block = Buffer.alloc(512)
  block.write(name, 0)
  block.write('0000644\0', 100)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write('00000000000\0', 136)
  block.fill(' ', 148, 156)
  block.write('0', 156)
  block.write('ustar\0', 257)
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return block
}

function write(name: string, chunks: Iterable<Buffer>): string {
  const path = join(world.folder, name)
  const file = openSync(path, 'w')
  for (const chunk of chunks) writeSync(file, chunk)
  closeSync(file)
  return path
}

function* archive(texts: number, size: number): Generator<Buffer> {
  for (let id = 0; id < texts; id += 1) {
    const length = [...textOf(id, size)].reduce((sum, chunk) => sum + chunk.length, 0)
    yield entryHead(`jorf/JORFTEXT${id}.xml`, length)
    yield* textOf(id, size)
    yield Buffer.alloc((512 - (length % 512)) % 512)
  }
  yield Buffer.alloc(1024)
}

/** The most memory that a job of ours had (Linux); the core shares its process with the tests. */
function jobPeak(): number {
  const peaks = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)
      return isOurs ? [Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0)] : []
    } catch {
      // It ended meanwhile.
      return []
    }
  })
  return Math.max(0, ...peaks)
}
const holds = () => {
  // Other systems tell it elsewhere.
  if (process.platform !== 'linux') return
  const peak = jobPeak()
  expect(peak).toBeGreaterThan(20 * 1024)
  expect(peak).toBeLessThan(MOST_KB)
}

describe('two hundred megabytes', () => {
  it('in one file are not read, and that is told', async () => {
    const preview = await world.look(write('JORF_20990103.xml', textOf(1, SIZE)))
    expect(preview).toMatchObject({ changes: 0, reading: { texts: 0, refusedCount: 1 } })
    expect(preview.reading.refused).toEqual([{ name: 'JORF_20990103.xml', why: 'tooLarge' }])
    holds()
  }, 300_000)

  it('in one entry of an archive neither, and what is beside it is read', async () => {
    const both = function* () {
      yield* archiveOf(1, SIZE)
      yield* archive(2, 1)
    }
    const preview = await world.look(write('JORF_20990103.tar', both()))
    expect(preview).toMatchObject({ reading: { texts: 2, refused: [{ why: 'tooLarge' }] } })
    holds()
  }, 300_000)

  it('in many files are read whole', async () => {
    const texts = SIZE / (512 * 1024)
    const preview = await world.look(write('JORF_20990103.tar', archive(texts, 512 * 1024)))
    expect(preview).toMatchObject({ changes: texts, reading: { texts, refusedCount: 0, cut: [] } })
    holds()
  }, 600_000)

  it('that a small archive unfolds to without end are given up', async () => {
    const gzip = createGzip({ level: 9 })
    const chunks: Buffer[] = []
    gzip.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise((resolve) => gzip.once('end', resolve))
    gzip.write(entryHead('jorf/JORFTEXT1.xml', SIZE * 4))
    const nothing = Buffer.alloc(1024 * 1024, ' ')
    for (let at = 0; at < SIZE * 4; at += nothing.length)
      if (!gzip.write(nothing)) await new Promise((resolve) => gzip.once('drain', resolve))
    gzip.end()
    await ended
    expect(await world.lookRefused(write('JORF_20990103.tar.gz', chunks))).toBe('file-inflates')
  }, 300_000)
})

it('more texts than a watch can hold are told by that number, with what helps', async () => {
  expect(await world.lookSaid(write('JORF_20990103.tar', archive(30_001, 0)))).toBe(
    'Les critères retiennent plus de 30\u202f000\u00a0textes de cette livraison. Rien n’a été pris\u00a0: les resserrer, puis réessayer.',
  )
}, 300_000)

function* archiveOf(id: number, size: number): Generator<Buffer> {
  let length = 0
  for (const chunk of textOf(id, size)) length += chunk.length
  yield entryHead('jorf/JORFTEXT900.xml', length)
  yield* textOf(id, size)
  yield Buffer.alloc((512 - (length % 512)) % 512)
}
