import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { templateFaults, templateKnown } from '../contract/template-sentences.ts'
import { renderFlowing } from '../documents/flowing.ts'
import { readWord } from '../documents/read-back.ts'
import { templateText as text } from '../documents/text/word-template.ts'
import { sampleTemplate } from '../documents/word/sample-templates.ts'
import { fieldsOfTemplate } from '../documents/word/template.ts'
import { writeAtomically } from '../documents/write-atomically.ts'
import {
  isFillable,
  SampleTemplate,
  type TemplateFields,
  TemplateKind,
} from '../domain/documents/word-template.ts'
import type { Command } from './arguments.ts'

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

/** 1 when a field would not be filled. */
export async function checkTemplate({ words: [path = ''], json }: Command): Promise<number> {
  const fields = fieldsOf(await readFile(path))
  if (json) process.stdout.write(`${JSON.stringify(fields, null, 2)}\n`)
  else tell(fields)
  return isFillable(fields) ? 0 : 1
}

/** As the kind of document that it is for: the first that it can be filled with. */
function fieldsOf(template: Uint8Array): TemplateFields {
  const [first, ...others] = TemplateKind.options.map((kind) => fieldsOfTemplate(template, kind))
  const all = first === undefined ? others : [first, ...others]
  const fields = all.find(isFillable) ?? first
  if (fields === undefined) throw new Error('no kind of template')
  return fields
}

function tell(fields: TemplateFields): void {
  if (fields.known.length > 0) say(templateKnown(fields))
  for (const sentence of templateFaults(fields)) say(sentence)
}

/** Fills a template with the parts of a Word file that this application made, and that nobody has changed since. */
export async function useTemplate({ words: [path = '', made = ''], out }: Command): Promise<number> {
  const template = await readFile(path)
  const document = await readFile(made)
  const { model } = readWord(document)
  if (model === null) {
    say(text.edited)
    return 1
  }
  const fields = fieldsOfTemplate(template, model.kind === 'agenda' ? 'agenda' : 'minutes')
  if (!isFillable(fields)) {
    tell(fields)
    return 1
  }
  const images = Object.entries(
    unzipSync(document, { filter: ({ name }) => name.startsWith('word/media/') }),
  ).map(([name, bytes]) => ({ sha256: name.replace(/^word\/media\/|\.\w+$/g, ''), bytes }))
  await writeAtomically(out, await renderFlowing(model, 'docx', images, template))
  return 0
}

export async function writeSamples({ out }: Command): Promise<number> {
  await mkdir(out, { recursive: true })
  for (const name of SampleTemplate.options)
    await writeAtomically(join(out, `modele-${name}.docx`), sampleTemplate(name))
  return 0
}
