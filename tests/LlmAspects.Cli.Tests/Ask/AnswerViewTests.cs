using LlmAspects.Cli.Ask;
using LlmAspects.Cli.Reports;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class AnswerViewTests
{
    [Theory]
    [InlineData(159)]
    [InlineData(160)]
    public void LongCitation_IsCutBetweenCharactersAndNotInsideOne(int before)
    {
        using var output = new StringWriter();
        string text = new string('x', before) + string.Concat(Enumerable.Repeat("\U0001F600", 10));
        var answer = new AnswerReport { Question = "q", Answered = true, Answer = "a", Citations = [new CitationReport(1, "a.md", 1, 0, text.Length, text)] };

        AnswerView.Show(new PlainTerminal(output, output), answer);

        output.ToString().ShouldContain(new string('x', before) + "...");
    }
}
