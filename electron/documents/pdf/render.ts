// A document model to a finished PDF (PDF/UA-1 and PDF/A-3a), through Typst; the same model gives the same bytes.
import { join } from 'node:path'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { z } from 'zod'
import { AppError } from '../../contract/errors.ts'
import type { ImageBytes } from '../../contract/wire.ts'
import { Drawing, svgOf } from '../../domain/documents/drawing.ts'
import { carriedJson } from '../carried.ts'
import { imagesOf } from '../image.ts'
import { DocumentModel } from '../model.ts'
import { joinedWords } from '../paper/joined-words.ts'

import { captionsOf } from './captions.ts'
import { finishPdf } from './finish.ts'
import { printable } from './printable.ts'
import { loadResources, resourcesFolder, type TypstResources } from './resources.ts'

/** Typst sees only what is mapped here: the folder does not exist. */
const root = process.platform === 'win32' ? 'C:\\seances' : '/seances'
/** Compilations after which an unused part of Typst's cache is dropped; 0 would make each export a first one. */
const CACHE_AGE = 8
/** A last page with less on it is nearly empty. */
const LEAST_FILLED = 1 / 3
/** Parts of the usual space between lines and blocks, with the part of a document that they save at the most. */
const CLOSER = [
  { air: 0.85, saved: 0.05 },
  { air: 0.7, saved: 0.2 },
] as const

type Engine = { folder: string; compiler: NodeCompiler; resources: TypstResources }
let engine: Engine | undefined

function engineFor(folder: string): Engine {
  if (engine?.folder === folder) return engine
  const resources = loadResources(folder)
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...resources.fonts] }] })
  for (const [name, source] of resources.templates) compiler.mapShadow(join(root, name), source)
  engine = { folder, compiler, resources }
  return engine
}

/**
 * Renders a document model. Synchronous native work for tens of milliseconds: to be called in a job process.
 * @param input a `DocumentModel`; checked, because it comes from another process.
 * @param options.images bytes of the pictures that the model shows.
 * @param options.resources folder holding `typst/` and `fonts/`.
 * @returns `undrawn`: the signs for which □ stands because no font has them, with how often ("😀", "日 × 3").
 * @throws AppError `file-damaged` when a picture is missing or cannot be read; `unexpected` when Typst refuses
 *   anything else. Its words are in the message, for the log.
 */
export async function renderPdf(
  input: unknown,
  options: { images?: ImageBytes; resources?: string } = {},
): Promise<{ bytes: Uint8Array; pageCount: number; undrawn: string[] }> {
  const model = DocumentModel.parse(input)
  const { compiler, resources } = engineFor(resourcesFolder(options.resources))
  // Facts for readers of the file are no words of its pages.
  const { value, undrawn } = printable(
    'carries' in model ? { ...model, carries: null } : model,
    resources.covered,
  )
  const mapped = new Map([['document.json', toJson(joinedWords(value, model))]])
  const { dataFile } = model.head.metadata
  if (dataFile !== '') mapped.set(dataFile, Buffer.from(carriedJson(model)))
  // Typst tells what an image is by its bytes: a name without extension is enough.
  for (const { sha256, bytes } of options.images ?? []) mapped.set(sha256, Buffer.from(bytes))
  for (const { sha256 } of imagesOf(model))
    if (!mapped.has(sha256)) throw new AppError('file-damaged', { message: `no bytes for picture ${sha256}` })
  for (const [name, content] of mapped) compiler.mapShadow(join(root, name), content)
  try {
    const document = laidOut(compiler, model.kind)
    const bytes = await finishPdf(exported(compiler, document), captionsOf(model))
    return {
      bytes,
      pageCount: document.numOfPages,
      undrawn: undrawn.map(({ sign, count }) => (count === 1 ? sign : `${sign}\u00a0×\u00a0${count}`)),
    }
  } finally {
    // Nothing of one document can be met in the next, and large pictures are not kept.
    for (const name of mapped.keys()) compiler.unmapShadow(join(root, name))
    compiler.evictCache(CACHE_AGE)
    // Native memory is only given back when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** With less space where it would end with a page nearly empty, and so much less does without that page. */
function laidOut(compiler: NodeCompiler, kind: DocumentModel['kind']): NodeTypstDocument {
  const usual = compiled(compiler, kind, 1)
  let best = { document: usual, filled: filledOf(compiler, usual) }
  const rest = best.filled / (usual.numOfPages - 1 + best.filled)
  for (const { air, saved } of CLOSER) {
    if (best.filled >= LEAST_FILLED) break
    if (rest > saved) continue
    const document = compiled(compiler, kind, air)
    const filled = filledOf(compiler, document)
    if (filled > best.filled) best = { document, filled }
  }
  return best.document
}

function compiled(compiler: NodeCompiler, kind: DocumentModel['kind'], air: number): NodeTypstDocument {
  const output = compiler.compile({ mainFilePath: join(root, `${kind}.typ`), inputs: { air: `${air}` } })
  const document = output.result
  if (document === null || output.hasError()) throw typstFailure(compiler, output.takeError())
  return document
}

/** The part of its last page on which a document of several has something, as its template says. */
function filledOf(compiler: NodeCompiler, document: NodeTypstDocument): number {
  if (document.numOfPages === 1) return 1
  return Filled.parse(compiler.query(document, { selector: '<end>', field: 'value' }))[0]
}
const Filled = z.tuple([z.number()])

function exported(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    // Each standard has rules the other lacks; this first pass is only a gate.
    compiler.pdf(document, { pdfStandard: 'ua-1' })
    return compiler.pdf(document, { pdfStandard: 'a-3a' })
  } catch (error) {
    throw new AppError('unexpected', { cause: error, message: `PDF refused: ${String(error)}` })
  }
}

/** Drawings come as shapes, so that their words are made drawable as all others are; Typst takes them as svg. */
function toJson(value: unknown): Buffer {
  return Buffer.from(
    JSON.stringify(value, (key, item: unknown) =>
      key === 'drawing' ? svgOf(Drawing.parse(item), null) : item,
    ),
  )
}

function typstFailure(compiler: NodeCompiler, error: NodeError | null): AppError {
  const details = error === null ? '' : JSON.stringify(compiler.fetchDiagnostics(error))
  const isPicture = /failed to (decode|parse|load) (image|SVG|svg)|unknown image format/i.test(details)
  return new AppError(isPicture ? 'file-damaged' : 'unexpected', { message: `Typst failed: ${details}` })
}
