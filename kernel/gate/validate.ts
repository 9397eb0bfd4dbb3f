import type { z } from 'zod'
import type { Register } from '../definition/register.ts'
import { problemText } from '../fields/problems.ts'
import { recordSchemas } from '../fields/schema.ts'
import { type FieldProblem, invalid } from '../problems/problem.ts'

function codeOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  if (issue.code === 'unrecognized_keys') return 'unknown'
  const name = String(issue.path[0])
  if (given[name] === undefined || given[name] === null) return 'required'
  return issue.message
}

/** The faults in what was given, in words; empty when there are none. */
export function faultsIn(register: Register, mode: 'create' | 'update', given: Readonly<Record<string, unknown>>): FieldProblem[] {
  const result = recordSchemas(register)[mode].safeParse(given)
  if (result.success) return []
  return result.error.issues.flatMap((issue): FieldProblem[] => {
    const fields = issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [issue.path.join('.')]
    return fields.map((field) => {
      const definition = register.fields[field.split('.')[0] ?? '']
      const code =
        definition?.kind === 'derived' ? 'derived' : definition?.kind === 'structure' ? `structure:${field}` : codeOf(issue, given)
      return { field, code: code.split(':')[0] ?? code, message: problemText(code, definition) }
    })
  })
}

/** Refuses unknown fields, derived fields and values of the wrong form; every fault is named. */
export function validate(register: Register, mode: 'create' | 'update', given: Readonly<Record<string, unknown>>): void {
  const faults = faultsIn(register, mode, given)
  if (faults.length) throw invalid(faults)
}
