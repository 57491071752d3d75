import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, type Timed, target } from './method-inputs.ts'

const known = async ({ call }: Sample, run: number) => pick(await call('projects.list', {}), run)

/** A project of its own, for what adds to it or moves it. */
const fresh = async ({ call }: Sample) => {
  const id = newId()
  await call('projects.add', { id, fields: { title: 'Projet de mesure' } })
  return id
}

const step = { label: 'Ouverture du service', plannedOn: '2027-01-15', doneOn: null }
const audience = {
  kind: 'commune' as const,
  label: 'plus de 3 500 habitants',
  headcount: 3200,
  yearlyCost: 150_000,
  yearlySaving: null,
}

const withStep = async (sample: Sample) => {
  const id = newId()
  await sample.call('projects.addStep', { id, projectId: await fresh(sample), fields: step })
  return { id, version: 1 }
}
const withAudience = async (sample: Sample) => {
  const id = newId()
  await sample.call('projects.addAudience', { id, projectId: await fresh(sample), fields: audience })
  return { id, version: 1 }
}
const contactOf = async (sample: Sample) => ({
  id: newId(),
  projectId: await fresh(sample),
  fields: { personId: pick((await sample.call('directory.list', {})).persons, 0).id, part: 'Équipe projet' },
})
const withContact = async (sample: Sample) => {
  const input = await contactOf(sample)
  await sample.call('projects.addContact', input)
  return { id: input.id, version: 1 }
}
const linkOf = async (sample: Sample) => ({
  projectId: await fresh(sample),
  watchItemId: pick((await sample.call('watch.list', { words: '', offset: 0, limit: 1 })).rows, 0).id,
})
const freshReference = async ({ call }: Sample, run: number) => {
  const id = newId()
  await call('projectReferences.add', { id, kind: 'axis', fields: { number: '', title: `Axe ${run}` } })
  return { id, version: 1 }
}

export const projectInputs: Pick<
  Inputs,
  Extract<Timed, `projects.${string}` | `projectReferences.${string}`>
> = {
  'projects.list': () => ({}),
  'projects.get': async (sample, run) => ({ id: (await known(sample, run)).id }),
  'projects.add': (_, run) => ({ id: newId(), fields: { title: `Projet de mesure ${run}` } }),
  'projects.update': async (sample, run) => ({
    ...target(await known(sample, run)),
    patch: { purpose: `Objet ${run}` },
  }),
  'projects.remove': async (sample) => ({ id: await fresh(sample), version: 1 }),
  'projects.addStep': async (sample) => ({ id: newId(), projectId: await fresh(sample), fields: step }),
  'projects.updateStep': async (sample) => ({ ...(await withStep(sample)), patch: { doneOn: '2027-01-16' } }),
  'projects.removeStep': withStep,
  'projects.addAudience': async (sample) => ({
    id: newId(),
    projectId: await fresh(sample),
    fields: audience,
  }),
  'projects.updateAudience': async (sample) => ({
    ...(await withAudience(sample)),
    patch: { headcount: 3300 },
  }),
  'projects.removeAudience': withAudience,
  'projects.addContact': contactOf,
  'projects.updateContact': async (sample) => ({
    ...(await withContact(sample)),
    patch: { part: 'Conduite du projet' },
  }),
  'projects.removeContact': withContact,
  'projects.linkText': linkOf,
  'projects.unlinkText': async (sample) => {
    const link = await linkOf(sample)
    await sample.call('projects.linkText', link)
    return link
  },
  'projects.askSlot': async (sample) => ({
    id: newId(),
    projectId: await fresh(sample),
    fields: {
      requester: 'Hélène Marchetti',
      organisation: 'Région de démonstration',
      receivedOn: '2026-11-02',
      wishedOn: null,
      durationMinutes: 20,
      nature: 'avis',
      text: 'Un avis sur le projet.',
    },
  }),
  'projects.inscribe': async (sample) => ({ projectId: await fresh(sample), meetingId: sample.next }),
  'projectReferences.list': () => ({}),
  'projectReferences.add': (_, run) => ({
    id: newId(),
    kind: 'recommendation',
    fields: { number: `${100 + run}`, title: '' },
  }),
  'projectReferences.update': async (sample, run) => ({
    ...(await freshReference(sample, run)),
    patch: { wording: 'L’axe en toutes lettres' },
  }),
  'projectReferences.move': async (sample, run) => ({ ...(await freshReference(sample, run)), index: 0 }),
  'projectReferences.remove': freshReference,
}
