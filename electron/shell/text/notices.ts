import { plural } from '../../domain/text/plural.ts'

export const noticeText = {
  title: 'Séances INP',
  /** Numbers alone: anybody who passes by reads it. */
  due: ({ due, late }: { due: number; late: number }) =>
    [
      ...(due === 0 ? [] : [`${plural(due, 'échéance', 'échéances')} aujourd’hui`]),
      ...(late === 0 ? [] : [`${plural(late, 'échéance passée', 'échéances passées')}`]),
    ].join(', '),
} as const
