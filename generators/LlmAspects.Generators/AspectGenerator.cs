using LlmAspects.Generators.Emission;
using LlmAspects.Generators.Extraction;
using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators;

/// <summary>
/// Writes the wrapper of every partial method and property that carries an aspect: one type, one model, one file. The driver compares the
/// name of each file with all others, so that a file for each member would cost a large project more than everything else.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AspectGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields the types whose first annotated member has <c>[ErrorContext]</c>, alone or with other aspects.</summary>
    public const string ErrorContextStep = "ErrorContextTypes";

    /// <summary>The step that yields the types whose first annotated member has <c>[TracePerformance]</c> and no <c>[ErrorContext]</c>.</summary>
    public const string TracePerformanceStep = "TracePerformanceTypes";

    /// <summary>The step that yields the types whose first annotated member has <c>[RetryWithBackoff]</c> alone.</summary>
    public const string RetryWithBackoffStep = "RetryWithBackoffTypes";

    /// <summary>The step that yields the types whose first annotated member has <c>[Aspect&lt;TStruct&gt;]</c> alone.</summary>
    public const string UserAspectStep = "UserAspectTypes";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var errorContextTypes = TypesWith(context, AspectNames.ErrorContextAttribute, AspectSet.ErrorContext, ErrorContextStep);
        var tracePerformanceTypes = TypesWith(context, AspectNames.TracePerformanceAttribute, AspectSet.TracePerformance, TracePerformanceStep);
        var retryTypes = TypesWith(context, AspectNames.RetryWithBackoffAttribute, AspectSet.RetryWithBackoff, RetryWithBackoffStep);
        var userAspectTypes = TypesWith(context, AspectNames.UserAspectAttribute, AspectSet.None, UserAspectStep);

        context.RegisterSourceOutput(errorContextTypes, static (output, type) => Write(output, type));
        context.RegisterSourceOutput(tracePerformanceTypes, static (output, type) => Write(output, type));
        context.RegisterSourceOutput(retryTypes, static (output, type) => Write(output, type));
        context.RegisterSourceOutput(userAspectTypes, static (output, type) => Write(output, type));
    }

    private static IncrementalValuesProvider<AspectTypeModel> TypesWith(
        IncrementalGeneratorInitializationContext context, string attributeName, AspectSet owner, string step)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attributeName,
                AspectTypeExtractor.IsCandidate,
                (member, cancellationToken) => AspectTypeExtractor.Extract(member, owner, cancellationToken))
            .WithTrackingName("Extracted" + step)
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .WithTrackingName(step);

    private static void Write(SourceProductionContext output, AspectTypeModel type)
        => output.AddSource(type.HintName, WrapperFileWriter.Write(type));
}
