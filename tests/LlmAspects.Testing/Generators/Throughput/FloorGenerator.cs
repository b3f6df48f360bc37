using LlmAspects.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Testing.Generators.Throughput;

/// <summary>What no generator with the attribute filters of <see cref="AspectGenerator"/> can go below: the filters, and transforms that read nothing.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Filter<ErrorContextAttribute>(context);
        Filter<TracePerformanceAttribute>(context);
    }

    private static void Filter<TAttribute>(IncrementalGeneratorInitializationContext context)
    {
        var methods = context.SyntaxProvider.ForAttributeWithMetadataName(
            typeof(TAttribute).FullName!,
            static (node, _) => node is MethodDeclarationSyntax,
            static (_, _) => "");
        context.RegisterSourceOutput(methods, static (_, _) => { });
    }
}
