using System.Text;
using LlmAspects.Components.Tokens;
using SharpToken;

namespace LlmAspects.Components.Tests.Tokens;

/// <summary>Every encoding against SharpToken.</summary>
public class TokenEncodingTests
{
    private const int Samples = 100_000;

    public static TheoryData<string> Encodings { get; } = ["o200k_base", "cl100k_base"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void WellFormedText_EqualsTheOracle(string name)
    {
        Func<string, int> oracle = Oracle(name);
        TokenEncoding encoding = TokenEncoding.Find(name)!;
        var texts = new TextSamples(seed: 1);
        for (int i = 0; i < Samples; i++)
        {
            string text = texts.Next();
            int expected = oracle(text);
            if (encoding.Count(text) != TokenCount.Exact(expected))
            {
                encoding.Count(text).ShouldBe(TokenCount.Exact(expected), text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void LongPiece_EqualsTheOracleUpTo4096Bytes(string name)
    {
        Func<string, int> oracle = Oracle(name);
        TokenEncoding encoding = TokenEncoding.Find(name)!;
        var random = new Random(2);
        foreach (int length in (int[])[255, 256, 257, 258, 511, 1_000, 2_047, 4_096])
        {
            foreach (string text in LongPieces(length, random))
            {
                encoding.Count(text).ShouldBe(TokenCount.Exact(oracle(text)), text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void OurMerge_EqualsTheOracleOnShortPiecesToo(string name)
    {
        Func<string, int> oracle = Oracle(name);
        TokenEncoding encoding = TokenEncoding.Find(name)!;
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++)
        {
            string text = Letters(random, random.Next(1, 40), "etaoinshrdlu");
            encoding.CountLongPiece(text).ShouldBe(oracle(text), text);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void LoneSurrogate_CountsAsReplacementCharacter(string name)
    {
        TokenEncoding encoding = TokenEncoding.Find(name)!;
        string lone = new('\uDC00', 300);

        encoding.Count("a\uD800b😀\uDC00").ShouldBe(encoding.Count("a\uFFFDb😀\uFFFD"));
        encoding.Count(lone).ShouldBe(encoding.Count(new string('\uFFFD', 300)));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void SpecialTokenText_CountsAsOrdinaryText(string name)
    {
        int expected = Oracle(name)("a<|endoftext|>b");

        TokenEncoding.Find(name)!.Count("a<|endoftext|>b").ShouldBe(TokenCount.Exact(expected));
        expected.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void EncodingThatIsNotPublic_IsNotFound() => TokenEncoding.Find("someones_own").ShouldBeNull();

    // No special token is allowed and none is forbidden: their text is text.
    private static Func<string, int> Oracle(string name)
    {
        GptEncoding oracle = GptEncoding.GetEncoding(name);
        var none = new HashSet<string>();
        return text => oracle.CountTokens(text, none, none);
    }

    private static IEnumerable<string> LongPieces(int bytes, Random random) =>
    [
        new string('x', bytes),
        new string('_', bytes),
        new string('-', bytes),
        new string(' ', bytes),
        new string('中', bytes / 3),
        string.Concat(Enumerable.Repeat("😀", bytes / 4)),
        Letters(random, bytes, "ACGT"),
        Letters(random, bytes, "abcdefghijklmnopqrstuvwxyz"),
        Letters(random, bytes, "!#$%&()*+,-./:;<=>?@[]^_`{|}~"),
        Letters(random, bytes / 2, "éüßñøåçæ"),
    ];

    private static string Letters(Random random, int count, string alphabet)
    {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++)
        {
            text.Append(alphabet[random.Next(alphabet.Length)]);
        }

        return text.ToString();
    }
}
