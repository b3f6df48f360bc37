using System.Text.RegularExpressions;
using LlmAspects.Generators.Tests.Pipeline;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Signatures;

/// <summary>Every signature of a method within an aspect of a user; properties cannot carry one.</summary>
public partial class UserAspectMatrixTests
{
    private const string Hooks = """
        using System;
        using LlmAspects;
        public struct Watching
        {
            private int _hooks;
            public void OnEnter(AspectCall call) => _hooks++;
            public void OnSuccess() => _hooks++;
            public void OnSuccess<T>(T result) where T : allows ref struct => _hooks++;
            public void OnError(Exception error) => _hooks++;
            public void OnExit() => _hooks++;
        }
        """;

    public static TheoryData<string> Aspects => ["Aspect<Watching>", "ErrorContext, TracePerformance, Aspect<Watching>, Aspect<Watching>"];

    [Theory]
    [MemberData(nameof(Aspects))]
    public void EverySignatureThatCanHaveHooks_CompilesWithoutWarnings(string aspects)
    {
        var run = Run(aspects);

        // Refused are sequences, nullable tasks and pointers beside a task: the compiler misses the implementing part.
        var refused = run.Problems.Count(static problem => problem.Contains("CS8795", StringComparison.Ordinal));
        run.Problems.Count.ShouldBe(refused);
        ExtractedTypes.CountMembers(run).ShouldBe(Methods.Sum(static signature => signature.MethodCount) - refused);
        refused.ShouldBe(7);
        run.ProblemsWithoutHeader.Where(static problem => !problem.Contains("CS8795", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<SignatureCase> Methods => SignatureCases.All.Where(static signature => !Accessor().IsMatch(signature.Declaration));

    private static GeneratorRun Run(string aspects) => GeneratorRunner.Run(Methods.Select(signature => signature.SourceWith(aspects)).Append(Hooks));

    [GeneratedRegex(@"[{;] *(?:\w+ )?(?:get|set);")]
    private static partial Regex Accessor();
}
