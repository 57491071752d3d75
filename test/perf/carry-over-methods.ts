import { type Inputs, pick, type Sample } from './method-inputs.ts'

const proposed = async ({ call, next }: Sample, run: number) => {
  const { proposals } = await call('carryOver.list', { meetingId: next })
  return pick(proposals, run).source
}

type Names = Extract<keyof Inputs, `carryOver.${string}`>

export const carryOverInputs: Pick<Inputs, Names> = {
  'carryOver.list': ({ next }) => ({ meetingId: next }),
  'carryOver.actions': ({ next }) => ({ meetingId: next }),
  'carryOver.take': async (sample, run) => ({
    meetingId: sample.next,
    sources: [await proposed(sample, run)],
  }),
  'carryOver.dismiss': async (sample, run) => ({
    meetingId: sample.next,
    sources: [await proposed(sample, run)],
    why: 'Mesure',
  }),
  'carryOver.takeBack': async (sample, run) => {
    const { next: meetingId, call } = sample
    const sources = [await proposed(sample, run)]
    const { dismissed } = await call('carryOver.dismiss', { meetingId, sources, why: 'Mesure' })
    const { id, version } = pick(dismissed, 0)
    return { meetingId, id, version }
  },
}
