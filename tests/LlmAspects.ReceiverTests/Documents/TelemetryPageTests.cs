using System.Reflection;
using System.Text.RegularExpressions;
using LlmAspects.ReceiverTests.Prometheus;
using LlmAspects.Testing;
using LlmAspects.Tracing;

namespace LlmAspects.ReceiverTests.Documents;

/// <summary>The page docs/telemetry.md says what the code does and what the tests run.</summary>
public partial class TelemetryPageTests
{
    private static readonly string Page = Read("docs", "telemetry.md");

    [Theory]
    [InlineData("Otlp", "OtlpSample.cs")]
    [InlineData("Prometheus", "PrometheusSample.cs")]
    public void Sample_IsTheCodeOfTheTests(string folder, string file)
        => Page.ShouldContain($"```csharp\n{Region(Read("tests", "LlmAspects.ReceiverTests", folder, file))}\n```");

    [Fact]
    public void Queries_AreThoseOfTheTests()
        => PromQl.All.ShouldAllBe(static query => Page.Contains($"```promql\n{query}\n```", StringComparison.Ordinal));

    [Fact]
    public void Names_AreThoseOfTelemetryNames()
        => Listed("Spans", "Tags", "Metrics").ShouldBe(
            typeof(TelemetryNames).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(static field => field.Name != nameof(TelemetryNames.DefaultSource))
                .Select(static field => (string)field.GetRawConstantValue()!),
            ignoreOrder: true);

    [Fact]
    public void TagsOfComponents_AreThoseTheySet()
        => Listed("Tags of the components").ShouldBe(
            Directory.EnumerateFiles(Path.Combine(RepositoryRoot.FullPath, "src", "LlmAspects.Components"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(static file => SetTag().Matches(File.ReadAllText(file)))
                .Select(static match => match.Groups[1].Value)
                .Except([TelemetryNames.AttemptNumber])
                .Distinct(),
            ignoreOrder: true);

    // The names in the first column of the tables below the headings; a placeholder in braces is a pattern, not a name.
    private static IEnumerable<string> Listed(params string[] headings)
        => headings.SelectMany(heading => Row().Matches(Section(heading))).Select(static match => match.Groups[1].Value).Where(static name => !name.Contains('{'));

    private static string Section(string heading)
    {
        int start = Page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, heading);
        int end = Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static string Region(string code)
    {
        string[] lines = [.. code.Split('\n').SkipWhile(static line => !line.Contains("#region")).Skip(1).TakeWhile(static line => !line.Contains("#endregion"))];
        int margin = lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.Select(line => line.Length < margin ? line : line[margin..]));
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.FullPath, .. path])).ReplaceLineEndings("\n");

    [GeneratedRegex("^\\| `([^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("SetTag\\(\"([^\"]+)\"")]
    private static partial Regex SetTag();
}
