using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The types the rules need, looked up once in a compilation and only when asked for.</summary>
internal sealed class AspectSymbols
{
    private readonly Compilation _compilation;

    private AspectSymbols(Compilation compilation, INamedTypeSymbol errorContext, INamedTypeSymbol tracePerformance)
    {
        _compilation = compilation;
        ErrorContext = errorContext;
        TracePerformance = tracePerformance;
    }

    public INamedTypeSymbol ErrorContext { get; }

    public INamedTypeSymbol TracePerformance { get; }

    // Racing threads store the same symbol.
    public INamedTypeSymbol? LlmComponent => field ??= Find(AspectNames.LlmComponentAttribute);

    public INamedTypeSymbol? LlmAspectsSource => field ??= Find(AspectNames.LlmAspectsSourceAttribute);

    public INamedTypeSymbol? NoAspects => field ??= Find(AspectNames.NoAspectsAttribute);

    public INamedTypeSymbol? Task => field ??= Find("System.Threading.Tasks.Task");

    public INamedTypeSymbol? TaskOfT => field ??= Find("System.Threading.Tasks.Task`1");

    public INamedTypeSymbol? ValueTask => field ??= Find("System.Threading.Tasks.ValueTask");

    public INamedTypeSymbol? ValueTaskOfT => field ??= Find("System.Threading.Tasks.ValueTask`1");

    public INamedTypeSymbol? AsyncEnumerable => field ??= Find("System.Collections.Generic.IAsyncEnumerable`1");

    public INamedTypeSymbol? AsyncEnumerator => field ??= Find("System.Collections.Generic.IAsyncEnumerator`1");

    public INamedTypeSymbol? CancellationToken => field ??= Find("System.Threading.CancellationToken");

    /// <summary>Attributes with which another generator claims the implementing part.</summary>
    public ImmutableArray<INamedTypeSymbol> AttributesOfOtherGenerators => field.IsDefault ? field = FindOtherGenerators() : field;

    /// <summary>The symbols, or null in a compilation that does not reference the aspects.</summary>
    public static AspectSymbols? TryCreate(Compilation compilation) =>
        compilation.GetTypeByMetadataName(AspectNames.ErrorContextAttribute) is { } errorContext
        && compilation.GetTypeByMetadataName(AspectNames.TracePerformanceAttribute) is { } tracePerformance
            ? new AspectSymbols(compilation, errorContext, tracePerformance)
            : null;

    public bool IsAspect(INamedTypeSymbol? attribute) => IsSame(attribute, ErrorContext) || IsSame(attribute, TracePerformance);

    public bool HasAspect(ISymbol symbol) => symbol.GetAttributes().Any(attribute => IsAspect(attribute.AttributeClass));

    public static bool HasAttribute(ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().Any(data => IsSame(data.AttributeClass, attribute));

    /// <summary>Whether a type is the known one, or a construction of it.</summary>
    public static bool IsSame(ITypeSymbol? type, INamedTypeSymbol? known) =>
        type is not null && known is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);

    private INamedTypeSymbol? Find(string metadataName) => _compilation.GetTypeByMetadataName(metadataName);

    private ImmutableArray<INamedTypeSymbol> FindOtherGenerators()
    {
        string[] names =
        [
            "Microsoft.Extensions.Logging.LoggerMessageAttribute",
            "System.Text.RegularExpressions.GeneratedRegexAttribute",
            "System.Runtime.InteropServices.LibraryImportAttribute",
            "System.Runtime.InteropServices.JavaScript.JSImportAttribute",
        ];
        return [.. names.Select(Find).OfType<INamedTypeSymbol>()];
    }
}
