import { expect, it } from 'vitest'
import { startsAsPdf } from '../../electron/domain/documents/starts-as-pdf.ts'
import { enumerated } from '../../electron/domain/text/french.ts'

it('parts words by commas, and the last by « et »', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(enumerated)).toEqual(['', 'A', 'A et B', 'A, B et C'])
})

it('knows a PDF by its sign within the first kilobyte', () => {
  const after = (many: number) => new TextEncoder().encode(`${'x'.repeat(many)}%PDF-1.7`)
  expect([0, 1000, 1024].map((many) => startsAsPdf(after(many)))).toEqual([true, true, false])
})
