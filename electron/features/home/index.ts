export { type Waiting, waitingOf } from './waiting.ts'
