import { newId } from '../../renderer/api/new-id.ts'
import { type Inputs, pick, type Sample, target } from './method-inputs.ts'

export const directory = ({ call }: Sample) => call('directory.list', {})
const formerName = async ({ call }: Sample, run: number) => {
  const id = newId()
  await call('directory.addOrganisation', { id, fields: { name: `Organisme ${run}` } })
  const renamed = { id, version: 1, name: `Organisme nouveau ${run}`, acronym: '', lastDay: '2026-06-30' }
  const { formerNames } = await call('directory.renameOrganisation', renamed)
  return pick(formerNames, run)
}

type Directory = Pick<Inputs, Extract<keyof Inputs, `directory.${string}`>>

export const directoryInputs: Directory = {
  'directory.list': () => ({}),
  'directory.addCollege': (_, run) => ({ id: newId(), fields: { name: `Collège de mesure ${run}` } }),
  'directory.updateCollege': async (sample, run) => ({
    ...target(pick((await directory(sample)).colleges, run)),
    patch: { name: `Collège ${run}` },
  }),
  'directory.removeCollege': async ({ call }) => {
    const id = newId()
    await call('directory.addCollege', { id, fields: { name: 'À retirer' } })
    return { id, version: 1 }
  },
  'directory.addOrganisation': (_, run) => ({ id: newId(), fields: { name: `Organisme de mesure ${run}` } }),
  'directory.updateOrganisation': async (sample, run) => ({
    ...target(pick((await directory(sample)).organisations, run)),
    patch: { acronym: `O${run}` },
  }),
  'directory.removeOrganisation': async ({ call }) => {
    const id = newId()
    await call('directory.addOrganisation', { id, fields: { name: 'À retirer' } })
    return { id, version: 1 }
  },
  'directory.addPerson': (_, run) => ({ id: newId(), fields: { familyName: `Personne ${run}` } }),
  'directory.updatePerson': async (sample, run) => ({
    ...target(pick((await directory(sample)).persons, run)),
    patch: { jobTitle: `Fonction ${run}` },
  }),
  'directory.removePerson': async ({ call }) => {
    const id = newId()
    await call('directory.addPerson', { id, fields: { familyName: 'À retirer' } })
    return { id, version: 1 }
  },
  'directory.formerSpellings': async (sample, run) => ({
    id: pick((await directory(sample)).persons, run).id,
  }),
  'directory.correctSpellings': async (sample, run) => {
    const person = pick((await directory(sample)).persons, run)
    await sample.call('directory.updatePerson', { ...target(person), patch: { givenName: `Prénom ${run}` } })
    return { id: person.id }
  },
  'directory.addMandate': async (sample, run) => ({
    id: newId(),
    personId: pick((await directory(sample)).persons, run).id,
    fields: { role: 'suppleant', startsOn: '2027-01-01' },
  }),
  'directory.updateMandate': async (sample, run) => ({
    ...target(pick((await directory(sample)).mandates, run)),
    patch: { endsOn: `20${30 + (run % 60)}-12-31` },
  }),
  'directory.removeMandate': async (sample, run) => target(pick((await directory(sample)).mandates, run)),
  'directory.renameOrganisation': async ({ call }, run) => {
    const id = newId()
    await call('directory.addOrganisation', { id, fields: { name: `À renommer ${run}` } })
    return { id, version: 1, name: `Organisme renommé ${run}`, acronym: `R${run}`, lastDay: '2026-06-30' }
  },
  'directory.updateFormerName': async (sample, run) => ({
    ...target(await formerName(sample, run)),
    patch: { acronym: `F${run}` },
  }),
  'directory.removeFormerName': async (sample, run) => target(await formerName(sample, run)),
  'directory.reorder': async (sample) => ({
    list: 'persons',
    ids: (await directory(sample)).persons.map(({ id }) => id).reverse(),
  }),
  'directory.duplicates': () => ({}),
  'directory.setDistinct': async (sample, run) => {
    const { persons } = await directory(sample)
    return { personId: pick(persons, run).id, otherId: pick(persons, run + 1).id }
  },
  'directory.mergePersons': async (sample, run) => {
    const otherId = newId()
    await sample.call('directory.addPerson', { id: otherId, fields: { familyName: `À fusionner ${run}` } })
    return { id: pick((await directory(sample)).persons, run).id, otherId }
  },
  'directory.takeDraft': (_, run) => ({
    rows: Array.from({ length: 20 }, (__, rank) => ({
      id: newId(),
      line: rank + 2,
      person: {
        civility: '' as const,
        givenName: `Prénom ${rank}`,
        familyName: `Liste ${run}`,
        jobTitle: 'chargée de mission',
        email: `liste-${run}-${rank}@exemple.invalid`,
        phone: '',
        copyEmails: '',
        otherNames: '',
      },
      rawAddress: '',
      organisation: `Organisme reçu ${rank % 5}`,
      acronym: '',
      college: '',
      mandate: { role: 'titulaire' as const, startsOn: null, endsOn: null },
      match: null,
      take: 'add' as const,
      warnings: [],
    })),
  }),
}
