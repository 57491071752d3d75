import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { tableShapes } from '../../electron/db/merge/shape.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { fieldWords } from '../../renderer/text/field-words.ts'
import { tableWords } from '../../renderer/text/row-words.ts'

const db = new Database(':memory:', nativeOptions())
migrate(db)
const shapes = tableShapes(db)
afterAll(() => db.close())

const UNNAMED = tableWords('no such table')

describe('tables', () => {
  it('are many, and one that does not exist is called something else', () => {
    expect(shapes.length).toBeGreaterThan(40)
    expect(UNNAMED).toBe('Autre donnée')
  })

  it.each(shapes.map(({ name }) => name))('%s has a name of its own', (name) => {
    expect(tableWords(name)).not.toBe(UNNAMED)
    expect(shapes.filter((other) => tableWords(other.name) === tableWords(name))).toHaveLength(1)
  })
})

describe('fields', () => {
  it('of what is asked most have words', () => {
    for (const table of [
      'meeting',
      'agenda_item',
      'decision',
      'action',
      'project',
      'person',
      'watch_item',
      'subject',
    ])
      for (const column of shapes.find(({ name }) => name === table)?.columns ?? [])
        if (!technical.has(column)) expect([table, column, fieldWords(column)]).not.toContain('autre valeur')
  })
})

/** Edited by nobody. */
const technical = new Set([
  ...['id', 'version', 'created_at', 'updated_at', 'is_sample', 'calendar_sequence', 'occurrence_date'],
])
