// Contract of the directory: colleges, organisations and persons.
import { z } from 'zod'
import {
  College,
  CollegeFields,
  Organisation,
  OrganisationFields,
  Person,
  PersonFields,
} from '../domain/directory.ts'
import { Id, Version } from '../domain/ids.ts'
import { read, write } from './method.ts'

/** The whole directory in protocol order; every write answers with it. */
export const DirectoryView = z.strictObject({
  colleges: z.array(College),
  organisations: z.array(Organisation),
  persons: z.array(Person),
})
export type DirectoryView = z.infer<typeof DirectoryView>

const target = z.strictObject({ id: Id, version: Version })

export const directory = {
  'directory.list': read(z.strictObject({}), DirectoryView),
  'directory.addCollege': write(
    z.strictObject({ id: Id, fields: CollegeFields.partial().required({ name: true }) }),
    DirectoryView,
  ),
  'directory.updateCollege': write(target.extend({ patch: CollegeFields.partial() }), DirectoryView),
  'directory.removeCollege': write(target, DirectoryView),
  'directory.addOrganisation': write(
    z.strictObject({ id: Id, fields: OrganisationFields.partial().required({ name: true }) }),
    DirectoryView,
  ),
  'directory.updateOrganisation': write(
    target.extend({ patch: OrganisationFields.partial() }),
    DirectoryView,
  ),
  'directory.removeOrganisation': write(target, DirectoryView),
  'directory.addPerson': write(
    z.strictObject({ id: Id, fields: PersonFields.partial().required({ familyName: true }) }),
    DirectoryView,
  ),
  'directory.updatePerson': write(target.extend({ patch: PersonFields.partial() }), DirectoryView),
  'directory.removePerson': write(target, DirectoryView),
}
