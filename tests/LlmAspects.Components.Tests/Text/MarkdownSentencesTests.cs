using LlmAspects.Components.Text;

namespace LlmAspects.Components.Tests.Text;

public class MarkdownSentencesTests
{
    [Fact]
    public void Document_GivesSentencesWithoutHeadingsCodeAndTables()
    {
        const string Text = """
            # Title of it

            A first sentence
            over two lines. A second one.
            - an item
              goes on
            - another item
            > A quote.

            ```csharp
            var x = 1; // No sentence.
            ```
            | a | b |
            The last
            """;

        string[] found = [.. MarkdownSentences.Of(Text).Select(range => MarkdownInline.ToPlain(Text.AsSpan()[range.Start..range.End]))];

        found.ShouldBe(["A first sentence over two lines.", "A second one.", "an item goes on", "another item > A quote.", "The last"]);
    }

    [Theory]
    [InlineData("**Bold** and *soft* `code_x`", "Bold and soft code_x")]
    [InlineData("`[ErrorContext]` records", "[ErrorContext] records")]
    [InlineData("snake_case stays, _soft_ goes", "snake_case stays, soft goes")]
    [InlineData("see [the guide](docs/a.md) now", "see the guide now")]
    [InlineData("a list[0] and [x] stay", "a list[0] and [x] stay")]
    [InlineData("2 * 3", "2 * 3")]
    [InlineData("![image](a.png) end", "image end")]
    public void Inline_IsWrittenPlain(string markdown, string plain) => MarkdownInline.ToPlain(markdown).ShouldBe(plain);
}
