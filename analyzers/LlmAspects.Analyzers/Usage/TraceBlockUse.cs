using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Usage;

/// <summary>What becomes of the local variable that holds a trace block.</summary>
internal static class TraceBlockUse
{
    /// <summary>Whether it is disposed by name, or handed on to somebody who may do it.</summary>
    public static bool LeavesOrIsDisposed(IVariableDeclaratorOperation declarator)
    {
        IOperation root = declarator;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Descendants().OfType<ILocalReferenceOperation>()
            .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol) && !OnlyReads(reference));
    }

    // A call of SetTag or Fail and a look at Activity leave the block where it is.
    private static bool OnlyReads(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IInvocationOperation call => call.Instance == reference && call.TargetMethod.Name is not ("Dispose" or "DisposeAsync"),
        IPropertyReferenceOperation => true,
        _ => false,
    };
}
