using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Tests.Terminal;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("\u001b[31mred\u001b[0m.md", "[31mred[0m.md")]
    [InlineData("title\u001b]0;owned\u0007", "title]0;owned")]
    [InlineData("c1\u009b2Jx", "c12Jx")]
    [InlineData("bell\a back\b del\u007f", "bell back del")]
    [InlineData("fake\rname", "fakename")]
    [InlineData("gpj\u202Egnp.exe", "gpjgnp.exe")]
    [InlineData("isolate\u2066x\u2069", "isolatex")]
    [InlineData("zero\u200bwidth\ufeff", "zerowidth")]
    [InlineData("tag\U000E0041\U000E007F", "tag")]
    [InlineData("two\nlines\tand tab\u2028x", "two lines and tab x")]
    public void DangerousCharacter_IsRemovedFromALine(string text, string expected) => TerminalText.Line(text).ShouldBe(expected);

    [Theory]
    [InlineData("[x].md")]
    [InlineData("[red]not markup[/]")]
    [InlineData("Größe 大小 حجم 👩‍🔬")]
    public void OrdinaryText_StaysAsItIs(string text) => TerminalText.Line(text).ShouldBe(text);

    [Fact]
    public void LoneSurrogate_BecomesTheReplacementCharacter() => TerminalText.Line("a\ud800b").ShouldBe("a\ufffdb");

    [Fact]
    public void Block_KeepsItsLinesAndNothingElse() => TerminalText.Block("a\n\tb\u001b[2J\r\n").ShouldBe("a\n\tb[2J\n");
}
