using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>Scores a router that learns from some questions on others.</summary>
/// <param name="strongShare">With two models, the part of the questions that the better one gets; <see langword="null"/> leaves the choice to the router, and with two models scores half of the questions too.</param>
internal sealed class RoutingEvaluator(double? strongShare)
{
    private const double EvenShare = 0.5;

    /// <summary>Learns from all parts but one and scores on that one, in turn.</summary>
    /// <param name="data">The questions.</param>
    /// <param name="folds">The part of each question, once a seed.</param>
    /// <param name="name">How the questions were divided.</param>
    /// <param name="clusters">What belongs together; <see langword="null"/> when each question stands alone.</param>
    /// <param name="progress">Told how many trainings are done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IReadOnlyList<RoutingScore> CrossValidate(
        RoutingData data, IReadOnlyList<int[]> folds, string name, IReadOnlyList<string?>? clusters, IProgress<int> progress, CancellationToken cancellationToken)
    {
        double?[] shares = SharesFor(data.Models);
        int[][][] choices = [.. shares.Select(_ => folds.Select(static fold => new int[fold.Length]).ToArray())];
        int done = 0;
        (int Seed, int Part)[] trainings = [.. folds.Index().SelectMany(static seed => Enumerable.Range(0, seed.Item.Max() + 1).Select(part => (seed.Index, part)))];
        Parallel.ForEach(trainings, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, training =>
        {
            int[] fold = folds[training.Seed];
            int[] test = [.. Enumerable.Range(0, fold.Length).Where(question => fold[question] == training.Part)];
            RoutingQuestion[] seen = [.. data.Questions.Where((_, question) => fold[question] != training.Part)];
            int[][] chosen = Choose(shares, Train(data.Models, seen, cancellationToken), [.. test.Select(question => data.Questions[question])]);
            foreach ((int rule, int[] choice) in chosen.Index())
            {
                for (int place = 0; place < test.Length; place++)
                {
                    choices[rule][training.Seed][test[place]] = choice[place];
                }
            }

            progress.Report(Interlocked.Increment(ref done));
        });
        return [.. shares.Zip(choices, (share, choice) => Score(data, share, choice, name, clusters))];
    }

    /// <summary>Learns from one file and scores on another.</summary>
    public IReadOnlyList<RoutingScore> Test(RoutingData train, RoutingData test, CancellationToken cancellationToken)
    {
        double?[] shares = SharesFor(test.Models);
        int[][] choices = Choose(shares, Train(train.Models, train.Questions, cancellationToken), test.Questions);
        return [.. shares.Zip(choices, (share, choice) => Score(test, share, [choice], "learned from the other file", clusters: null))];
    }

    private static TextQualityModel Train(IReadOnlyList<string> models, IReadOnlyList<RoutingQuestion> questions, CancellationToken cancellationToken) => TextQualityModel.Train(
        [.. questions.Select(question => new RoutingExample(question.Text, models.Zip(question.Scores).ToDictionary(StringComparer.Ordinal)) { Group = question.Group })], cancellationToken: cancellationToken);

    // A file with two models is about what the better one is worth its price for.
    private double?[] SharesFor(IReadOnlyList<string> models) => strongShare is null && models.Count == 2 ? [null, EvenShare] : [strongShare];

    /// <summary>The choices by each rule.</summary>
    private static int[][] Choose(double?[] shares, TextQualityModel model, IReadOnlyList<RoutingQuestion> questions)
    {
        var estimates = new double[questions.Count][];
        for (int question = 0; question < estimates.Length; question++)
        {
            estimates[question] = new double[model.ModelIds.Length];
            model.Predict(questions[question].Text, estimates[question]);
        }

        return [.. shares.Select(share => share is { } part ? ChooseByGain(model, estimates, part) : [.. estimates.Select(static estimate => Array.IndexOf(estimate, estimate.Max()))])];
    }

    // The questions that gain most by the better model get it.
    private static int[] ChooseByGain(TextQualityModel model, double[][] estimates, double share)
    {
        int strong = model.MeanQuality[0] >= model.MeanQuality[1] ? 0 : 1;
        int[] choices = new int[estimates.Length];
        Array.Fill(choices, 1 - strong);
        foreach (int question in Enumerable.Range(0, estimates.Length).OrderByDescending(question => estimates[question][strong] - estimates[question][1 - strong]).Take((int)Math.Round(share * estimates.Length)))
        {
            choices[question] = strong;
        }

        return choices;
    }

    private static RoutingScore Score(RoutingData data, double? strongShare, IReadOnlyList<int[]> choices, string name, IReadOnlyList<string?>? clusters)
    {
        double[] means = [.. data.Models.Select((_, model) => data.Questions.Average(question => question.Scores[model]))];
        int best = Array.IndexOf(means, means.Max());
        double[] router = [.. data.Questions.Select((question, place) => choices.Average(choice => question.Scores[choice[place]]))];
        double[] random = [.. data.Questions.Select(question => strongShare is { } share ? (share * question.Scores[best]) + ((1 - share) * question.Scores[1 - best]) : question.Scores.Average())];
        double[] reference = strongShare is null ? [.. data.Questions.Select(question => question.Scores[best])] : random;
        return new RoutingScore(
            data.Name,
            name,
            strongShare,
            data.Questions.Count,
            router.Average(),
            data.Models[best],
            means[best],
            random.Average(),
            data.Questions.Average(static question => question.Scores.Max()),
            strongShare is null ? "best single model" : "random choice",
            Interval.Of([.. router.Zip(reference, static (own, other) => own - other)], clusters),
            data.Models.Count == 2 ? choices.Average(choice => choice.Average(model => model == best ? 1.0 : 0.0)) : null);
    }
}
