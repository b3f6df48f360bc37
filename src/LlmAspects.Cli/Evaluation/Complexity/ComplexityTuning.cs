using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;
using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>Learns weights from sources: of each once and by itself, so that none needs the base rate of another, and then their mean.</summary>
internal sealed class ComplexityTuning(IReadOnlyList<ComplexitySource> sources)
{
    /// <summary>What was believed before any data: in the order of <see cref="ComplexityModel.FeatureNames"/>.</summary>
    private static readonly ComplexityModel Belief = new([-2.2, 0.25, 0.8, 0, 0.3, 0.3, 0.5, 0.1, 0.1, 0.1, 0.8]);

    private readonly Dictionary<ComplexitySource, ComplexityModel> _learned = [];

    /// <summary>The weights that a source is scored with: of the sources of other files, as many as there are.</summary>
    public ComplexityModel WithoutFileOf(ComplexitySource source, CancellationToken cancellationToken) =>
        Mean([.. sources.Where(other => other.File != source.File)], cancellationToken);

    /// <summary>Whether there is anything to learn from for a source.</summary>
    public bool HasOtherFilesThan(ComplexitySource source) => sources.Any(other => other.File != source.File);

    /// <summary>The weights in columns: of each source, and their mean.</summary>
    public string Write(CancellationToken cancellationToken)
    {
        ComplexityModel[] models = [.. sources.Select(source => Learn(source, cancellationToken)), Mean(sources, cancellationToken), ComplexityModel.Prior];
        var text = new StringBuilder();
        TextColumns.Append(text, names: 1, [
            ["Weight", .. sources.Select(static source => source.Cheap), "Mean", "Built in"],
            .. ComplexityModel.FeatureNames.Select((name, place) => (string[])[name, .. models.Select(model => model.Weights[place].ToString("0.00", CultureInfo.InvariantCulture))])]);
        return text.ToString();
    }

    /// <summary>The mean weights of sources, each file counting alike; the belief without any. The intercept is the belief's: the rate of failures of a file is not that of other requests.</summary>
    private ComplexityModel Mean(IReadOnlyList<ComplexitySource> some, CancellationToken cancellationToken)
    {
        if (some.Count == 0)
        {
            return Belief;
        }

        double[] weights = new double[ComplexityModel.FeatureNames.Length];
        IGrouping<string, ComplexitySource>[] files = [.. some.GroupBy(static source => source.File, StringComparer.Ordinal)];
        foreach (IGrouping<string, ComplexitySource> file in files)
        {
            foreach (ComplexitySource source in file)
            {
                ComplexityModel own = Learn(source, cancellationToken);
                for (int place = 0; place < weights.Length; place++)
                {
                    weights[place] += own.Weights[place] / file.Count() / files.Length;
                }
            }
        }

        weights[0] = Belief.Weights[0];
        return new ComplexityModel(weights);
    }

    private ComplexityModel Learn(ComplexitySource source, CancellationToken cancellationToken) => _learned.TryGetValue(source, out ComplexityModel? known)
        ? known
        : _learned[source] = Belief.Fit([.. source.Rows.Select(static row => row.Outcome)], cancellationToken);
}
