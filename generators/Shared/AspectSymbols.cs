using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

internal sealed class AspectSymbols
{
    private AspectSymbols(Compilation compilation, INamedTypeSymbol errorContext, INamedTypeSymbol tracePerformance)
    {
        ErrorContext = errorContext;
        TracePerformance = tracePerformance;
        LlmComponent = compilation.GetTypeByMetadataName(AspectNames.LlmComponentAttribute);
        LlmAspectsSource = compilation.GetTypeByMetadataName(AspectNames.LlmAspectsSourceAttribute);
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
    }

    public INamedTypeSymbol ErrorContext { get; }

    public INamedTypeSymbol TracePerformance { get; }

    public INamedTypeSymbol? LlmComponent { get; }

    public INamedTypeSymbol? LlmAspectsSource { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfT { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public static AspectSymbols? TryCreate(Compilation compilation)
        => compilation.GetTypeByMetadataName(AspectNames.ErrorContextAttribute) is { } errorContext
            && compilation.GetTypeByMetadataName(AspectNames.TracePerformanceAttribute) is { } tracePerformance
                ? new AspectSymbols(compilation, errorContext, tracePerformance)
                : null;
}
