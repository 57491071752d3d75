export { keepShared } from './keep-shared.ts'
export { lettersOf } from './letters.ts'
export { prepare } from './prepare.ts'
