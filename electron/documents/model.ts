// Document model: everything that can be rendered, told apart by `kind`; checked wherever it comes from another process.
import { z } from 'zod'
import { AgendaModel } from './agenda/model.ts'
import { MinutesModel } from './minutes/model.ts'

export const DocumentModel = z.discriminatedUnion('kind', [MinutesModel, AgendaModel])
export type DocumentModel = z.infer<typeof DocumentModel>
