export { closeSession, endSpan, openSession } from './life.ts'
