export { takeUp } from './carry-over/take.ts'
export { handedOut, submitted } from './handlers.ts'
export {
  appendBranches,
  insertItem,
  insertSection,
  insertSections,
  isMinuted,
  type NewBranch,
  placeItem,
  removeItem,
  subtreeOf,
} from './items.ts'
export { blankSubject } from './subjects/message.ts'
export { renderSheet } from './subjects/sheets.ts'
export { lastPlace, layTemplate } from './template.ts'
