using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>Scores panels that learn from some questions on others.</summary>
internal static class EnsembleEvaluator
{
    private const int Bins = 10;

    /// <summary>Learns from all parts but one and scores on that one, in turn.</summary>
    /// <param name="data">The questions.</param>
    /// <param name="panel">The name of the panel.</param>
    /// <param name="folds">The part of each question, once a seed.</param>
    /// <param name="progress">Told how many seeds are done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static EnsembleScore CrossValidate(EnsembleData data, string panel, IReadOnlyList<int[]> folds, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var answers = new Answer[folds.Count][];
        for (int seed = 0; seed < answers.Length; seed++)
        {
            answers[seed] = AnswersOf(data, folds[seed], cancellationToken);
            progress.Report(seed + 1);
        }

        double[] accuracies = [.. data.Models.Select((_, member) => data.Outcomes.Average(outcome => Share(EnsembleVoter.IsRight(outcome, member))))];
        Answer[] all = [.. answers.SelectMany(static seed => seed)];
        return new EnsembleScore(
            panel,
            data.Models[Array.IndexOf(accuracies, accuracies.Max())],
            data.Outcomes.Count,
            all.Average(static answer => Share(answer.Best)),
            all.Average(static answer => Share(answer.Majority)),
            all.Average(static answer => Share(answer.ByAccuracy)),
            all.Average(static answer => Share(answer.ByLogOdds)),
            all.Average(static answer => Share(answer.Ours)),
            data.Outcomes.Average(static outcome => Share(outcome.Correct >= 0)),
            Interval.Of([.. data.Outcomes.Select((_, question) => answers.Average(seed => Share(seed[question].Ours) - Share(seed[question].Best)))], clusters: null),
            answers.Average(CalibrationError),
            all.Average(static answer => Share(answer.Guard == GuardChoice.Panel)),
            all.Average(static answer => Share(answer.Guard == GuardChoice.BestMember)));
    }

    private static Answer[] AnswersOf(EnsembleData data, int[] fold, CancellationToken cancellationToken)
    {
        var answers = new Answer[fold.Length];
        EnsembleMember[] members = [.. data.Models.Select(static model => new EnsembleMember(model))];
        foreach (int part in fold.Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            PanelOutcome[] seen = [.. data.Outcomes.Where((_, question) => fold[question] != part)];
            var model = PanelModel.Learn(members, seen);
            var voter = new EnsembleVoter(seen);
            foreach (int question in Enumerable.Range(0, fold.Length).Where(question => fold[question] == part))
            {
                answers[question] = AnswerOf(data.Outcomes[question], model, voter);
            }
        }

        return answers;
    }

    private static Answer AnswerOf(PanelOutcome outcome, PanelModel model, EnsembleVoter voter)
    {
        PanelDecision decision = model.Decide(outcome.Votes);
        return new Answer(
            EnsembleVoter.IsRight(outcome, voter.Best),
            EnsembleVoter.IsCorrect(outcome, voter.ByHeads(outcome)),
            EnsembleVoter.IsCorrect(outcome, voter.ByAccuracy(outcome)),
            EnsembleVoter.IsCorrect(outcome, voter.ByLogOdds(outcome)),
            EnsembleVoter.IsCorrect(outcome, decision.Winner),
            decision.Confidence,
            decision.Guard);
    }

    private static double CalibrationError(Answer[] answers) =>
        Reliability.Of([.. answers.Select(static answer => new QualityFeedback(answer.Confidence, answer.Ours))], Bins).ExpectedCalibrationError!.Value;

    private static double Share(bool isRight) => isRight ? 1 : 0;

    private readonly record struct Answer(bool Best, bool Majority, bool ByAccuracy, bool ByLogOdds, bool Ours, double Confidence, GuardChoice Guard);
}
