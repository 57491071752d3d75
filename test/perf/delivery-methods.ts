import { type Inputs, pick } from './method-inputs.ts'
import { watchItem } from './watch-methods.ts'

type Names = Extract<keyof Inputs, `deliveries.${string}`>

export const deliveryInputs: Pick<Inputs, Names> = {
  'deliveries.criteria': () => ({}),
  'deliveries.updateCriteria': async ({ call }, run) => ({
    version: (await call('deliveries.criteria', {})).version,
    patch: { words: [`mesure ${run}`] },
  }),
  'deliveries.list': () => ({ offset: 0, limit: 100 }),
  'deliveries.get': async ({ call }, run) => ({
    id: pick((await call('deliveries.list', { offset: 0, limit: 100 })).rows, run).id,
  }),
  'deliveries.source': async (sample, run) => ({ watchItemId: (await watchItem(sample, run)).id }),
}
