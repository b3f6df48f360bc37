using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SuppressionFact = Microsoft.CodeAnalysis.Diagnostics.Suppression;

namespace LlmAspects.Analyzers.Suppression;

/// <summary>Silences the rules of others that ask of a Core method what would make its signature differ from its declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoreMethodSuppressor : DiagnosticSuppressor
{
    private const string Static = "A Core method is static if and only if its declaration is";
    private const string Parameters = "A Core method has the parameters of its declaration, which callers pass";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Descriptors = new SuppressionDescriptor[]
    {
        new("LLMS0001", "CA1822", Static),
        new("LLMS0002", "IDE0060", Parameters),
    }.ToImmutableDictionary(static descriptor => descriptor.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. Descriptors.Values.OrderBy(static descriptor => descriptor.Id)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (AspectSymbols.TryCreate(context.Compilation) is not { } symbols)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (MethodAt(diagnostic.Location, context) is { } method && CoreMethodRules.FindDeclaration(method, symbols, context.CancellationToken) is not null)
            {
                context.ReportSuppression(SuppressionFact.Create(Descriptors[diagnostic.Id], diagnostic));
            }
        }
    }

    // Of a parameter, the method that declares it; what stands within a body has no declaration to follow.
    private static IMethodSymbol? MethodAt(Location location, SuppressionAnalysisContext context)
    {
        if (location.SourceTree is not { } tree)
        {
            return null;
        }

        var model = context.GetSemanticModel(tree);
        for (var node = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan); node is not null; node = node.Parent)
        {
            if (model.GetDeclaredSymbol(node, context.CancellationToken) is { } symbol)
            {
                return symbol as IMethodSymbol ?? symbol.ContainingSymbol as IMethodSymbol;
            }
        }

        return null;
    }
}
