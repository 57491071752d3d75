export { dueTexts } from './due.ts'
