using System.Globalization;
using LlmAspects.Generators.Tests.Signatures;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Pipeline;

public class DeterminismTests
{
    [Fact]
    public void TwoRuns_AreEqualByteByByte()
    {
        foreach (var source in Sources)
        {
            FilesOf(source).ShouldBe(FilesOf(source));
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void CultureOfTheMachine_ChangesNothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        foreach (var source in Sources)
        {
            var expected = FilesOf(source);
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                FilesOf(source).ShouldBe(expected);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void TurkishCulture_IsARealOneInThisProcess()
        => "I".ToLower(new CultureInfo("tr-TR")).ShouldBe("ı");

    [Fact]
    public void CarriageReturnsInTheInput_ChangeNothing()
    {
        foreach (var source in Sources)
        {
            var files = FilesOf(source.ReplaceLineEndings("\r\n"));

            files.ShouldBe(FilesOf(source.ReplaceLineEndings("\n")));
            files.ShouldAllBe(static file => !file.Contains('\r'));
        }
    }

    [Fact]
    public void GeneratedFile_EndsWithOneLineFeedAndHasNoTrailingSpaces()
    {
        foreach (var file in Sources.SelectMany(FilesOf))
        {
            file.ShouldEndWith("}\n");
            file.ShouldNotContain(" \n");
            file.ShouldNotContain("\t");
            file.ShouldNotContain("\n\n\n");
        }
    }

    private static IEnumerable<string> Sources
        => SignatureCases.All.Select(static signature => signature.SourceWith("ErrorContext, TracePerformance"));

    private static string[] FilesOf(string source)
        => [.. GeneratorRunner.Run(source).Result.GeneratedSources.Select(static file => file.HintName + "\n" + file.SourceText)];
}
