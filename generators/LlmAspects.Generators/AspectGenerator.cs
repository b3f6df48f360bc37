using LlmAspects.Generators.Emission;
using LlmAspects.Generators.Extraction;
using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators;

/// <summary>Writes the wrapper of every partial method that carries an aspect: one method, one model, one file.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AspectGenerator : IIncrementalGenerator
{
    /// <summary>The step that turns a method with <c>[ErrorContext]</c>, alone or with other aspects, into its model.</summary>
    public const string ErrorContextStep = "ErrorContextMethods";

    /// <summary>The step that turns a method with <c>[TracePerformance]</c> and without <c>[ErrorContext]</c> into its model.</summary>
    public const string TracePerformanceStep = "TracePerformanceMethods";

    /// <summary>The step that turns a method with <c>[RetryWithBackoff]</c> alone into its model.</summary>
    public const string RetryWithBackoffStep = "RetryWithBackoffMethods";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var errorContextMethods = MethodsWith(context, AspectNames.ErrorContextAttribute, AspectMethodExtractor.ExtractErrorContextOwner, ErrorContextStep);
        var tracePerformanceMethods = MethodsWith(context, AspectNames.TracePerformanceAttribute, AspectMethodExtractor.ExtractTracePerformanceOwner, TracePerformanceStep);
        var retryMethods = MethodsWith(context, AspectNames.RetryWithBackoffAttribute, AspectMethodExtractor.ExtractRetryWithBackoffOwner, RetryWithBackoffStep);

        context.RegisterSourceOutput(errorContextMethods, static (output, method) => Write(output, method));
        context.RegisterSourceOutput(tracePerformanceMethods, static (output, method) => Write(output, method));
        context.RegisterSourceOutput(retryMethods, static (output, method) => Write(output, method));
    }

    private static IncrementalValuesProvider<AspectMethodModel> MethodsWith(
        IncrementalGeneratorInitializationContext context,
        string attributeName,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, AspectMethodModel?> extract,
        string step)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(attributeName, AspectMethodExtractor.IsCandidate, extract)
            .WithTrackingName("Extracted" + step)
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(step);

    private static void Write(SourceProductionContext output, AspectMethodModel method)
        => output.AddSource(method.HintName, WrapperFileWriter.Write(method));
}
