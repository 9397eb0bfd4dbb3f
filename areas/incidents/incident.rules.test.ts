import { describe, expect, test } from 'vitest'
import { discoveredAfterOccurred, discoveredByNow, externalReportDated } from './incident.rules.ts'

const context = { today: '2023-05-10', actor: null, roles: [] }

describe('when an incident was discovered', () => {
  test('is at or after the moment it occurred, whatever offset the two are written with', () => {
    expect(discoveredAfterOccurred({ occurredAt: '2023-05-09T10:00:00+02:00', discoveredAt: '2023-05-09T08:00:00Z' })).toBeNull()
    expect(discoveredAfterOccurred({ occurredAt: '2023-05-09T10:00:00+02:00', discoveredAt: '2023-05-09T07:59:00Z' })).not.toBeNull()
  })

  test('is not judged when the moment it occurred is unknown', () => {
    expect(discoveredAfterOccurred({ occurredAt: null, discoveredAt: '2023-05-09T08:00:00Z' })).toBeNull()
  })

  test('may be any time today but not tomorrow', () => {
    expect(discoveredByNow({ discoveredAt: '2023-05-10T21:00:00+02:00' }, context)).toBeNull()
    expect(discoveredByNow({ discoveredAt: '2023-05-11T09:00:00+02:00' }, context)).not.toBeNull()
  })
})

describe('a report to another authority', () => {
  const none = { reportedMcf: null, reportedMcfOn: null, reportedImy: null, reportedImyOn: null }

  test('carries its day', () => {
    expect(externalReportDated({ ...none, reportedMcf: true, reportedMcfOn: '2023-05-09' })).toBeNull()
    expect(externalReportDated({ ...none, reportedMcf: true })).not.toBeNull()
    expect(externalReportDated({ ...none, reportedImy: true })).not.toBeNull()
  })

  test('is not asked for when none was made', () => {
    expect(externalReportDated({ ...none, reportedImy: false })).toBeNull()
  })
})
