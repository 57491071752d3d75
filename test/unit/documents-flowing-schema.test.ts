import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { carriedJson } from '../../electron/documents/carried.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { schemaFileName, schemaText } from '../../electron/documents/schema.ts'
import { emptyFile } from './documents-builders.ts'
import { dressedMeeting } from './documents-dressed.ts'

const path = join(import.meta.dirname, '../../resources/schema', schemaFileName)
const file = dressedMeeting()
const models = [
  minutesModel(file),
  minutesModel(emptyFile()),
  agendaModel(file),
  convocationModel(file, { date: '2026-11-02', replyBy: null }),
]

describe('the schema', () => {
  it('in resources is the one of the models: npm run schema writes it again', () => {
    expect(readFileSync(path, 'utf8') === schemaText()).toBe(true)
  })

  it('takes what documents carry, and nothing that is left out of it or added to it', () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(path, 'utf8')))
    for (const model of models) {
      const carried = JSON.parse(carriedJson(model))
      expect(schema.safeParse(carried).error?.issues ?? []).toEqual([])
      const { head: _, ...headless } = carried
      for (const other of [headless, { ...carried, note: 'x' }, { ...carried, $schema: 'x' }, model])
        expect(schema.safeParse(other).success).toBe(false)
    }
  })
})
