using System.Globalization;
using LlmAspects.Generators.Tests.Signatures;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Pipeline;

public class DeterminismTests
{
    private static readonly string[] Expected = Files();

    [Fact]
    public void TwoRuns_AreEqualByteByByte() => Files().ShouldBe(Expected);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void CultureOfTheMachine_ChangesNothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Files().ShouldBe(Expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void TurkishCulture_IsARealOneInThisProcess()
        => "I".ToLower(new CultureInfo("tr-TR")).ShouldBe("\u0131");

    [Fact]
    public void CarriageReturnsInTheInput_ChangeNothing()
    {
        var files = Files(lineEnding: "\r\n");

        files.ShouldBe(Expected);
        files.ShouldAllBe(static file => !file.Contains('\r'));
    }

    [Fact]
    public void GeneratedFile_EndsWithOneLineFeedAndHasNoTrailingSpaces()
    {
        foreach (var file in Expected)
        {
            file.ShouldEndWith("}\n");
            file.ShouldNotContain(" \n");
            file.ShouldNotContain("\t");
            file.ShouldNotContain("\n\n\n");
        }
    }

    private static string[] Files(string lineEnding = "\n")
        => [.. GeneratorRunner.Run(SignatureCases.CompileWith("ErrorContext, TracePerformance", lineEnding)).Result
            .GeneratedSources.Select(static file => file.HintName + "\n" + file.SourceText)];
}
