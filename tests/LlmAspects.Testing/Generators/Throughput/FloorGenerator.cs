using System.Globalization;
using LlmAspects.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Testing.Generators.Throughput;

/// <summary>What no generator with the attribute filters of <see cref="AspectGenerator"/> can go below: the filters, and transforms that read nothing.</summary>
/// <param name="writesFiles">Whether each method also gets a file of one line: then the driver's own work on files is part of the floor.</param>
internal sealed class FloorGenerator(bool writesFiles) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Filter<ErrorContextAttribute>(context, writesFiles);
        Filter<TracePerformanceAttribute>(context, writesFiles: false);
    }

    private static void Filter<TAttribute>(IncrementalGeneratorInitializationContext context, bool writesFiles)
    {
        var methods = context.SyntaxProvider.ForAttributeWithMetadataName(
            typeof(TAttribute).FullName!,
            static (node, _) => node is MethodDeclarationSyntax,
            (method, _) => writesFiles ? NameOf(method.TargetNode) : "");
        context.RegisterSourceOutput(methods, static (output, name) =>
        {
            if (name.Length > 0)
            {
                output.AddSource(name, "// one line\n");
            }
        });
    }

    private static string NameOf(SyntaxNode method)
        => string.Create(CultureInfo.InvariantCulture, $"{method.SyntaxTree.FilePath.GetHashCode(StringComparison.Ordinal):x8}.{method.SpanStart}.g.cs");
}
