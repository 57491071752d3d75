import type { DeliveryPreview } from '../../electron/contract/deliveries.ts'
import type { WatchDelivery } from '../../electron/domain/watch/delivery.ts'
import type { Answers } from './fake-core.ts'
import { id } from './sample.ts'

export const reading: WatchDelivery['reading'] = {
  files: 6,
  texts: 4,
  kept: 2,
  leftOut: { nature: 0, ministry: 0, words: 1, nominative: 1 },
  refusedCount: 1,
  refused: [{ name: 'jorf/bombe.xml', why: 'doctype' }],
  repaired: 1,
  issues: [{ number: '0192', publishedOn: '2099-08-19', listed: 5, delivered: 4 }],
  from: '2099-08-19',
  to: '2099-08-19',
  cut: ['JORF_20990819-003012.tar.gz'],
  deleted: ['JORFTEXT000099000009'],
}
export const delivery: WatchDelivery = {
  id: id(80),
  at: '2099-08-20T08:00:00.000Z',
  who: 'essai',
  name: 'JORF_20990819-003012.tar.gz',
  state: 'whole',
  reading,
  acts: { new: 1, publishes: 0, completes: 0, corrects: 1, edited: 0, same: 0, older: 0 },
  refusedByHand: 0,
}
export const row = (n: number, title: string): DeliveryPreview['rows'][number] => ({
  jorfText: `JORFTEXT00009900000${n}`,
  act: 'new',
  title,
  nature: 'decret',
  nor: `ZZZJ990000${n}D`,
  ministry: 'Ministère de l’exemple',
  publishedOn: '2099-08-19',
  purpose: 'annuaire partagé.',
  rubric: 'Décrets > Textes généraux',
  warnings: [],
  item: null,
  changed: [],
  drafts: [],
})
export const preview: DeliveryPreview = {
  token: id(81),
  name: delivery.name,
  reading,
  acts: delivery.acts,
  changes: 2,
  proposed: 0,
  rows: [
    row(1, 'Décret de l’annuaire'),
    {
      ...row(2, 'Décret des adresses'),
      act: 'publishes',
      item: { id: id(82), title: 'Projet des adresses' },
      changed: [
        { field: 'in_force_on', before: '2100-01-01', after: '2100-03-01' },
        { field: 'status', before: '', after: 'published' },
      ],
      warnings: ['eli'],
    },
  ],
  deleted: [{ id: id(83), title: 'Arrêté retiré' }],
}
const { refused: _, ...told } = reading
export const answers = (changes: Answers = {}): Answers => ({
  'deliveries.list': () => ({
    rows: [{ ...delivery, reading: told }],
    total: 1,
    gaps: [{ from: '0193', to: '0194', count: 2, after: '2099-08-19', before: '2099-08-22' }],
    newest: { number: '0195', publishedOn: '2099-08-22' },
  }),
  'deliveries.get': () => delivery,
  'deliveries.criteria': () => ({
    version: 3,
    natures: [],
    ministries: [],
    words: [],
    withNominative: false,
  }),
  'deliveries.choose': () => preview,
  'deliveries.take': () => delivery,
  'deliveries.drop': () => ({}),
  'history.state': () => ({ undo: null, redo: null }),
  ...changes,
})
