using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Tests.Retrieval;

public class TermSequenceTests
{
    private static readonly string[] Common = ["The", "the", "of", "Running", "don't", "error_context", "ErrorContext", "a", "日本語", "本", "v1.5", "x", "naïve"];

    // More words than the memory of the writer has places, each of them more than once.
    [Fact]
    public void WordsThatCameBefore_BecomeTheSameTermsAgain()
    {
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 60_000).Select(_ => random.Next(2) == 0 ? Common[random.Next(Common.Length)] : $"word{(char)('a' + random.Next(26))}{random.Next(12_000)}s")];
        var index = new IndexGeneration(indexPairs: true);

        foreach (string[] part in words.Chunk(500))
        {
            string text = string.Join(' ', part);
            int[] items = TermSequence.Read(text, headings: null, RetrievalLanguage.English, index).Items.ToArray();
            items.ShouldBe([.. TextAnalyzer.Analyze(text).Select(term => ItemOf(index.Find(term.Value)!.Ordinal, term.Kind))]);
        }
    }

    [Fact]
    public void Memo_TellsWordsInTheSamePlaceApartAndGrowsWithTheIndex()
    {
        var memo = new WordMemo();
        int found = 0;
        for (int round = 0; round < 20; round++)
        {
            for (int number = 0; number < 2_000; number++)
            {
                string word = $"word{number}";
                if (memo.TryGet(word, out int item))
                {
                    item.ShouldBe(number);
                    found++;
                }
                else
                {
                    memo.Keep(word, number, terms: 2_000);
                }
            }
        }

        // With the 256 places that it begins with, it could know no more.
        found.ShouldBeGreaterThan(20 * 256);
    }

    private static int ItemOf(int ordinal, TermKind kind) => kind == TermKind.Identifier ? ~ordinal : ordinal;
}
