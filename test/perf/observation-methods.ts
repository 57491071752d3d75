// Observation methods: inputs of the timed methods on observations, on the minutes being written.
import type { MethodsOf } from '../../electron/contract/index.ts'
import { newId } from '../../electron/features/new-id.ts'
import { type Inputs, type Sample, target } from './method-inputs.ts'

const before = 'La direction rappelle l’objet du projet et son calendrier. '.repeat(6)

const fresh = async ({ call, written }: Sample) =>
  target(
    await call('observations.add', {
      id: newId(),
      meetingId: written,
      paper: 'minutes',
      fields: { beforeText: before, afterText: before.replace('calendrier', 'budget') },
    }),
  )

export const observationInputs: Pick<
  Inputs,
  Extract<MethodsOf<'read'> | MethodsOf<'write'>, `observations.${string}`>
> = {
  'observations.list': ({ written }) => ({ meetingId: written }),
  'observations.add': ({ written }, run) => ({
    id: newId(),
    meetingId: written,
    paper: 'minutes',
    fields: { organisation: `Organisme ${run}`, beforeText: before, afterText: '' },
  }),
  'observations.update': async (sample, run) => ({
    ...(await fresh(sample)),
    patch: { state: 'reworded', answer: `Rédaction retenue ${run}` },
  }),
  'observations.remove': fresh,
}
