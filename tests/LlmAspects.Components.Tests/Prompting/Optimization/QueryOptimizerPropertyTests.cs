using CsCheck;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;

namespace LlmAspects.Components.Tests.Prompting.Optimization;

/// <summary>What holds for any query, when every strategy may do what it likes.</summary>
public class QueryOptimizerPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Hi, ", "could you please ", "I was wondering if you could ", "explain ", "tides", " it ", "?", ". ", "Thanks in advance!", " Thank you.", "\n", "\r\n", "\n\n", "\t", "  ", "```", "~~~", "| a | b |",
        "Give one concrete example.", "\nUse at most 300 words.", "\n\nGive one concrete example.", "Background: b", "\nBackground: b", "translate ", "Write a story about ", "a fox", ": ", "\"", "> ", "東京", "\uD83D", "Ünder", "what is ",
        "Compare ", " and ", "1. ", "function",
    ];

    private static readonly Gen<string> Query = Gen.OneOf(Gen.String, Of(Pieces).List[0, 14].Select(static pieces => string.Concat(pieces)));

    private static readonly Gen<OptimizationRequest> Request = Gen.Select(
        Query, Of<string?>(null, "b", "two\nlines"), Gen.Bool, static (query, background, surroundings) => new OptimizationRequest(query) { Background = background, HasSurroundings = surroundings });

    private readonly QueryOptimizer _optimizer = OptimizerSamples.Trusting();

    [Fact]
    public void Revert_GivesTheOriginal() => Request.Sample(
        request =>
        {
            OptimizedQuery result = _optimizer.Optimize(request);
            return string.Equals(result.Revert(), request.Query, StringComparison.Ordinal);
        },
        iter: 5_000);

    [Fact]
    public void OptimizingAgain_ChangesNothing() => Request.Sample(
        request =>
        {
            OptimizedQuery once = _optimizer.Optimize(request);
            OptimizedQuery twice = _optimizer.Optimize(request with { Query = once.Optimized });
            return twice.Improvements.Count == 0 && string.Equals(twice.Optimized, once.Optimized, StringComparison.Ordinal) && twice.Task == once.Task;
        },
        iter: 5_000);

    [Fact]
    public void OutsideTheEdits_EveryCodeUnitStays() => Request.Sample(
        request =>
        {
            OptimizedQuery result = _optimizer.Optimize(request);
            (int from, int to) = (0, 0);
            foreach (QueryEdit edit in result.Improvements)
            {
                if (!request.Query.AsSpan(from, edit.Start - from).SequenceEqual(result.Optimized.AsSpan(to, edit.OptimizedStart - to)))
                {
                    return false;
                }

                (from, to) = (edit.Start + edit.Removed.Length, edit.OptimizedStart + edit.Inserted.Length);
            }

            return request.Query.AsSpan(from).SequenceEqual(result.Optimized.AsSpan(to));
        },
        iter: 5_000);

    [Fact]
    public void CodeAndTables_AreIntact() => Gen.Select(Query, Query, Of("```", "~~~")).Sample(
        (before, code, fence) =>
        {
            string block = $"\n{fence}csharp\n  {code}\n{fence}\n\n| a  |  b |\n|----|----|\n| {before.ReplaceLineEndings("")} | 2 |\n";
            string query = $"Hi, could you please explain {before}{block}";
            return _optimizer.Optimize(query).Optimized.Contains(block, StringComparison.Ordinal);
        },
        iter: 2_000);

    [Fact]
    public void ManyQueries_AreChangedAtAll()
    {
        int changed = 0;
        Request.Sample(request => changed += _optimizer.Optimize(request).Improvements.Count > 0 ? 1 : 0, iter: 1_000, threads: 1);
        changed.ShouldBeGreaterThan(100);
    }

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
