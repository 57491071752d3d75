export { keepShared } from './keep-shared.ts'
export { prepare } from './prepare.ts'
