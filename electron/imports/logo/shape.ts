export type Shape = { name: string; attributes: [string, string][]; children: (Shape | string)[] }
