import type { MethodsOf } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, type Sample, target } from './method-inputs.ts'

const before = 'La direction rappelle l’objet du projet et son calendrier. '.repeat(6)

const fresh = async ({ call, written }: Sample) =>
  target(
    await call('observations.add', {
      id: newId(),
      meetingId: written,
      paper: 'minutes',
      circle: 'members',
      fields: { beforeText: before, afterText: before.replace('calendrier', 'budget') },
    }),
  )

const draft = (words: string) => ({
  id: newId(),
  itemId: null,
  anchor: 'point_1_echanges_p1',
  place: 'Point 1, Échanges, 1er paragraphe',
  organisation: '',
  organisationId: null,
  author: 'Camille Exemple',
  authoredAt: null,
  kind: 'change' as const,
  beforeText: before,
  afterText: `${before} ${words}`,
  comment: '',
  source: 'tracked' as const,
  isKnown: false,
  isResolved: false,
})

export const observationInputs: Pick<
  Inputs,
  Extract<MethodsOf<'read'> | MethodsOf<'write'>, `observations.${string}`>
> = {
  'observations.list': ({ written }) => ({ meetingId: written }),
  'observations.add': ({ written }, run) => ({
    id: newId(),
    meetingId: written,
    paper: 'minutes',
    circle: 'members',
    fields: { organisation: `Organisme ${run}`, beforeText: before, afterText: '' },
  }),
  'observations.update': async (sample, run) => ({
    ...(await fresh(sample)),
    patch: { state: 'reworded', answer: `Rédaction retenue ${run}` },
  }),
  'observations.addText': ({ written }, run) => ({
    id: newId(),
    meetingId: written,
    paper: 'minutes',
    circle: 'members',
    itemId: null,
    text: `De : Camille Exemple <camille@exemple.invalid>\nObjet : CR\n\n${before} ${run}`,
  }),
  'observations.take': ({ written }, run) => ({
    meetingId: written,
    paper: 'minutes',
    files: [
      {
        fileName: 'retour.docx',
        sha256: String(run).padStart(64, '0'),
        minutesVersionId: null,
        circle: 'members',
        drafts: Array.from({ length: 10 }, (_, rank) => draft(`${run} ${rank}`)),
      },
    ],
  }),
  'observations.setCircle': async (sample) => ({ ...(await fresh(sample)), circle: 'internal' }),
  'observations.standing': ({ written }) => ({ meetingId: written }),
  'observations.decide': async (sample, run) => ({
    ...(await fresh(sample)),
    state: 'accepted',
    answer: `Retenu ${run}`,
    write: true,
    over: null,
  }),
  'observations.decideAll': async (sample) => ({
    meetingId: sample.written,
    ids: [(await fresh(sample)).id],
    state: 'accepted',
    answer: '',
  }),
  'observations.settle': async (sample) => {
    const asked = {
      ...(await fresh(sample)),
      state: 'accepted' as const,
      answer: '',
      write: false,
      over: null,
    }
    return target((await sample.call('observations.decide', asked)).observation)
  },
  'observations.remove': fresh,
}
