using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Writes what stands before the body of an accessor's Core.</summary>
/// <param name="model">The meaning of the document.</param>
/// <param name="position">Where Core will stand.</param>
/// <param name="separator">What follows a list of attributes.</param>
/// <param name="symbols">The known types of the compilation.</param>
internal sealed class AccessorCoreWriter(SemanticModel model, int position, string separator, AspectSymbols symbols)
{
    public string Write(IMethodSymbol accessor, CancellationToken cancellationToken)
    {
        var attributes = ListsOf(AccessorAttributes.OfMethod(accessor), "").Concat(ListsOf(AccessorAttributes.OfResult(accessor), "return: ")).Select(list => list + separator);
        return string.Concat(attributes) + CoreSignature.TextForAccessor(accessor, Show, cancellationToken);
    }

    private string Show(ISymbol symbol)
    {
        var attributes = symbol is IParameterSymbol ? ListsOf(AccessorAttributes.OfParameter(symbol), "").Select(static list => list + " ") : [];
        return string.Concat(attributes) + symbol.ToMinimalDisplayString(model, position, CoreSignature.Format);
    }

    private IEnumerable<string> ListsOf(IReadOnlyList<AttributeData> attributes, string target) =>
        BothPartsAttributes.In(attributes, symbols).Select(attribute => $"[{target}{BothPartsAttributes.TextOf(attribute)}]");
}
