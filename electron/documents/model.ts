// Document model: everything that can be rendered, told apart by `kind`; checked wherever it comes from another process.
import { z } from 'zod'
import { AgendaChangesModel } from './agenda/changes-model.ts'
import { AgendaModel } from './agenda/model.ts'
import { ConvocationModel } from './convocation/model.ts'
import { MinutesModel } from './minutes/model.ts'
import { NameCardsModel } from './room/name-cards.ts'
import { SignInSheetModel } from './room/sign-in-sheet.ts'
import { WelcomeListModel } from './room/welcome-list.ts'

export const DocumentModel = z.discriminatedUnion('kind', [
  MinutesModel,
  AgendaModel,
  AgendaChangesModel,
  ConvocationModel,
  SignInSheetModel,
  NameCardsModel,
  WelcomeListModel,
])
export type DocumentModel = z.infer<typeof DocumentModel>
