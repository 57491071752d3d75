import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

const letterheads = ({ call }: Sample) => call('documentStyle.letterheads', {})
/** One of its own, for what ends one. */
const freshLetterhead = async ({ call }: Sample, run: number) => {
  const id = newId()
  const validFrom = new Date(Date.UTC(2030, 0, run + 1)).toISOString().slice(0, 10)
  const all = await call('documentStyle.addLetterhead', { id, validFrom })
  return target(all.find((one) => one.id === id) ?? { id, version: 1 })
}
const drawing = (run: number) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="${(run % 19) + 1}" height="10" id="${newId()}"/></svg>`,
  )
const aLogo = async (sample: Sample, run: number) => {
  const letterheadId = pick(await letterheads(sample), 0).id
  const file = { fileName: `partenaire-${run}.svg`, bytes: drawing(run) }
  const before = pick(await letterheads(sample), 0).logos.filter(({ role }) => role === 'partner')
  if (before.length > 3) return target(pick(before, run))
  const all = await sample.call('documentStyle.addLogo', { letterheadId, role: 'partner', file })
  return target(pick(all.find(({ id }) => id === letterheadId)?.logos ?? [], run))
}
const sentence = async ({ call }: Sample, run: number) => pick(await call('documentStyle.sentences', {}), run)

type OfStyle = Pick<Inputs, Extract<keyof Inputs, `documentStyle.${string}`>>

export const documentStyleInputs: OfStyle = {
  'documentStyle.get': () => ({}),
  'documentStyle.update': async ({ call }, run) => ({
    version: (await call('documentStyle.get', {})).version,
    patch: { footer: `Pied de page ${run}` },
  }),
  'documentStyle.removeTemplate': async ({ call }) => ({
    kind: 'minutes',
    version: (await call('documentStyle.get', {})).version,
  }),
  'documentStyle.letterheads': () => ({}),
  'documentStyle.addLetterhead': (_, run) => ({
    id: newId(),
    validFrom: new Date(Date.UTC(2040, 0, run + 1)).toISOString().slice(0, 10),
  }),
  'documentStyle.updateLetterhead': async (sample, run) => ({
    ...target(pick(await letterheads(sample), 0)),
    patch: { issuer: `Direction de mesure ${run}` },
  }),
  'documentStyle.removeLetterhead': freshLetterhead,
  'documentStyle.updateLogo': async (sample, run) => ({
    ...(await aLogo(sample, run)),
    patch: { alt: `Association de mesure ${run}` },
  }),
  'documentStyle.moveLogo': async (sample, run) => ({ ...(await aLogo(sample, run)), index: run % 3 }),
  'documentStyle.removeLogo': aLogo,
  'documentStyle.logoImage': async (sample, run) => ({ id: (await aLogo(sample, run)).id }),
  'documentStyle.sentences': () => ({}),
  'documentStyle.updateSentence': async (sample, run) => {
    const { key, version } = await sentence(sample, run)
    return { key, version, patch: { text: `Phrase de mesure ${run}.` } }
  },
  'documentStyle.resetSentence': async (sample, run) => ({ key: (await sentence(sample, run)).key }),
}
