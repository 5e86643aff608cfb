import { Converter, makeRecursiveVisitor, ReflectionKind } from 'typedoc';
import ts from 'typescript';

/**
 * A plugin of TypeDoc. Types made from schemas have no name for it: it writes out all that they hold, wherever they stand.
 * What is declared by a name keeps that name, and what the name stands for is written out once, where it is explained.
 * A choice of what a list holds is written out too.
 */
export function declaredTypes({ converter }) {
  const declared = [];
  const add = (context, reflection, node) => {
    if (node) declared.push({ context: context.withScope(reflection), reflection, node });
  };
  const addDeclared = (context, reflection) => {
    const [node] = context.getSymbolFromReflection(reflection)?.declarations ?? [];
    if (node && !ts.isFunctionLike(node)) add(context, reflection, node.type);
  };
  converter.on(Converter.EVENT_CREATE_DECLARATION, addDeclared);
  converter.on(Converter.EVENT_CREATE_PARAMETER, addDeclared);
  converter.on(Converter.EVENT_CREATE_SIGNATURE, (context, signature, node) => add(context, signature, node?.type));
  // Types are known only after these events, and names lead somewhere only once all is read.
  converter.on(
    Converter.EVENT_RESOLVE_BEGIN,
    ({ project }) => {
      for (const { context, reflection, node } of declared) {
        if (reflection.kind === ReflectionKind.TypeAlias) {
          if (reflection.type?.name !== 'z.infer' && !isOfList(reflection.type)) continue;
          reflection.type = converter.convertType(context, context.checker.getTypeFromTypeNode(node));
          reflection.type.visit(
            makeRecursiveVisitor({ reflection: ({ declaration }) => declaration.traverse(forgetSchema) }),
          );
        } else if (isNamed(node) && reflection.type && isWrittenOut(reflection.type)) {
          project.removeTypeReflections(reflection.type);
          reflection.type = converter.convertType(context, node);
        }
      }
      declared.length = 0;
    },
    // Before parameters are called after their types.
    1,
  );
}

/** `typeof kinds[number]`: a choice of what a list holds, which says nothing of what that is. */
const isOfList = (type) => type?.type === 'indexedAccess' && type.objectType.type === 'query';

/** What stands in the schema for a property is no value that it has by default. */
function forgetSchema(property) {
  delete property.defaultValue;
  property.traverse(forgetSchema);
}

/** A name, or a list of what has one. */
function isNamed(node) {
  if (ts.isTypeReferenceNode(node)) return !node.typeArguments;
  if (ts.isArrayTypeNode(node)) return isNamed(node.elementType);
  return ts.isTypeOperatorNode(node) && isNamed(node.type);
}

function isWrittenOut(type) {
  let found = false;
  type.visit(
    makeRecursiveVisitor({
      reflection: () => {
        found = true;
      },
    }),
  );
  return found;
}
