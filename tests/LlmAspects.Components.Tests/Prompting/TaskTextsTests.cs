using System.Text.Json;
using LlmAspects.Components.Prompting;

namespace LlmAspects.Components.Tests.Prompting;

/// <summary>The texts in <c>tasks.jsonl</c>: at least twenty for each task, and a task for each.</summary>
public class TaskTextsTests
{
    private static readonly (string Text, LlmTask Task)[] Rows = [.. Read()];

    [Fact]
    public void EveryTask_HasTwentyTexts()
    {
        Rows.CountBy(static row => row.Task).ShouldAllBe(static pair => pair.Value >= 20);
        Rows.Select(static row => row.Task).Distinct().Count().ShouldBe(Enum.GetValues<LlmTask>().Length);
        Rows.Select(static row => row.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(Rows.Length);
    }

    [Fact]
    public void NineOfTen_AreDetected() => Rows.Count(IsDetected).ShouldBeGreaterThanOrEqualTo((int)Math.Ceiling(0.9 * Rows.Length));

    [Fact]
    public void OfEveryTask_FourOfFiveAreDetected() =>
        Rows.GroupBy(static row => row.Task).ShouldAllBe(static rows => rows.Count(IsDetected) >= 0.8 * rows.Count());

    private static bool IsDetected((string Text, LlmTask Task) row) => TaskDetector.Detect(row.Text).Task == row.Task;

    private static IEnumerable<(string Text, LlmTask Task)> Read()
    {
        using var reader = new StreamReader(typeof(TaskTextsTests).Assembly.GetManifestResourceStream("tasks.jsonl")!);
        while (reader.ReadLine() is { } line)
        {
            JsonElement row = JsonElement.Parse(line);
            yield return (row.GetProperty("text").GetString()!, Enum.Parse<LlmTask>(row.GetProperty("task").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
        }
    }
}
