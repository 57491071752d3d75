export { left } from './handlers.ts'
