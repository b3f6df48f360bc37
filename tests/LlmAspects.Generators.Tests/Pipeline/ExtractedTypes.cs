using LlmAspects.Generators.Model;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Pipeline;

/// <summary>The models of one run.</summary>
internal static class ExtractedTypes
{
    private static readonly string[] Steps = [AspectGenerator.ErrorContextStep, AspectGenerator.TracePerformanceStep, AspectGenerator.RetryWithBackoffStep, AspectGenerator.UserAspectStep];

    public static IEnumerable<AspectTypeModel> Of(GeneratorRun run)
        => Steps.Where(run.Result.TrackedSteps.ContainsKey)
            .SelectMany(step => run.Result.TrackedSteps[step])
            .SelectMany(static step => step.Outputs)
            .Select(static output => (AspectTypeModel)output.Value);

    /// <summary>The number of members that got an implementing part.</summary>
    public static int CountMembers(GeneratorRun run) => Of(run).Sum(static type => type.Members.Count);
}
