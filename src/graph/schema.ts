import { DirectiveLocation, GraphQLDirective, GraphQLSchema } from 'graphql'
import './edtf.ts'
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
import './figureComparison.ts'
import './numberSaid.ts'
import './referent.ts'
import './frameUse.ts'
import './dataset.ts'
import './coder.ts'
import './mention.ts'
import './review.ts'
import './statementRelation.ts'
import './note.ts'
import './rule.ts'
import './framing.ts'
import './statementStats.ts'
import './timeline.ts'
import './figureStats.ts'
import './search.ts'
import './concordance.ts'
import './discourseNetwork.ts'
import './distinctiveWording.ts'
import './reportingVerbs.ts'
import './coderAgreement.ts'
import './changes.ts'
import './named.ts'
import { builder } from './builder.ts'

// Neither sorted nor checked at every start, which took a quarter of it: schemaText.ts sorts, and the tests check.
const built = builder.toSchema({ sortSchema: false })

/** The executable schema: every type above, built. */
export const schema = new GraphQLSchema({
  ...built.toConfig(),
  directives: built.getDirectives().map(asElsewhere),
  assumeValid: true,
})

/** The directive without a location that graphql-js alone knows: Python's graphql-core refuses the whole schema for it. */
function asElsewhere(directive: GraphQLDirective): GraphQLDirective {
  const isKnown = (location: DirectiveLocation) => location !== DirectiveLocation.DIRECTIVE_DEFINITION
  if (directive.locations.every(isKnown)) return directive
  return new GraphQLDirective({ ...directive.toConfig(), locations: directive.locations.filter(isKnown) })
}
