import { type ReactNode, useRef } from 'react'
import { Banner } from '#web/design/Banner.tsx'
import { Button } from '#web/design/Button.tsx'
import { Dialog } from '#web/design/Dialog.tsx'
import { StateTag } from '#web/design/Tag.tsx'
import { TextArea } from '#web/design/TextField.tsx'
import { useSay } from '#web/language/useSay.ts'
import type { Text } from '../../language/text.ts'
import { takesTwo } from '../../workflow/workflow.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import { isEmpty } from '../fields/words.ts'
import { words as common } from '../words.ts'
import { type MoveDialogProps, useMove } from './useMove.ts'

const words = {
  becomes: { sv: 'Status blir', en: 'Status becomes' },
  needs: { sv: 'Det här behövs först', en: 'This is needed first' },
  reason: { sv: 'Skäl', en: 'Reason' },
  reasonHelp: {
    sv: 'Skälet sparas i historiken och kan läsas av alla som får läsa posten.',
    en: 'The reason is kept in the history and can be read by everyone who may read the record.',
  },
  reasonOptional: { sv: 'Skäl (om du vill)', en: 'Reason (optional)' },
  fourEyes: {
    sv: 'Det här steget ska göras av någon annan än den som gjorde det förra.',
    en: 'This step is to be taken by someone other than the one who took the last.',
  },
} satisfies Record<string, Text>

/** Takes a record one step on: says what will happen, asks for what is missing and for the reason. */
export default function MoveDialog(props: MoveDialogProps & Pick<MoveFrameProps, 'meanwhile'>) {
  const say = useSay()
  const { register, record, move } = props
  const needed = useRef((move.needs ?? []).filter((field) => isEmpty(record[field]) && register.fields[field]?.kind !== 'derived')).current
  const taking = useMove(props, { needed })
  const { values, put, errors } = taking
  return (
    <MoveFrame {...props} taking={taking}>
      {needed.length > 0 && <h3>{say(words.needs)}</h3>}
      {needed.map((field) => {
        const facts = register.fields[field]
        return facts ? (
          <FieldInput
            key={field}
            name={field}
            field={{ ...facts, required: true }}
            value={values[field] ?? null}
            onChange={(value) => put(field, value)}
            errors={errors}
          />
        ) : null
      })}
    </MoveFrame>
  )
}

interface MoveFrameProps extends MoveDialogProps {
  readonly taking: ReturnType<typeof useMove>
  /** What is asked for or told between what will happen and the reason. */
  readonly children?: ReactNode
  /** What is happening while the step is being taken, where that takes time. */
  readonly meanwhile?: ReactNode
}

/** The dialogue around a step: what will happen, what the record becomes, the reason, and the button that takes it. While it is taken it stays. */
export function MoveFrame({ register, record, move, onClose, taking, children, meanwhile }: MoveFrameProps) {
  const say = useSay()
  const { general, isSending, perform, reason, setReason, errors } = taking
  const to = register.workflow?.states[move.to]
  return (
    <Dialog
      isOpen
      stay
      title={say(move.label)}
      onClose={isSending ? () => undefined : onClose}
      actions={
        <>
          <Button variant="primary" isPending={isSending} onPress={() => void perform()}>
            {say(isSending ? common.saving : move.label)}
          </Button>
          <Button variant="quiet" isDisabled={isSending} onPress={onClose}>
            {say(common.cancel)}
          </Button>
        </>
      }
    >
      {general && <Banner tone="bad" role="alert" title={say(general)} />}
      {move.explain && <p>{say(move.explain)}</p>}
      {to && move.to !== record.state && (
        <p>
          {say(words.becomes)} <StateTag tone={to.tone}>{say(to.label)}</StateTag>
        </p>
      )}
      {takesTwo(move, record) && <p className="v-muted">{say(words.fourEyes)}</p>}
      {children}
      {move.reason && (
        <TextArea
          label={say(move.reason === 'required' ? words.reason : words.reasonOptional)}
          help={say(words.reasonHelp)}
          lines={3}
          value={reason}
          onChange={setReason}
          error={errors.reason}
          isRequired={move.reason === 'required'}
        />
      )}
      <div role="status">{isSending && meanwhile}</div>
    </Dialog>
  )
}
