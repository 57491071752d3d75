import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedTemplates } from '../../electron/documents/text/dispatch.ts'
import { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import {
  type FieldValues,
  fieldsOf,
  fillSubject,
  fillTemplate,
  unknownFields,
} from '../../electron/domain/text/template-fields.ts'

describe('shipped templates', () => {
  it.each(DispatchKind.options)('%s holds only fields of its kind', (kind) => {
    const { subject, body } = shippedTemplates[kind]
    expect(unknownFields(kind, `${subject}\n${body}`)).toEqual([])
    expect(body).toContain('{civilité}')
    expect(body).toContain('{signature}')
  })

  it.each(DispatchKind.options)('%s leaves no trace of what has no value', (kind) => {
    const { subject, body } = shippedTemplates[kind]
    fc.assert(
      fc.property(fc.subarray([...fieldsOf(kind)]), (present) => {
        const values: FieldValues = Object.fromEntries(present.map((field) => [field, `valeur de ${field}`]))
        const text = fillTemplate(body, {
          ...values,
          civilité: 'Madame',
          instance: 'IND',
          séance: 'séance',
          signature: 'S',
        })
        expect(text).not.toMatch(/[{}]|undefined|null/)
        expect(text).not.toMatch(/\n\n\n|^\n|\n$/)
        expect(text).not.toMatch(/ {2,}| [.,)]|\(\)/)
        // No heading announces nothing, no label stands without its value.
        expect(text).not.toMatch(/:\s*(\n\n|$)/)
        expect(text).not.toMatch(/:[ \u00a0]*$/)
        expect(fillSubject(subject, values)).not.toMatch(/[{}\n]/)
      }),
    )
  })

  it('say all that they are given', () => {
    for (const kind of DispatchKind.options) {
      const { subject, body } = shippedTemplates[kind]
      const used = [...`${subject}\n${body}`.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '')
      const values: FieldValues = Object.fromEntries(fieldsOf(kind).map((field) => [field, `«${field}»`]))
      const text = `${fillSubject(subject, values)}\n${fillTemplate(body, values)}`
      for (const name of used) expect(text).toContain(`«${name}»`)
    }
  })
})

describe('filling', () => {
  it('drops a line without value, its heading, and the blank lines around them', () => {
    const template = 'Bonjour,\n\nLieu : {lieu}\nLien : {lien}\n\nPoints :\n{ordre du jour}\n\nFin'
    expect(fillTemplate(template, { lieu: 'Salle 4' })).toBe('Bonjour,\n\nLieu : Salle 4\n\nFin')
    expect(fillTemplate('Points :\n\n{ordre du jour}\n\nFin', {})).toBe('Fin')
    expect(fillTemplate(template, { 'ordre du jour': '1. A\n2. B' })).toBe(
      'Bonjour,\n\nPoints :\n1. A\n2. B\n\nFin',
    )
  })

  it('mends a sentence in which one of several values is missing', () => {
    expect(fillTemplate('Le {date} à {lieu} (ou {lien}).', { date: '10', lien: 'x' })).toBe('Le 10 à (ou x).')
    expect(fillTemplate('Le {date} ({motif}), {lieu}.', { date: '10', lieu: 'ici' })).toBe('Le 10, ici.')
  })

  it('takes a field however it is written, and never what a value holds', () => {
    expect(
      fillTemplate('{ DATE } et {Ordre  du jour}', {
        date: '{lieu} $& $1',
        'ordre du jour': 'a',
        lieu: 'non',
      }),
    ).toBe('{lieu} $& $1 et a')
  })

  it('keeps an object on one line', () => {
    expect(fillSubject('{titre}\n{motif}', { titre: 'a\nb', motif: 'c' })).toBe('a b c')
  })
})

describe('unknown fields', () => {
  it('are named as they were typed', () => {
    expect(unknownFields('convocation', 'x {prenom} {date} { Actions } { ouvert\n}')).toEqual([
      '{prenom}',
      '{ Actions }',
    ])
  })
})
