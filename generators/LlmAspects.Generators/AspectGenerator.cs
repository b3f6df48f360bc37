using LlmAspects.Generators.Emission;
using LlmAspects.Generators.Extraction;
using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators;

/// <summary>Writes the wrapper of every partial method and property that carries an aspect: one member, one model, one file.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AspectGenerator : IIncrementalGenerator
{
    /// <summary>The step that turns a member with <c>[ErrorContext]</c>, alone or with other aspects, into its model.</summary>
    public const string ErrorContextStep = "ErrorContextMembers";

    /// <summary>The step that turns a member with <c>[TracePerformance]</c> and without <c>[ErrorContext]</c> into its model.</summary>
    public const string TracePerformanceStep = "TracePerformanceMembers";

    /// <summary>The step that turns a method with <c>[RetryWithBackoff]</c> alone into its model.</summary>
    public const string RetryWithBackoffStep = "RetryWithBackoffMembers";

    /// <summary>The step that turns a method with <c>[Aspect&lt;TStruct&gt;]</c> alone into its model.</summary>
    public const string UserAspectStep = "UserAspectMembers";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var errorContextMembers = MembersWith(context, AspectNames.ErrorContextAttribute, AspectMemberExtractor.ExtractErrorContextOwner, ErrorContextStep);
        var tracePerformanceMembers = MembersWith(context, AspectNames.TracePerformanceAttribute, AspectMemberExtractor.ExtractTracePerformanceOwner, TracePerformanceStep);
        var retryMembers = MembersWith(context, AspectNames.RetryWithBackoffAttribute, AspectMemberExtractor.ExtractRetryWithBackoffOwner, RetryWithBackoffStep);
        var userAspectMembers = MembersWith(context, AspectNames.UserAspectAttribute, AspectMemberExtractor.ExtractUserAspectOwner, UserAspectStep);

        context.RegisterSourceOutput(errorContextMembers, static (output, member) => Write(output, member));
        context.RegisterSourceOutput(tracePerformanceMembers, static (output, member) => Write(output, member));
        context.RegisterSourceOutput(retryMembers, static (output, member) => Write(output, member));
        context.RegisterSourceOutput(userAspectMembers, static (output, member) => Write(output, member));
    }

    private static IncrementalValuesProvider<AspectMemberModel> MembersWith(
        IncrementalGeneratorInitializationContext context,
        string attributeName,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, AspectMemberModel?> extract,
        string step)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(attributeName, AspectMemberExtractor.IsCandidate, extract)
            .WithTrackingName("Extracted" + step)
            .Where(static member => member is not null)
            .Select(static (member, _) => member!)
            .WithTrackingName(step);

    private static void Write(SourceProductionContext output, AspectMemberModel member)
        => output.AddSource(member.HintName, WrapperFileWriter.Write(member));
}
