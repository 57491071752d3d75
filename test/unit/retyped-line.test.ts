import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NotationContext, readLine } from '../../electron/domain/session/notation.ts'
import type { LineKind } from '../../electron/domain/session/session.ts'
import { retyped } from '../../electron/domain/text/retyped-line.ts'

const context: NotationContext = {
  saidOn: '2026-12-10',
  nextMeeting: null,
  speakers: [
    {
      label: 'ADX',
      keys: ['adx'],
      organisation: 'ADX',
      organisationId: 'id-ADX',
      personId: null,
      answering: '',
    },
  ],
}
const kinds: LineKind[] = ['note', 'decision', 'action', 'watch', 'question']
const line = (kind: LineKind, text: string, more = {}) => ({ kind, text, speaker: '', dueWords: '', ...more })
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

describe('a line made of another kind', () => {
  it.each<[LineKind, LineKind, string, object, string]>([
    ['note', 'decision', 'le calendrier est retenu', {}, 'D : le calendrier est retenu'],
    ['decision', 'note', 'Le calendrier est retenu.', {}, 'Le calendrier est retenu.'],
    ['intervention', 'question', 'demande qui paie', { speaker: 'ADX' }, '? : ADX demande qui paie'],
    [
      'action',
      'note',
      'Relire',
      { speaker: 'ADX', dueWords: 'avant le 15/01' },
      'Relire (ADX, avant le 15/01)',
    ],
    ['action', 'intervention', 'Relire', { speaker: 'ADX' }, '@ADX Relire'],
    ['decision', 'note', 'D : mot pour mot', {}, '\\D : mot pour mot'],
    ['decision', 'note', 'ADX : mot pour mot', {}, '\\ADX : mot pour mot'],
    ['decision', 'note', '#4 n’est pas un numéro de point', {}, '\\#4 n’est pas un numéro de point'],
  ])('from %s to %s: %s', (from, to, text, more, raw) => {
    expect(retyped(line(from, text, more), to, context)).toBe(raw)
    expect(readLine(raw, context)).toMatchObject({ kind: to, itemNumber: null })
  })

  it('is no intervention of nobody', () => {
    expect(retyped(line('note', 'demande un délai'), 'intervention', context)).toBeNull()
  })

  it('is read as its new kind and keeps every word', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.stringMatching(/^(?:[DAV?] ?: ?|#\d |@ADX |ADX : |\\)?[a-zé ]{1,20}(?:avant le 15\/01)?$/u),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...kinds), fc.constantFrom(...kinds), (written, from, to) => {
        fc.pre(written.trim() !== '' && from !== to)
        const raw = retyped(
          line(from, written.trim(), { speaker: from === 'action' ? 'ADX' : '' }),
          to,
          context,
        )
        const read = readLine(raw ?? '', context)
        expect(read.kind).toBe(to)
        expect(words([read.text, read.due?.words, read.named?.words].join(' '))).toEqual(
          expect.arrayContaining(words(written)),
        )
      }),
    )
  })
})
