using System.Text;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Makes an optimized query. The same query with the same evidence gives the same result, and that result is not changed again.</summary>
internal sealed class QueryEditor(QueryOptimizerOptions options, StrategyJudge judge)
{
    private readonly string[] _sentences = StrategyTexts.Addable(options);

    public OptimizedQuery Edit(OptimizationRequest request, DateTimeOffset now)
    {
        QueryAnalysis analysis = QueryAnalysis.Read(request, request.Query, _sentences);
        List<Choice> choices = Choose(request, analysis);
        List<QueryEdit> edits = MakeEdits(request.Query, analysis, choices.FindAll(static choice => choice.IsMade));
        string optimized = edits.Count == 0 ? request.Query : Apply(request.Query, edits);
        if (edits.Count > 0 && !IsStable(request, analysis, optimized, choices))
        {
            choices = [.. choices.Select(static choice => choice with { IsMade = false, Obstacle = "The change could not be told from the query afterwards." })];
            (edits, optimized) = ([], request.Query);
        }

        GainEstimate[] gains = [.. choices.Where(static choice => choice is { IsMade: true, Verdict.Gain: not null }).Select(static choice => choice.Verdict.Gain!)];
        bool isKnown = gains.Length > 0 && gains.Length == choices.Count(static choice => choice.IsMade);
        return new OptimizedQuery
        {
            Original = request.Query,
            Optimized = optimized,
            Task = analysis.Task,
            Improvements = edits,
            Suggestions = [.. choices.Where(static choice => choice is { IsMade: false, Verdict.IsSuggested: true }).Select(choice => choice.ToSuggestion(analysis.Task))],
            Confidence = isKnown ? gains.Min(static gain => gain.Probability) : null,
            EstimatedGain = isKnown ? GainRules.Sum(gains) : null,
            Abstained = analysis.Abstained,
            Timestamp = now,
            Trial = new Trial([.. choices.Select(static choice => new TrialArm(choice.Key, choice.IsMade))]),
        };
    }

    private List<Choice> Choose(OptimizationRequest request, QueryAnalysis analysis)
    {
        var choices = new List<Choice>();
        foreach ((QueryFeature feature, OptimizationStrategy strategy) in StrategyCandidates.For(analysis.Gaps))
        {
            string? addition = StrategyTexts.Addition(strategy, analysis.Task, request.Background, options);
            if ((addition is null && strategy == OptimizationStrategy.ConstraintSpecification) || (addition is not null && analysis.Sentences.Contains(addition)))
            {
                continue;
            }

            var key = new PatternKey(request.Tenant, analysis.Task, feature, strategy);
            StrategyVerdict verdict = judge.Judge(key, request, analysis.Request);
            string? obstacle = strategy == OptimizationStrategy.Simplification ? null
                : addition is null ? $"There is nothing to add without {nameof(OptimizationRequest)}.{nameof(OptimizationRequest.Background)}."
                : analysis.EndsInCode ? "The query ends in an open code block."
                : null;
            choices.Add(new Choice(key, verdict, addition, obstacle, verdict.MayChange && obstacle is null));
        }

        return choices;
    }

    private static List<QueryEdit> MakeEdits(string query, QueryAnalysis analysis, List<Choice> made)
    {
        var edits = new List<QueryEdit>();
        int shift = 0;
        foreach (Choice choice in made.Where(static choice => choice.Addition is null))
        {
            foreach (TextRange phrase in analysis.Phrases)
            {
                (TextRange removed, string inserted) = QueryAnalysis.Cut(query, phrase);
                edits.Add(choice.ToEdit(removed.Start, removed.Start + shift, query[removed.Start..removed.End], inserted));
                shift += inserted.Length - removed.Length;
            }
        }

        bool isFirst = analysis.Sentences.Count == 0;
        foreach (Choice choice in made.Where(static choice => choice.Addition is not null))
        {
            string inserted = AppendedSentences.Separator(isFirst) + choice.Addition;
            edits.Add(choice.ToEdit(query.Length, query.Length + shift, "", inserted));
            (isFirst, shift) = (false, shift + inserted.Length);
        }

        return edits;
    }

    private static string Apply(string query, List<QueryEdit> edits)
    {
        var text = new StringBuilder(query.Length + 128);
        int done = 0;
        foreach (QueryEdit edit in edits)
        {
            text.Append(query, done, edit.Start - done).Append(edit.Inserted);
            done = edit.Start + edit.Removed.Length;
        }

        return text.Append(query, done, query.Length - done).ToString();
    }

    // Read again, the result must show the same request with nothing left to do: else optimizing it would change it once more.
    private bool IsStable(OptimizationRequest request, QueryAnalysis before, string optimized, List<Choice> choices)
    {
        QueryAnalysis after = QueryAnalysis.Read(request, optimized, _sentences);
        bool isSimplified = choices.Exists(static choice => choice is { IsMade: true, Addition: null });
        return string.Equals(after.Request, before.Request, StringComparison.Ordinal)
            && after.Task == before.Task
            && after.EndsInCode == before.EndsInCode
            && after.Phrases.Count == (isSimplified ? 0 : before.Phrases.Count)
            && before.Sentences.All(after.Sentences.Contains)
            && choices.TrueForAll(choice => !choice.IsMade || choice.Addition is null || after.Sentences.Contains(choice.Addition));
    }

    private sealed record Choice(PatternKey Key, StrategyVerdict Verdict, string? Addition, string? Obstacle, bool IsMade)
    {
        public QueryEdit ToEdit(int start, int optimizedStart, string removed, string inserted) =>
            new(Key.Strategy, Key.Feature, start, optimizedStart, removed, inserted, Verdict.Reason, Verdict.Gain);

        public QuerySuggestion ToSuggestion(LlmTask task) =>
            new(Key.Strategy, Key.Feature, StrategyTexts.Advice(Key.Strategy, Key.Feature, task), Verdict.MayChange ? Obstacle ?? Verdict.Reason : Verdict.Reason, Verdict.Gain);
    }
}
