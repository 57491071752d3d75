// Calls of every method with inputs of the right shape and strange content, and of broken shapes; each must be answered
// or refused by a code that has its sentence, never by a failure of the program, and a refusal writes nothing.
import fc from 'fast-check'
import { z } from 'zod'
import { contract, type Method } from '../../electron/contract/index.ts'
import { handlers } from '../../electron/features/handlers.ts'
import { openTestCore } from '../contract/open-core.ts'
import { fileFaults } from './file-faults.ts'

export type FuzzReport = {
  calls: number
  answered: number
  refused: number
  /** Failures of the program, refusals that wrote, and what was wrong with the file at the end; must be none. */
  faults: string[]
}

type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema | false
  properties?: Record<string, Schema>
  required?: string[]
  $ref?: string
  $defs?: Record<string, Schema>
}

/** Ids would name nothing any more. Without a shared folder no hand-over does this. */
const putOtherData: readonly Method[] = ['backups.restore', 'sample.load']
const IDS = Array.from({ length: 6 }, (_, n) => `01900000-0000-7000-8000-00000000000${n}`)
const STRANGE = [
  '',
  ' ',
  'é',
  '\u0000',
  '\u202e',
  '2026-02-30',
  '2026-12-10',
  '25:61',
  '14:00',
  '=1+1',
  '😀',
  "'; --",
]

/** @param control plants a handler that fails, which must be found. */
export async function fuzzContract(options: {
  runs: number
  seed: number
  control?: boolean
}): Promise<FuzzReport> {
  const report: FuzzReport = { calls: 0, answered: 0, refused: 0, faults: [] }
  const opened = await openTestCore()
  const really = handlers['minutes.start']
  const plant = (handler: typeof really) => Object.assign(handlers, { 'minutes.start': handler })
  if (options.control === true)
    plant(async () => {
      throw new TypeError('planted')
    })
  try {
    // Something for the ids to name.
    for (const date of ['2026-12-10', '2027-01-14'])
      IDS.push((await opened.ok('meetings.create', { fields: { date }, fromTemplate: true })).id)
    const methods = (Object.keys(contract) as Method[]).filter(
      (method) =>
        // What leads out of damaged data works on no data at all.
        !['shell', 'recovery'].includes(contract[method].kind) &&
        !putOtherData.includes(method) &&
        (options.control !== true || method.startsWith('minutes.')),
    )
    const newest = async () => (await opened.ok('history.list', { meetingId: null, limit: 1 }))[0]?.seq ?? 0
    const calls = fc
      .constantFrom(...methods)
      .chain((method) => fc.tuple(fc.constant(method), inputOf(method)))
    for (const [method, input] of fc.sample(calls, { numRuns: options.runs, seed: options.seed })) {
      const before = await newest()
      opened.log.length = 0
      const envelope = await opened.core.callUntyped(method, input)
      report.calls += 1
      if (envelope.ok) report.answered += 1
      else {
        report.refused += 1
        if (envelope.error.code === 'unexpected')
          report.faults.push(
            `${method}: ${opened.log.join(' ').slice(0, 200)} ${JSON.stringify(input).slice(0, 300)}`,
          )
        if (contract[method].kind === 'write' && (await newest()) !== before)
          report.faults.push(`${method} was refused and wrote`)
      }
    }
    report.faults.push(...fileFaults(opened.folder))
  } finally {
    plant(really)
    await opened.dispose()
  }
  return report
}

/** Mostly of the shape that the method asks for; else anything. */
function inputOf(method: Method): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract[method].input, { unrepresentable: 'any', io: 'input' }) as Schema
  return fc.oneof(
    { weight: 5, arbitrary: arbitraryOf(schema, schema.$defs ?? {}, 3) },
    { weight: 1, arbitrary: fc.object() },
  )
}

function arbitraryOf(schema: Schema, defs: Record<string, Schema>, depth: number): fc.Arbitrary<unknown> {
  const inner = (one: Schema) => arbitraryOf(one, defs, depth - 1)
  if (schema.$ref !== undefined)
    return depth < 0 ? fc.constant(null) : inner(defs[schema.$ref.replace(/^.*\//, '')] ?? {})
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map(inner))
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, inner(one)])),
        { requiredKeys: schema.required ?? [] },
      )
    case 'array':
      return depth < 0 || !schema.items ? fc.constant([]) : fc.array(inner(schema.items), { maxLength: 3 })
    case 'string':
      return schema.format === 'uuid' || schema.pattern?.includes('[0-9a-f]{8}') === true
        ? fc.nat(99).map((n) => IDS[n % IDS.length] ?? '')
        : fc.oneof(fc.constantFrom(...STRANGE), fc.constant('2026-12-10'), fc.string({ maxLength: 40 }))
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer())
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      // Bytes, which JSON has no word for.
      return fc.uint8Array({ maxLength: 200 })
  }
}
