export { reassign } from './change-actions.ts'
