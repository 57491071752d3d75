import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, type Timed, target } from './method-inputs.ts'

/** A subject of its own, for what moves or ends one. */
const freshSubject = async ({ call }: Sample) => {
  const id = newId()
  await call('subjects.add', { id, fields: { title: 'Sujet de mesure' } })
  return { id, version: 1 }
}

export const subjectInputs: Pick<Inputs, Extract<Timed, `subjects.${string}`>> = {
  'subjects.list': () => ({}),
  'subjects.get': async (sample) => ({ id: (await freshSubject(sample)).id }),
  'subjects.add': (_, run) => ({ id: newId(), fields: { title: `Sujet de mesure ${run}` } }),
  'subjects.update': async (sample, run) => ({
    ...(await freshSubject(sample)),
    patch: { text: `Texte ${run}. `.repeat(200) },
  }),
  'subjects.remove': freshSubject,
  'subjects.retain': async (sample) => ({ ...(await freshSubject(sample)), meetingId: sample.next }),
  'subjects.setState': async (sample) => ({
    ...(await freshSubject(sample)),
    state: 'waiting',
    reason: 'Mesure',
  }),
  'subjects.takeText': (_, run) => ({
    id: newId(),
    text: `De : Hélène Marchetti <h${run}@exemple.invalid>\nObjet : RE: Mesure ${run}\n\n${'Texte. '.repeat(500)}`,
  }),
  'subjects.split': async (sample, run) => ({
    id: newId(),
    from: (await freshSubject(sample)).id,
    text: `Par ailleurs, un point ${run} serait utile. ${'Texte. '.repeat(200)}`,
  }),
  'subjects.removeFile': async (sample, run) => {
    const { id: subjectId } = await freshSubject(sample)
    const file = { fileName: 'note.txt', bytes: new TextEncoder().encode(`note ${run}`) }
    const { files } = await sample.call('subjects.addFile', { subjectId, file })
    return target(pick(files, 0))
  },
  'subjects.takeSheet': (_, run) => ({
    id: newId(),
    draft: {
      fileName: 'fiche.docx',
      sha256: 'a'.repeat(64),
      sizeBytes: 1,
      subject: {
        title: `Fiche de mesure ${run}`,
        requester: 'Hélène Marchetti',
        organisation: '',
        durationMinutes: 20,
        nature: 'avis',
      },
      project: {
        title: '',
        projectOwner: '',
        organisation: '',
        stage: null,
        purpose: `Objet ${run}`,
        localImpact: '',
        regulatorySide: '',
        askedOfBody: '',
      },
      missing: [],
    },
  }),
}
