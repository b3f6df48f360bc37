using LlmAspects.Analyzers.Suppression;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Tests.Suppression;

/// <summary>With the analyzers of the SDK themselves.</summary>
public class CoreMethodSuppressorTests
{
    private const string Source = """
        using LlmAspects;
        namespace Sample;

        public partial class Client
        {
            private int _calls;

            [ErrorContext] public partial string Ask(string question, int unused);
            private string AskCore(string question, int unused) => question;

            [ErrorContext] public partial string Model { get; }
            private string GetModelCore() => "a model";

            public int Count() => ++_calls + Twice(1, 2);
            private int Twice(int number, int unused) => 2 * number;
            private string OtherCore(string question, int unused) => question;
            public string Other() => OtherCore("", 1);
        }
        """;

    [Theory]
    [InlineData("CA1822", "AskCore", "GetModelCore")]
    [InlineData("IDE0060", "unused")]
    public async Task ForeignRuleOnACore_IsSuppressed(string id, params string[] names) =>
        (await ReportAsync(id, new CoreMethodSuppressor())).Where(static report => report.IsSuppressed).Select(static report => report.Name).ShouldBe(names, ignoreOrder: true);

    [Theory]
    [InlineData("CA1822", "AskCore", "GetModelCore", "Twice", "OtherCore")]
    [InlineData("IDE0060", "unused", "unused", "unused")]
    public async Task ForeignRule_FiresWithoutTheSuppressor(string id, params string[] names)
    {
        var reports = await ReportAsync(id);

        reports.Select(static report => report.Name).ShouldBe(names, ignoreOrder: true);
        reports.ShouldAllBe(static report => !report.IsSuppressed);
    }

    [Theory]
    [InlineData("CA1822", "Twice", "OtherCore")]
    [InlineData("IDE0060", "unused", "unused")]
    public async Task ForeignRuleOnAPlainMethod_StillFires(string id, params string[] names) =>
        (await ReportAsync(id, new CoreMethodSuppressor())).Where(static report => !report.IsSuppressed).Select(static report => report.Name).ShouldBe(names, ignoreOrder: true);

    [Fact]
    public void EverySuppression_SaysWhy()
    {
        var suppressions = new CoreMethodSuppressor().SupportedSuppressions;

        suppressions.Select(static suppression => (suppression.Id, suppression.SuppressedDiagnosticId)).ShouldBe([("LLMS0001", "CA1822"), ("LLMS0002", "IDE0060")]);
        suppressions.ShouldAllBe(static suppression => suppression.Justification.ToString(null).Length > 0);
    }

    private static async Task<IReadOnlyList<(string Name, bool IsSuppressed)>> ReportAsync(string id, params IEnumerable<DiagnosticAnalyzer> suppressors)
    {
        var compilation = GeneratorRunner.Run(Source).Output;
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(id, ReportDiagnostic.Warn)]));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await new CompilationWithAnalyzers(compilation, [.. SdkAnalyzers.Reporting(id), .. suppressors], options).GetAnalyzerDiagnosticsAsync();
        return
        [
            .. diagnostics.Where(diagnostic => diagnostic.Id == id)
                .Select(static diagnostic => (diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan), diagnostic.IsSuppressed)),
        ];
    }
}
