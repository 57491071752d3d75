export { prepare } from './prepare.ts'
export { writeShared } from './shared-folder.ts'
