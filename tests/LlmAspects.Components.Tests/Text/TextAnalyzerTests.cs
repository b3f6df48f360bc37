using CsCheck;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Tests.Text;

public class TextAnalyzerTests
{
    [Theory]
    [InlineData("ErrorContext", "errorcontext error context")]
    [InlineData("error_context", "errorcontext error context")]
    [InlineData("IChatModel", "ichatmodel chat model")]
    [InlineData("HTTPServer", "httpserver http server")]
    [InlineData("_underscore", "underscor")]
    public void Identifier_GivesWholeAndParts(string text, string terms) => Terms(text).ShouldBe(terms);

    [Theory]
    [InlineData("The model's answers", "model answer")]
    [InlineData("Don't it isn’t", "")]
    [InlineData("3.14 and 1,000", "3.14 1000")]
    [InlineData("o200k", "o200k")]
    [InlineData("", "")]
    [InlineData("?!", "")]
    public void Words_AreFoldedAndStemmed(string text, string terms) => Terms(text).ShouldBe(terms);

    [Theory]
    [InlineData("東京都", "東京 京都")]
    [InlineData("水", "水")]
    [InlineData("Привет мир", "привет мир")]
    public void OtherScripts_HaveTerms(string text, string terms) => Terms(text).ShouldBe(terms);

    [Fact]
    public void LongWord_IsCut() => Terms(new string('x', 1000)).Length.ShouldBe(128);

    [Fact]
    public void AnyText_GivesOrderedWordsInsideIt() =>
        Gen.String.Sample(text =>
        {
            int last = 0;
            foreach (Term term in TextAnalyzer.Analyze(text))
            {
                (term.Value.Length > 0 && term.Word.Start >= last && term.Word.End <= text.Length && !term.Word.IsEmpty).ShouldBeTrue();
                last = term.Word.Start;
            }
        });

    private static string Terms(string text) => string.Join(' ', TextAnalyzer.Analyze(text).Select(term => term.Value));
}
