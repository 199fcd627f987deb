import './agent.ts'
import './membership.ts'
import './document.ts'
import './passage.ts'
import './timeExpression.ts'
import './channel.ts'
import './statement.ts'
import './claim.ts'
import './figure.ts'
import './figureMention.ts'
import './figureRelation.ts'
import './referent.ts'
import './frameUse.ts'
import './discourseNetwork.ts'
import { builder } from './builder.ts'

/** The executable schema: every type above, built. */
export const schema = builder.toSchema()
