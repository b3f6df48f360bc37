using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Tests.Failover;

public class PrefixFilterTests
{
    [Theory]
    [InlineData("Hello", "", " world", " world")]
    [InlineData("Hello", "", "Hello world", " world")]
    [InlineData("Hello", "", "Help", "Help")]
    [InlineData("Hello", "", "Hel", "Hel")]
    [InlineData("Hello", "", "", "")]
    [InlineData("Hello", " ", " world", "world")]
    [InlineData("Hello", " ", "world", "world")]
    [InlineData("Hello", "\n  ", "\n  world", "world")]
    [InlineData("Hello", "\n  ", "\nworld", "world")]
    [InlineData("Hello", " ", "Hello world", "world")]
    public void Continuation_IsPassedWithoutWhatIsThere(string given, string cutOff, string answer, string expected)
    {
        foreach (int size in new[] { 1, 2, 3, 100 })
        {
            Run(PrefixFilter.ForContinuation(given, cutOff), answer, size).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("Hello", "Hello world", " world")]
    [InlineData("Hello", "Hello", "")]
    [InlineData("", "Hello", "Hello")]
    [InlineData("ha ", "ha ha ", "ha ")]
    public void Repetition_IsPassedFromWhereItIsNew(string before, string answer, string expected)
    {
        foreach (int size in new[] { 1, 2, 3, 100 })
        {
            Run(PrefixFilter.ForRepetition(before), answer, size).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("Hello", "Help")]
    [InlineData("Hello", "hello")]
    [InlineData("Hello", " Hello")]
    [InlineData("Hello", "Hell")]
    [InlineData("Hello", "")]
    public void OtherText_IsNoRepetition(string before, string answer) =>
        Should.Throw<ModelCallException>(() => Run(PrefixFilter.ForRepetition(before), answer, 2)).Category.ShouldBe(ErrorCategory.Diverged);

    private static string Run(PrefixFilter filter, string answer, int size) =>
        string.Concat(answer.Chunk(size).Select(piece => filter.Pass(new string(piece)))) + filter.End();
}
