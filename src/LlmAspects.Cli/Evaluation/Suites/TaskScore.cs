using LlmAspects.Components;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>How well guessed tasks agree with labels. Whoever abstains, that is guesses <see cref="LlmTask.General"/>, is wrong wherever the label is another one.</summary>
/// <param name="labels">The labels.</param>
/// <param name="guesses">The guesses, in the order of the labels.</param>
internal sealed class TaskScore(IReadOnlyList<LlmTask> labels, IReadOnlyList<LlmTask> guesses)
{
    /// <summary>A class with fewer rows says little: it counts for the accuracy only.</summary>
    private const int FewestRows = 10;

    /// <summary>The classes with enough rows.</summary>
    public IReadOnlyList<LlmTask> Classes { get; } = [.. labels.CountBy(static label => label).Where(static pair => pair.Value >= FewestRows).Select(static pair => pair.Key).Order()];

    public IReadOnlyList<double> Hits => [.. labels.Zip(guesses, static (label, guess) => label == guess ? 1.0 : 0.0)];

    /// <summary>Whether a task was named, for the rows that have one.</summary>
    public IReadOnlyList<double> Named => [.. labels.Zip(guesses).Where(static pair => pair.First != LlmTask.General).Select(static pair => pair.Second != LlmTask.General ? 1.0 : 0.0)];

    /// <summary>The mean over the classes of the harmonic mean of precision and recall.</summary>
    /// <param name="rows">The rows that count; a row may occur again.</param>
    /// <exception cref="InvalidOperationException">No class has enough rows.</exception>
    public double MacroF1(IReadOnlyList<int> rows) => Classes.Average(task => F1(task, rows));

    private double F1(LlmTask task, IReadOnlyList<int> rows)
    {
        (int both, int either) = (0, 0);
        foreach (int row in rows)
        {
            (bool isLabel, bool isGuess) = (labels[row] == task, guesses[row] == task);
            both += isLabel && isGuess ? 1 : 0;
            either += (isLabel ? 1 : 0) + (isGuess ? 1 : 0);
        }

        return either == 0 ? 0 : 2.0 * both / either;
    }
}
