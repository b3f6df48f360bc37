using LlmAspects.Components.Text;

namespace LlmAspects.Components.Tests.Text;

public class EnglishStemmerTests
{
    [Theory]
    [InlineData("consignment", "consign")]
    [InlineData("consolidating", "consolid")]
    [InlineData("conspicuously", "conspicu")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("relational", "relat")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("flies", "fli")]
    [InlineData("ties", "tie")]
    [InlineData("gaps", "gap")]
    [InlineData("gas", "gas")]
    [InlineData("happiness", "happi")]
    [InlineData("generously", "generous")]
    [InlineData("communication", "communic")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("proceeding", "proceed")]
    [InlineData("agreed", "agre")]
    [InlineData("sky", "sky")]
    [InlineData("cry", "cri")]
    [InlineData("say", "say")]
    [InlineData("by", "by")]
    [InlineData("controlling", "control")]
    [InlineData("archaeology", "archaeolog")]
    [InlineData("vision", "vision")]
    [InlineData("adoption", "adopt")]
    [InlineData("caresses", "caress")]
    [InlineData("national", "nation")]
    [InlineData("operative", "oper")]
    [InlineData("traces", "trace")]
    [InlineData("tracing", "trace")]
    [InlineData("youth", "youth")]
    public void Word_GivesPorter2Stem(string word, string stem) => Stem(word).ShouldBe(stem);

    [Theory]
    [InlineData("attribute", "attributes")]
    [InlineData("retry", "retries")]
    [InlineData("trace", "traced")]
    [InlineData("record", "recording")]
    [InlineData("fail", "failing")]
    public void FormsOfOneWord_ShareTheStem(string one, string other) => Stem(one).ShouldBe(Stem(other));

    private static string Stem(string word)
    {
        char[] letters = word.ToCharArray();
        return new string(letters, 0, EnglishStemmer.Stem(letters));
    }
}
