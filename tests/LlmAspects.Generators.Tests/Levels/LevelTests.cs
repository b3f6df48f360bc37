using System.Diagnostics;
using LlmAspects.Testing.Generators;
using LlmAspects.Tracing;

namespace LlmAspects.Generators.Tests.Levels;

/// <summary>Compiles one service at different levels of its assembly, and runs it.</summary>
public class LevelTests
{
    private const string Source = """
        using System; using System.Collections.Generic; using System.Threading.Tasks; using LlmAspects;
        namespace Levels;
        public sealed class Reading { public int Times; public int Value => ++Times; }
        public static partial class Service
        {
            [TracePerformance(Level = AspectLevel.Trace), Tag("value", "{reading.Value}")] public static partial int Step(Reading reading);
            private static int StepCore(Reading reading) => 1;
            [TracePerformance(Level = AspectLevel.Debug), Tag("value", "{reading.Value}")] public static partial Task<int> LookAsync(Reading reading);
            private static Task<int> LookCoreAsync(Reading reading) => Task.FromResult(2);
            [TracePerformance] public static partial IEnumerable<int> Items();
            private static IEnumerable<int> ItemsCore() { yield return 3; }
            [ErrorContext, TracePerformance(Level = AspectLevel.Debug)] public static partial void Fail();
            private static void FailCore() => throw new FormatException();

            public static string Run()
            {
                var reading = new Reading();
                var sum = Step(reading) + LookAsync(reading).Result;
                foreach (var item in Items()) sum += item;
                try { Fail(); } catch (FormatException) { sum += 4; }
                return $"sum {sum}, read {reading.Times}";
            }
        }
        """;

    [Theory]
    [InlineData("", "sum 10, read 2", new[] { "service.step", "service.look", "service.items", "service.fail" })]
    [InlineData("Trace", "sum 10, read 2", new[] { "service.step", "service.look", "service.items", "service.fail" })]
    [InlineData("Debug", "sum 10, read 1", new[] { "service.look", "service.items", "service.fail" })]
    [InlineData("Information", "sum 10, read 0", new[] { "service.items" })]
    [InlineData("None", "sum 10, read 0", new string[0])]
    public void LevelOfTheAssembly_DecidesWhatIsTracedAndRead(string level, string expected, string[] spans)
    {
        var source = "Levels." + (level.Length == 0 ? "Default" : level);
        var service = Load(source, level);
        var stopped = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => stopped.Add(span.OperationName),
        };
        ActivitySource.AddActivityListener(listener);

        var result = (string)service.GetMethod("Run")!.Invoke(null, null)!;

        result.ShouldBe(expected);
        stopped.ShouldBe(spans);
        foreach (var operation in (string[])["step", "look", "items"])
        {
            (PerformanceTracer.Shared.GetStats("service", operation, source)?.Count ?? 0).ShouldBe(spans.Contains("service." + operation) ? 1 : 0, operation);
        }

        // The errors of a method have no level.
        PerformanceTracer.Shared.GetStats("service", "fail", source)!.ErrorCount.ShouldBe(1);
    }

    private static Type Load(string source, string level)
    {
        var attribute = level.Length == 0 ? "" : $"[assembly: LlmAspects.LlmAspectsLevel(LlmAspects.AspectLevel.{level})]";
        var run = GeneratorRunner.Run(Source, $"[assembly: LlmAspects.LlmAspectsSource(\"{source}\")]" + attribute);
        run.Problems.ShouldBeEmpty();
        using var image = new MemoryStream();
        run.Output.Emit(image).Success.ShouldBeTrue();
        return System.Reflection.Assembly.Load(image.ToArray()).GetType("Levels.Service", throwOnError: true)!;
    }
}
