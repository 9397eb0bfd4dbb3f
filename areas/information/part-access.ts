import type { Access, Grant } from '#kernel/access/access.ts'
import type { Role } from '#kernel/access/roles.ts'

const reads: Grant = { read: 'part' }
const works: Grant = { read: 'part', create: 'part', update: 'part', withdraw: 'part' }
const readers: readonly Role[] = [
  'system-owner',
  'risk-owner',
  'director-general',
  'head-of-security',
  'risk-function',
  'dpo',
  'procurement',
  'preparedness',
  'internal-audit',
]
const workers: readonly Role[] = ['employee', 'manager', 'information-owner', 'department-head', 'ciso']

/** The parts of a classification are for those who may read it, and are changed by those who may change it. */
export const partOfClassification: Access = Object.fromEntries([
  ...workers.map((role) => [role, works]),
  ...readers.map((role) => [role, reads]),
])
