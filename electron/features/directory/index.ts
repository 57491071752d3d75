export { nextOrder } from './order.ts'
