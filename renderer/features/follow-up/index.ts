export { LATE } from './late.ts'
