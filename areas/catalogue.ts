import { catalogue } from '#kernel/definition/catalogue.ts'
import { action } from './actions/action.register.ts'
import { actionPlan } from './actions/action-plan.register.ts'
import { assessmentAnswer } from './assurance/assessment-answer.register.ts'
import { finding } from './assurance/finding.register.ts'
import { managementReview } from './assurance/management-review.register.ts'
import { selfAssessment } from './assurance/self-assessment.register.ts'
import { course } from './awareness/course.register.ts'
import { enrolment } from './awareness/enrolment.register.ts'
import { continuityPlan } from './continuity/continuity-plan.register.ts'
import { exercise } from './continuity/exercise.register.ts'
import { compliance } from './governance/compliance.register.ts'
import { decision } from './governance/decision.register.ts'
import { document } from './governance/document.register.ts'
import { interestedParty } from './governance/interested-party.register.ts'
import { requirement } from './governance/requirement.register.ts'
import { requirementSource } from './governance/requirement-source.register.ts'
import { incident } from './incidents/incident.register.ts'
import { activity } from './information/activity.register.ts'
import { classification } from './information/classification.register.ts'
import { classificationComment } from './information/classification-comment.register.ts'
import { classificationModel } from './information/classification-model.register.ts'
import { informationAsset } from './information/information-asset.register.ts'
import { measureAssessment } from './information/measure-assessment.register.ts'
import { revaluation } from './information/revaluation.register.ts'
import { riskProposal } from './information/risk-proposal.register.ts'
import { securityMeasure } from './information/security-measure.register.ts'
import { system } from './information/system.register.ts'
import { threat } from './information/threat.register.ts'
import { valuation } from './information/valuation.register.ts'
import { absence } from './organisation/absence.register.ts'
import { assignment } from './organisation/assignment.register.ts'
import { person } from './organisation/person.register.ts'
import { unit } from './organisation/unit.register.ts'
import { reportText } from './reporting/report-text.register.ts'
import { challenge } from './risk/challenge.register.ts'
import { escalation } from './risk/escalation.register.ts'
import { risk } from './risk/risk.register.ts'
import { riskAnalysis } from './risk/risk-analysis.register.ts'
import { riskComment } from './risk/risk-comment.register.ts'
import { riskEstimate } from './risk/risk-estimate.register.ts'
import { riskMethod } from './risk/risk-method.register.ts'
import { riskOption } from './risk/risk-option.register.ts'
import { forum } from './suppliers/forum.register.ts'
import { supplier } from './suppliers/supplier.register.ts'

/** Every register of Värna: the table of contents of the product, in the order people think. */
export const varnaCatalogue = catalogue([
  informationAsset,
  classification,
  valuation,
  classificationComment,
  system,
  activity,
  supplier,
  measureAssessment,
  riskProposal,
  classificationModel,
  securityMeasure,
  threat,
  revaluation,
  risk,
  riskAnalysis,
  riskEstimate,
  riskOption,
  escalation,
  challenge,
  riskComment,
  riskMethod,
  action,
  actionPlan,
  incident,
  course,
  enrolment,
  document,
  decision,
  requirementSource,
  requirement,
  compliance,
  interestedParty,
  forum,
  continuityPlan,
  exercise,
  selfAssessment,
  assessmentAnswer,
  finding,
  managementReview,
  reportText,
  unit,
  person,
  assignment,
  absence,
])
